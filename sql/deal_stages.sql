-- One row per deal and stretch of time in a stage of the sales funnel.
select deal_id, customer_id, stage, amount, started_on, ended_on
from read_parquet('data/deal_stages.parquet')
