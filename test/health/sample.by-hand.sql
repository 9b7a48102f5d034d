-- Health of the sample's customers as of the end of $day, written from what sql/health.yml says in words.
with asked as (select date '$day' as d),
ends as (select d, (cast(d + 1 as timestamp)) at time zone 'Europe/Rome' as until from asked),
here as (select c.* from customers c, ends where c.created_on <= d),
running as (
  select s.* from subscriptions s, ends where s.started_on <= d and (s.ended_on is null or s.ended_on > d)
),
contract as (
  select
    customer_id,
    sum(seats) as seats,
    max(list_position(['free', 'starter', 'growth', 'scale', 'enterprise'], plan)) as plan
  from running
  where not is_trial
  group by customer_id
),
now_in as (select s.customer_id, max(s.stage) as stage from stages s, ends where s.started_on <= d and (s.ended_on is null or s.ended_on > d) group by s.customer_id),
seen as (
  select e.*, cast(e.occurred_at at time zone 'Europe/Rome' as date) as on_day from events e, ends where e.occurred_at < until
),
used as (
  select
    customer_id,
    count(distinct case when on_day > d - 30 then user_id end) as users_30,
    count(distinct case when on_day > d - 14 then user_id end) as users_14,
    count(distinct case when on_day > d - 30 then feature end) as features,
    max(on_day) as last_day,
    min(case when name = 'report_published' then on_day end) as first_report
  from seen, ends
  group by customer_id
),
paid as (select s.customer_id, min(s.started_on) as first_paid from subscriptions s, ends where s.mrr > 0 and s.started_on <= d group by s.customer_id),
answers as (
  select r.*, cast(r.responded_at at time zone 'Europe/Rome' as date) as on_day
  from survey_responses r, ends where r.responded_at < until
),
latest as (
  select customer_id, user_id, score from answers, ends
  where survey = 'nps' and score between 0 and 10 and on_day > d - 90
  qualify user_id is null or row_number() over (partition by customer_id, user_id order by responded_at desc, response_id desc) = 1
),
voice as (select customer_id, avg(score) as nps from latest group by customer_id),
answered as (select customer_id, max(on_day) as last_answer from answers group by customer_id),
asked_help as (
  select
    t.customer_id,
    count(*) filter (where t.priority = 'urgent' and (t.resolved_at is null or t.resolved_at >= until)) as urgent,
    count(*) filter (where cast(t.opened_at at time zone 'Europe/Rome' as date) > d - 30) as tickets_30
  from tickets t, ends
  where t.opened_at < until
  group by t.customer_id
),
people as (
  select u.customer_id, count(*) filter (where u.stakeholder in ('champion', 'decision maker', 'economic buyer')) as sponsors
  from users u, ends where u.created_on is null or u.created_on <= d
  group by u.customer_id
),
facts as (
  select
    h.customer_id,
    case
      when c.customer_id is null then null
      when n.stage = 'onboarding' then 'onboarding'
      when h.is_strategic or c.plan >= 4 then 'enterprise'
      else 'standard'
    end as profile,
    coalesce(u.users_30, 0) * 1.0::double / nullif(c.seats, 0) as utilisation,
    coalesce(u.users_14, 0) as users_14,
    coalesce(u.features, 0) as features,
    d - u.last_day as unseen,
    case when u.first_report <= p.first_paid then 0 else u.first_report - p.first_paid end as to_value,
    case when d - w.last_answer <= 60 then v.nps end as nps_60,
    case when d - w.last_answer <= 90 then v.nps end as nps_90,
    coalesce(t.urgent, 0) as urgent,
    coalesce(t.tickets_30, 0) as tickets_30,
    coalesce(q.sponsors, 0) > 0 as sponsor
  from here h
  cross join ends
  left join contract c using (customer_id)
  left join now_in n using (customer_id)
  left join used u using (customer_id)
  left join paid p using (customer_id)
  left join voice v using (customer_id)
  left join answered w using (customer_id)
  left join asked_help t using (customer_id)
  left join people q using (customer_id)
),
parts as (
  select customer_id, profile, part, weight, score from (
    select customer_id, profile, unnest([
      {part: 'adoption', weight: 30.0::double, score: case when utilisation >= 0.8 then 100 when utilisation >= 0.4 then 50 + 50 * (utilisation - 0.4) / 0.4 else 50 * utilisation / 0.4 end},
      {part: 'breadth', weight: 15, score: case when features >= 6 then 100 when features >= 3 then 60 + 40 * (features - 3) / 3.0 else 20 * features end},
      {part: 'voice', weight: 20, score: case when nps_60 < 5 then 0 when nps_60 < 7 then 40 when nps_60 < 9 then 70 when nps_60 >= 9 then 100 end},
      {part: 'support', weight: 20, score: case urgent when 0 then 100 when 1 then 40 else 0 end},
      {part: 'sponsor', weight: 15, score: case when sponsor then 100 else 20 end}
    ], recursive := true) from facts where profile = 'enterprise'
    union all by name
    select customer_id, profile, unnest([
      {part: 'adoption', weight: 40.0::double, score: case when utilisation >= 0.9 then 100 when utilisation >= 0.5 then 60 + 40 * (utilisation - 0.5) / 0.4 else 60 * utilisation / 0.5 end},
      {part: 'recency', weight: 20, score: case when unseen <= 1 then 100 when unseen < 14 then 100 - 60 * (unseen - 1) / 13.0 when unseen < 30 then 40 - 40 * (unseen - 14) / 16.0 when unseen >= 30 then 0 end},
      {part: 'voice', weight: 20, score: case when nps_90 < 6 then 5 * nps_90 when nps_90 < 8 then 30 + 20 * (nps_90 - 6) when nps_90 >= 8 then 70 + 15 * (nps_90 - 8) end},
      {part: 'support', weight: 20, score: case when tickets_30 < 2 then 100 - 15 * tickets_30 when tickets_30 < 8 then 70 - 70 * (tickets_30 - 2) / 6.0 else 0 end}
    ], recursive := true) from facts where profile = 'standard'
    union all by name
    select customer_id, profile, unnest([
      {part: 'adoption', weight: 1.0::double, score: case when users_14 < 1 then 0.0::double when users_14 < 2 then 40 when users_14 < 5 then 70 else 100 end},
      {part: 'value', weight: 1, score: coalesce(case when to_value <= 7 then 100 when to_value < 30 then 100 - 40 * (to_value - 7) / 23.0 when to_value < 90 then 60 - (to_value - 30) else 0 end, 0)}
    ], recursive := true) from facts where profile = 'onboarding'
  )
),
scored as (
  select
    customer_id,
    case
      when any_value(profile) = 'onboarding' then min(score)
      when sum(weight) filter (where score is not null) >= 0.5 * sum(weight)
        then sum(weight * score) / sum(weight) filter (where score is not null)
    end as score
  from parts group by customer_id
)
select
  f.customer_id as id,
  f.profile,
  s.score,
  case
    when f.profile is null then null when s.score is null then 'UNKNOWN' when s.score >= 70 then 'good' when s.score >= 40 then 'average' else 'poor'
  end as band,
  (select score from parts p where p.customer_id = f.customer_id and p.part = 'adoption') as adoption,
  (select score from parts p where p.customer_id = f.customer_id and p.part = 'voice') as voice,
  (select score from parts p where p.customer_id = f.customer_id and p.part = 'support') as support
from facts f left join scored s using (customer_id)
order by id
