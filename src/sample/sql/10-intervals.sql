-- Lifecycle stages, the sales funnel and the customer-success owners, as half-open intervals.
create table stages as
with paid as (
  select n, min(starts_on) as first_on from episodes group by n
), onboarding as (
  select e.*, p.first_on = e.starts_on as is_first, t.profile,
         least(e.starts_on + case t.profile when 'idle' then 120 + floor(draw(n, 'slow') * 240)::int
                                            else 25 + floor(draw(n, 'slow') * 50)::int end, coalesce(e.until, date '9999-01-01')) as adopted_on
  from episodes e join paid p using (n) join traits t using (n)
), every as (
  select n, 'lead' as stage, created_on as starts_on, coalesce(case when has_trial then trial_on end, first_paid_on) as ends_on
  from traits
  union all
  select n, 'trial', trial_on, trial_on + trial_days from traits where has_trial
  union all
  select n, 'lead', trial_on + trial_days, null from traits where has_trial and first_paid_on is null
  union all
  select n, 'onboarding', starts_on, adopted_on from onboarding where is_first
  union all
  select n, 'adoption', case when is_first then adopted_on else starts_on end, until from onboarding
  union all
  select n, 'churned', until, lead(starts_on) over (partition by n order by starts_on) from episodes
)
select
  customer_code(n) as customer_id, stage, starts_on as started_on,
  case when ends_on <= getvariable('end_day') then ends_on end as ended_on
from every
where starts_on <= getvariable('end_day') and starts_on < coalesce(ends_on, date '9999-01-01')
  and n in (select n from customers);

create table deal_stages as
with starts as (
  select
    n, size, created_on, first_paid_on, first_seats, plan_rank,
    greatest(created_on + 1, coalesce(first_paid_on, created_on + 90) - (12 + floor(draw(n, 'cycle') * 60)::int)) as opened_on,
    case when first_paid_on is null then 1 + floor(draw(n, 'deal reach') * 4)::int else 5 end as reach
  from traits
  where first_paid_on is not null or draw(n, 'deal') < 0.7
), cycles as (
  select *, greatest(4, coalesce((first_paid_on - opened_on)::int, 40 + floor(draw(n, 'cycle length') * 160)::int)) as length from starts
), dated as (
  select *, i, opened_on + floor(length * ([0.0, 0.2, 0.45, 0.75, 1.0])[i])::int as starts_on,
         case when i < reach or reach = 5 then opened_on + floor(length * ([0.2, 0.45, 0.75, 1.0, 1.0])[i])::int
              else opened_on + length + 15 end as ends_on
  from cycles, lateral (select unnest(range(1, reach + 1)) as i) x
), every as (
  select n, (['lead', 'qualified', 'proposal', 'negotiation', 'won'])[i] as stage, starts_on,
         case when i < 5 then ends_on end as ends_on, first_seats, plan_rank
  from dated
  union all
  select n, 'lost', opened_on + length + 15, null, first_seats, plan_rank from cycles where reach < 5
)
select
  'D' || lpad(n::varchar, getvariable('width'), '0') as deal_id,
  customer_code(n) as customer_id,
  stage,
  money(first_seats * ([12, 29, 59, 99])[plan_rank] * 12) as amount,
  starts_on as started_on,
  case when ends_on <= getvariable('end_day') then ends_on end as ended_on
from every
where starts_on <= getvariable('end_day') and starts_on < coalesce(ends_on, date '9999-01-01')
  and n in (select n from customers);

create table owners as
with team as (
  select greatest(6, getvariable('customers') // 80) as people
), terms as (
  select e.n, e.until, i, e.starts_on + 1 + (i * (260 + floor(draw(e.n, 'owner term') * 240)::int))::int as starts_on,
         e.starts_on + 1 + ((i + 1) * (260 + floor(draw(e.n, 'owner term') * 240)::int))::int
           -- Some handovers leave a gap in which nobody owns the customer.
           - case when draw(e.n * 100 + i, 'gap') < 0.15 then 20 else 0 end as ends_on
  from episodes e, range(0, 20) r(i)
), every as (
  select n, starts_on, least(ends_on, coalesce(until, date '9999-01-01')) as ends_on,
         floor(draw(n * 100 + i, 'owner') * people)::int as person
  from terms, team
  where starts_on < least(coalesce(until, date '9999-01-01'), getvariable('end_day') + 1)
)
select
  customer_code(n) as customer_id,
  full_name(draw(person, 'owner first'), draw(person, 'owner last')) as owner,
  (['North', 'South', 'Global'])[1 + person % 3] as team,
  starts_on as started_on,
  case when ends_on <= getvariable('end_day') then ends_on end as ended_on
from every
where n in (select n from customers);
