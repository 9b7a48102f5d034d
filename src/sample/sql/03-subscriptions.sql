-- One row per customer and month of its contract, carried past the end so that what comes next is known to the generator.
create table contract_months as
with months as (
  select
    t.*,
    k,
    add_months(first_paid_on, k) as starts_on
  from traits t, lateral (select unnest(range(0, 12 * (2 + ceil((getvariable('days') + 730) / 365.0)::int)))::int as k) m
  where converts and created_on <= getvariable('end_day') and first_paid_on <= getvariable('end_day')
    and add_months(first_paid_on, k) <= getvariable('end_day') + 150
), hazards as (
  select
    *,
    case billing when 'monthly' then 0.03 else 0.2 end
      * case when automates then 0.2 when plan_rank >= 2 then 1.6 else 1.0 end
      * case profile when 'idle' then 1.9 when 'growing' then 0.4 else 1.0 end as hazard,
    k > 0 and (billing = 'monthly' or k % 12 = 0) as may_leave
  from months
), left_first as (
  select *, min(case when may_leave and draw(n * 1000 + k, 'leave') < hazard then k end) over (partition by n) as left_k
  from hazards
), came_back as (
  select
    *,
    case when draw(n, 'returns') < 0.22 then left_k + 2 + floor(draw(n, 'away') * 5)::int end as back_k
  from left_first
), left_again as (
  select
    *,
    min(case when k > back_k and (billing = 'monthly' or (k - back_k) % 12 = 0)
             and draw(n * 1000 + k, 'leave again') < hazard then k end) over (partition by n) as left_again_k
  from came_back
), steps as (
  select
    *,
    case
      when k = 0 then 0
      when profile = 'growing' and draw(n * 1000 + k, 'grow') < 0.2 then 1 + floor(first_seats * 0.16)::int
      when draw(n * 1000 + k, 'grow') < 0.012 then 1 + floor(first_seats * 0.12)::int
      when profile <> 'growing' and draw(n * 1000 + k, 'shrink')
           < case when billing = 'monthly' then 0.02 when k % 12 = 0 then 0.15 else 0 end * case profile when 'idle' then 2 else 1 end
        then -greatest(1, floor(first_seats * 0.25)::int)
      else 0
    end as step
  from left_again
)
select
  n, k, starts_on, first_paid_on, billing, discount_percent,
  case when k < coalesce(left_k, 9999) then 1 when k >= back_k and k < coalesce(left_again_k, 9999) then 2 end as episode,
  case when k < coalesce(left_k, 9999) then 0 else back_k end as episode_k,
  greatest(1, first_seats + sum(step) over (partition by n order by k))::int as seats,
  least(4, plan_rank + (k >= upgrade_month)::int) as plan_rank
from steps;

-- A stretch of time in which a customer pays without a break; until is null when it lasts beyond what is simulated.
create table episodes as
select
  n,
  episode,
  min(starts_on) as starts_on,
  case when max(k) < any_value(last_k) then add_months(any_value(first_paid_on), max(k) + 1) end as until
from (select *, max(k) over (partition by n) as last_k from contract_months)
where episode is not null
group by n, episode;

create table platform_terms as
with marked as (
  select
    *,
    lag(k) over w is null
      or lag(k) over w <> k - 1
      or lag(seats) over w <> seats
      or lag(plan_rank) over w <> plan_rank
      or (billing = 'annual' and (k - episode_k) % 12 = 0) as opens
  from contract_months
  where episode is not null
  window w as (partition by n, episode order by k)
)
select
  m.*,
  coalesce(lead(m.starts_on) over (partition by m.n, m.episode order by k), e.until) as ends_on,
  e.until as leaves_on
from marked m join episodes e using (n, episode)
where opens;

create table subscription_rows as
with addons as (
  select
    e.n, e.episode, e.until, t.plan_rank, t.first_seats, t.discount_percent,
    add_months(e.starts_on, floor(draw(e.n, 'insights wait') * 14)::int) as insights_on,
    add_months(e.starts_on, 3 * floor(draw(e.n, 'support wait') * 4)::int) as support_on,
    draw(e.n, 'insights') < 0.2 as has_insights,
    t.plan_rank >= 3 and draw(e.n, 'support') < 0.3 as has_support,
    case when draw(e.n, 'insights stops') < 0.3
         then add_months(e.starts_on, 16 + floor(draw(e.n, 'insights stop') * 8)::int) end as insights_until
  from episodes e join traits t using (n)
), every_product as (
  select
    n, 'platform' as product, plan_rank, billing, seats, false as is_trial,
    case billing when 'annual' then seats * ([12, 29, 59, 99])[plan_rank] * 10.8 else seats * ([12, 29, 59, 99])[plan_rank] end as amount,
    discount_percent,
    starts_on, ends_on,
    case when billing = 'annual' then add_months(first_paid_on, episode_k + 12 * ((k - episode_k) // 12 + 1)) end as renews_on,
    leaves_on,
    billing = 'annual' and k > episode_k and (k - episode_k) % 12 = 0 as is_renewal
  from platform_terms
  union all
  select n, 'insights', plan_rank, 'monthly', 0, false, 19 + 4 * first_seats, 0,
         insights_on, nullif(least(coalesce(until, date '9999-01-01'), coalesce(insights_until, date '9999-01-01')), date '9999-01-01'), null,
         nullif(least(coalesce(until, date '9999-01-01'), coalesce(insights_until, date '9999-01-01')), date '9999-01-01'), false
  from addons
  where has_insights and insights_on < least(coalesce(until, date '9999-01-01'), coalesce(insights_until, date '9999-01-01'))
  union all
  select n, 'premium support', plan_rank, 'quarterly', 0, false, 290 * plan_rank, discount_percent,
         support_on, until, null, until, false
  from addons
  where has_support and support_on < coalesce(until, date '9999-01-01')
  union all
  select n, 'platform', 2, 'monthly', 5, true, 0, 0, trial_on, trial_on + trial_days, null, null, false
  from traits
  where has_trial
)
select
  n,
  product,
  (['starter', 'growth', 'scale', 'enterprise'])[plan_rank] as plan,
  billing,
  seats,
  is_trial,
  money(amount) as amount,
  discount_percent::decimal(5, 2) as discount_percent,
  starts_on as started_on,
  ends_on,
  renews_on,
  -- Who leaves gives notice: a month or two ahead on a yearly contract, days ahead on a monthly one.
  leaves_on - (case billing when 'annual' then 30 else 2 end + floor(draw(n, 'notice') * 25)::int) as notice_on,
  leaves_on,
  is_renewal
from every_product;

-- What is on the books at the end: nothing that begins later but renewals signed early, no end that is not known yet.
create table subscriptions as
with known as (
  select
    *,
    draw(n, 'signs early') < 0.3 and not is_trial and billing = 'annual' as signs_early,
    notice_on <= getvariable('end_day') as notice_given
  from subscription_rows
)
select
  customer_code(n) as customer_id, product, plan, billing, seats, is_trial, amount, discount_percent, started_on,
  case when ends_on <= getvariable('end_day') or is_trial then ends_on
       when leaves_on = ends_on and notice_given then ends_on
       when signs_early and ends_on = renews_on and ends_on <= getvariable('end_day') + 30 and leaves_on is distinct from ends_on then ends_on
  end as ended_on,
  renews_on,
  case when notice_given and leaves_on = ends_on then notice_on end as cancelled_on
from known
where started_on <= getvariable('end_day') or (signs_early and is_renewal and started_on <= getvariable('end_day') + 30);
