-- When a customer has the product in use: during its trial and while it pays. Usage fades ahead of some departures.
create table spans as
with stretches as (
  select n, trial_on as starts_on, trial_on + trial_days as until, null::date as leaves_on
  from traits where has_trial
  union all
  select n, starts_on, coalesce(until, getvariable('end_day') + 1), until
  from episodes
)
select
  s.n, s.starts_on, least(s.until, getvariable('end_day') + 1) as until,
  case when t.fades then s.leaves_on end as fades_until,
  t.region, t.pace, t.profile, t.automates, t.uses_api
from stretches s join traits t using (n)
where s.starts_on <= getvariable('end_day') and s.until > getvariable('start_day');

create table user_spans as
select
  u.u, u.n, u.j,
  greatest(s.starts_on, u.created_on, getvariable('start_day')) as starts_on,
  s.until, s.fades_until,
  s.region = 'Europe' as in_europe,
  s.automates, s.profile,
  6.0 * s.pace * case u.role when 'admin' then 1.5 when 'member' then 1.0 else 0.5 end
    * (case s.profile when 'growing' then 0.45 else 0.2 end + 1.6 * draw(u.u, 'keenness') * draw(u.u, 'keenness')) as sessions_per_month
from user_rows u join spans s using (n)
where u.created_on < s.until;
