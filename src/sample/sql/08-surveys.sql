-- NPS: every user may be asked once a quarter. CES: after some of the tickets that were solved.
create table survey_responses as
with quarters as (
  select
    s.u, s.n, s.j, s.in_europe, q::date as quarter, s.u * 1000 + date_diff('quarter', date '2000-01-01', q::date) as uq,
    greatest(s.starts_on + 20, q::date) as first_day,
    least(s.until, add_months(q::date, 3)) as end_day
  from user_spans s,
       range(date_trunc('quarter', getvariable('start_day')), (getvariable('end_day') + 1)::timestamp, interval 3 month) r(q)
), asked as (
  select *, first_day + floor(draw(uq, 'asked') * (end_day - first_day))::int as day
  from quarters
  where first_day < end_day and draw(uq, 'responds') < 0.2
), nps as (
  select
    a.n, a.u, a.j, 'nps' as survey, day, uq as r,
    10 * t.mood + 1.4 + 5 * (draw(uq, 'score') + draw(uq, 'score2') - 1)
      - case when in_europe and day between getvariable('outage_day') and getvariable('outage_day') + 29 then 1.9 else 0 end as felt,
    0 as low, 10 as high
  from asked a join traits t using (n)
), ces as (
  select
    n, n * 10000 + j, j, 'ces', (make_timestamptz(resolved) at time zone getvariable('zone'))::date + 1, t,
    csat + 1.2 + 2 * (draw(t, 'effort') - 0.5), 1, 7
  from ticket_rows
  where resolved is not null and draw(t, 'ces') < 0.35
)
select
  customer_code(n) as customer_id,
  user_code(n, j) as user_id,
  survey,
  make_timestamptz(d.noon + 1000000 * (office_seconds(draw(r, 'response clock'), draw(r, 'response clock2')) - 43200)) as responded_at,
  least(high, greatest(low, round(felt)))::int as score,
  case when draw(r, 'comment') < 0.12 then
    case when felt >= 9 then pick(['Love it', 'The team relies on it every day', 'Great support'], draw(r, 'comment text'))
         when felt >= 7 then pick(['Good value', 'Works for us', 'More integrations please'], draw(r, 'comment text'))
         else pick(['Too slow', 'Hard to set up', 'Was down when we needed it'], draw(r, 'comment text')) end end as comment
from (from nps union all from ces) s join user_rows using (n, u, j) join days d on d.day = s.day
where s.day between getvariable('start_day') and getvariable('end_day');
