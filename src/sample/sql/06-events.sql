-- The events of one month: getvariable('month') is its first day, getvariable('density') scales the number of sessions.
create or replace table month_events as
with bounds as (
  select
    *,
    greatest(starts_on, getvariable('month')) as first_day,
    least(until, add_months(getvariable('month'), 1)) as end_day,
    u * 1000 + date_diff('month', date '2000-01-01', getvariable('month')) as um
  from user_spans
  where starts_on < add_months(getvariable('month'), 1) and until > getvariable('month')
), sessions as (
  select
    *,
    um * 1000 + s as us,
    first_day + floor(draw(um * 1000 + s, 'day') * (end_day - first_day))::int as drawn_day
  from bounds, lateral (
    select unnest(range(0, floor(sessions_per_month * getvariable('density') * (end_day - first_day) / 30.4 + draw(um, 'sessions'))::bigint)) as s
  ) x
  where first_day < end_day
), weekdays as (
  -- Two of three weekend sessions move to the Friday before, if that is still in the month and the span.
  select
    * exclude (drawn_day),
    case when isodow(drawn_day) > 5 and draw(us, 'weekend') < 0.67 and drawn_day - (isodow(drawn_day) - 5)::int >= first_day
         then drawn_day - (isodow(drawn_day) - 5)::int - (floor(draw(us, 'weekday') * least(5, drawn_day - (isodow(drawn_day) - 5)::int - first_day + 1))::int)
         else drawn_day end as day
  from sessions
), kept as (
  select
    w.*, d.noon,
    in_europe and day between getvariable('outage_day') and getvariable('outage_day') + 2 as in_outage,
    case when draw(us, 'night') < 0.03 then floor(draw(us, 'clock') * 86400)::bigint
         else office_seconds(draw(us, 'clock'), draw(us, 'clock2')) end as second
  from weekdays w join days d using (day)
  where draw(us, 'presence') < d.presence
    and draw(us, 'fade') < case when fades_until - day <= 35 then 0.22 when fades_until - day <= 75 then 0.85 else 1 end
    -- Some months are slow at some customers for no reason: not every fall in usage ends in a departure.
    and draw(us, 'slump') < case when draw(n * 1000 + date_diff('month', date '2000-01-01', getvariable('month')), 'slow month') < 0.02 then 0.3 else 1 end
), steps as (
  select
    n, u, j, us, step, in_outage, automates, profile,
    noon + 1000000 * (second - 43200 + step * 150 + floor(draw(us * 8 + step, 'pause') * 140)::bigint) as instant,
    draw(us * 8 + step, 'feature') as feature_draw,
    draw(us * 8 + step, 'action') as action_draw
  from kept, lateral (select unnest(range(0, 1 + floor(draw(us, 'length') * 3.4)::bigint)) as step) x
  where not in_outage or draw(us, 'outage') < 0.5
), named as (
  select
    n, u, j, step, instant, action_draw,
    case
      when step = 0 then 'login'
      when in_outage and action_draw < 0.6 then 'error'
      else 'feature_used' end as kind,
    case
      when feature_draw < 0.34 then 'dashboards'
      when feature_draw < 0.58 then 'reports'
      when feature_draw < 0.72 then 'exports'
      when feature_draw < 0.84 then 'alerts'
      when feature_draw < 0.91 then 'sharing'
      when automates then 'automations'
      when profile = 'idle' then 'dashboards'
      else 'reports' end as feature
  from steps
)
select
  customer_code(n) as customer_id,
  user_code(n, j) as user_id,
  make_timestamptz(instant) as occurred_at,
  case
    when kind <> 'feature_used' then kind
    when feature = 'reports' and action_draw > 0.7 then 'report_published'
    when feature = 'exports' then 'export'
    when feature = 'sharing' and action_draw > 0.6 then 'invite_sent'
    else 'feature_used' end as name,
  case when kind = 'login' then null else feature end as feature,
  step
from named
union all
-- Programs call the API without a user.
select
  customer_code(n), null,
  make_timestamptz(d.noon + 1000000 * (floor(draw(c, 'api clock') * 86400)::bigint - 43200)),
  'api_call', 'api', 0
from (
  select n, day, n * 100000000 + date_diff('day', date '2000-01-01', day) * 1000 + i as c
  from (
    select n, d.day, draw(n * 100000 + date_diff('day', date '2000-01-01', d.day), 'api calls') as calls
    from spans s join days d on d.day >= greatest(s.starts_on, getvariable('month'), getvariable('start_day'))
                            and d.day < least(s.until, add_months(getvariable('month'), 1))
    where uses_api
  ), lateral (select unnest(range(0, floor(calls * 3 * getvariable('density'))::bigint)) as i) x
) join days d using (day);
