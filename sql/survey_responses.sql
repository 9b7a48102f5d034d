-- One row per answer to a survey.
select response_id, customer_id, user_id, survey, responded_at, score, comment
from read_parquet('data/survey_responses.parquet')
