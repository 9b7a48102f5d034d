-- Made once: they depend on no population and no period.
create temp macro mrr_on(a_day) as table
  select customer_id, sum(mrr) as mrr, sum(seats) filter (not is_trial) as seats, bool_or(not is_trial) as contract, bool_or(is_trial) as trial
  from subscriptions
  where started_on <= a_day and (ended_on is null or ended_on > a_day)
  group by customer_id;

create temp table event_days as
  select customer_id, user_id, name, feature, (occurred_at at time zone 'Europe/Rome')::date as happened_on
  from events order by happened_on;

create temp macro active_on(a_day, days) as table
  select
    customer_id,
    count(distinct user_id) as people,
    count(distinct feature) as features,
    coalesce(bool_or(feature = 'automations'), false) as automations
  from event_days
  where happened_on between a_day - days + 1 and a_day
  group by customer_id;

-- How the MRR of a customer stood before and after each day on which a subscription began or ended.
create temp table moves as
with change_days as (
  select customer_id, started_on as moved_on from subscriptions
  union
  select customer_id, ended_on from subscriptions where ended_on is not null
),
levels as (
  select
    d.customer_id,
    d.moved_on,
    (
      select coalesce(sum(s.mrr), 0)
      from subscriptions s
      where s.customer_id = d.customer_id and s.started_on <= d.moved_on and (s.ended_on is null or s.ended_on > d.moved_on)
    ) as level_after
  from change_days d
),
pairs as (
  select
    *,
    coalesce(lag(level_after) over by_day, 0) as level_before,
    coalesce(max(level_after) over (by_day rows between unbounded preceding and 1 preceding), 0) as highest_before
  from levels
  window by_day as (partition by customer_id order by moved_on)
)
select
  customer_id,
  moved_on,
  case
    when level_before = 0 and level_after > 0 and highest_before = 0 then level_after
  end as is_new,
  case when level_before = 0 and level_after > 0 and highest_before > 0 then level_after end as is_back,
  case when level_before > 0 and level_after > level_before then level_after - level_before end as is_more,
  case when level_after > 0 and level_after < level_before then level_before - level_after end as is_less,
  case when level_before > 0 and level_after = 0 then level_before end as is_gone
from pairs;
