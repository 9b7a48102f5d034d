create table ticket_rows as
with months as (
  select
    s.n, s.region, t.mood, t.size, m::date as month,
    greatest(s.starts_on, m::date) as first_day,
    least(s.until, add_months(m::date, 1)) as end_day,
    s.n * 1000 + date_diff('month', date '2000-01-01', m::date) as nm
  from spans s join traits t using (n),
       range(date_trunc('month', getvariable('start_day')), (getvariable('end_day') + 1)::timestamp, interval 1 month) r(m)
  where s.starts_on < add_months(m::date, 1) and s.until > m::date
), usual as (
  select
    n, mood, nm * 100 + i as t, draw(nm * 100 + i, 'priority') as priority_draw, false as is_outage,
    first_day + floor(draw(nm * 100 + i, 'opened') * (end_day - first_day))::int as day
  from months, lateral (select unnest(range(0, floor((0.1 + 0.22 * size * (1.2 - mood)) + draw(nm, 'tickets'))::bigint)) as i) x
  where first_day < end_day
), outage as (
  select n, mood, n * 100000 + 99 as t, draw(n, 'outage priority') * 0.35 as priority_draw, true as is_outage,
         getvariable('outage_day') + floor(draw(n, 'outage ticket day') * 3)::int as day
  from spans join traits using (n, region)
  where region = 'Europe' and spans.starts_on <= getvariable('outage_day') and until > getvariable('outage_day') + 3
    and draw(n, 'outage ticket') < 0.45
), opened as (
  select
    *,
    case when priority_draw < 0.08 or (is_outage and priority_draw < 0.25) then 'urgent' when priority_draw < 0.3 then 'high'
         when priority_draw < 0.75 then 'normal' else 'low' end as priority
  from (from usual union all by name from outage)
  where day between getvariable('start_day') and getvariable('end_day')
), timed as (
  select
    *,
    d.noon + 1000000 * (office_seconds(draw(t, 'clock'), draw(t, 'clock2')) - 43200) as opened,
    case priority when 'urgent' then 1 when 'high' then 4 when 'normal' then 9 else 20 end
      * (0.1 + 3 * draw(t, 'reply') * draw(t, 'reply2')) * case when is_outage then 2.5 else 1 end as reply_hours,
    case priority when 'urgent' then 8 when 'high' then 30 when 'normal' then 70 else 140 end
      * (0.1 + 4 * draw(t, 'solve') * draw(t, 'solve2')) * case when is_outage then 2 else 1 end as solve_hours
  from opened join days d using (day)
), solved as (
  select
    *,
    opened + 60000000 * floor(60 * reply_hours)::bigint as replied,
    case when draw(t, 'never solved') >= 0.035
         then opened + 60000000 * floor(60 * (reply_hours + solve_hours))::bigint end as resolved,
    mood * 5.4 + 1.4 * (draw(t, 'rating') - 0.5) - case when reply_hours > 12 then 0.9 else 0 end - case when is_outage then 1 else 0 end as rating
  from timed
)
select
  t, n, priority, day, opened,
  case when replied < getvariable('end_instant') then replied end as replied,
  case when resolved < getvariable('end_instant') then resolved end as resolved,
  case when draw(t, 'rates') < 0.45 and resolved + 3600000000 * (1 + floor(draw(t, 'rates after') * 60)::bigint) < getvariable('end_instant')
       then resolved + 3600000000 * (1 + floor(draw(t, 'rates after') * 60)::bigint) end as rated,
  least(5, greatest(1, round(rating + 0.9)))::int as csat,
  is_outage,
  1 + floor(draw(t, 'opener') * 3)::int as j
from solved;

create table tickets as
select
  customer_code(r.n) as customer_id,
  case when u.u is not null then user_code(r.n, r.j) end as user_id,
  make_timestamptz(opened) as opened_at,
  priority,
  case when is_outage then 'outage' else pick(['how to', 'how to', 'bug', 'bug', 'billing', 'access', 'feature request'], draw(t, 'category')) end as category,
  case when draw(t, 'ticket channel') < 0.6 then 'email' when draw(t, 'ticket channel') < 0.9 then 'chat' else 'phone' end as channel,
  make_timestamptz(replied) as first_reply_at,
  make_timestamptz(resolved) as resolved_at,
  make_timestamptz(rated) as rated_at,
  case when rated is not null then csat end as csat
from ticket_rows r left join user_rows u on u.u = r.n * 10000 + r.j and u.created_on <= r.day;
