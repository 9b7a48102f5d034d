-- metric: nps
select 100 * avg(case when score >= 9 then 1 when score >= 7 then 0 else -1 end) from latest_answers;

-- metric: nps_margin
with shares as (select avg((score >= 9)::int) as p, avg((score <= 6)::int) as d, count(*) as n from latest_answers)
select 1.96 * sqrt((p + d - (p - d) ** 2) / nullif(n, 0)) * 100 from shares;

-- metric: nps_respondents
select count(*) from latest_answers;

-- metric: nps_responses
select count(*) from m_responses where survey = 'nps' and score >= 0 and score <= 10 and answered_on >= :from and answered_on < :until;

-- metric: nps_in_period
select 100 * avg(case when score >= 9 then 1 when score >= 7 then 0 else -1 end)
from m_responses where survey = 'nps' and score >= 0 and score <= 10 and answered_on >= :from and answered_on < :until;

-- metric: ces
select avg(score) from m_responses where survey = 'ces' and score in (1, 2, 3, 4, 5, 6, 7) and answered_on >= :from and answered_on < :until;
