-- metric: members
select count(*) from member;

-- metric: customers
select count(*) from member join mrr_on(:last) using (customer_id) where mrr > 0;

-- metric: contracted_customers
select count(*) from member join mrr_on(:last) using (customer_id) where contract;

-- metric: prospects
select count(*) from member
where customer_id not in (select customer_id from subscriptions where mrr > 0 and started_on <= :last)
  and customer_id not in (select customer_id from mrr_on(:last) where contract);

-- metric: trials
select count(*) from member join mrr_on(:last) using (customer_id) where trial;

-- metric: user_count
select count(*) from users join member using (customer_id) where users.created_on <= :last;

-- metric: logo_churn_rate
with paying as (select customer_id from members_on(:from - 1) join mrr_on(:from - 1) using (customer_id) where mrr > 0)
select count(*) filter (customer_id not in (select customer_id from mrr_on(:last) where mrr > 0)) / nullif(count(*), 0) from paying;

-- metric: monthly_logo_churn_rate
with paying as (
  select customer_id from members_on((:until - interval 1 month)::date - 1) join mrr_on((:until - interval 1 month)::date - 1) using (customer_id)
  where mrr > 0
)
select count(*) filter (customer_id not in (select customer_id from mrr_on(:last) where mrr > 0)) / nullif(count(*), 0) from paying;

-- metric: annualized_logo_churn_rate
with paying as (
  select customer_id from members_on((:until - interval 1 month)::date - 1) join mrr_on((:until - interval 1 month)::date - 1) using (customer_id)
  where mrr > 0
),
monthly as (
  select count(*) filter (customer_id not in (select customer_id from mrr_on(:last) where mrr > 0)) / nullif(count(*), 0) as m from paying
)
select 1 - (1 - m) ** 12 from monthly;

-- metric: logo_churn_rate_6m
select sum(lost) / nullif(sum(paying), 0) from churn_of_six_months;

-- metric: logo_churn_rate_12m
with paying as (
  select customer_id from members_on((:until - interval 1 year)::date - 1) join mrr_on((:until - interval 1 year)::date - 1) using (customer_id)
  where mrr > 0
)
select count(*) filter (customer_id not in (select customer_id from mrr_on(:last) where mrr > 0)) / nullif(count(*), 0) from paying;

-- metric: logo_churn_rate_cohort
with paying as (select customer_id from members_on(:from - 1) join mrr_on(:from - 1) using (customer_id) where mrr > 0)
select count(*) filter (customer_id in (select customer_id from moves where is_gone > 0 and moved_on >= :from and moved_on < :until))
  / nullif(count(*), 0)
from paying;

-- metric: paying_at_start
select count(*) from member join mrr_on(:from - 1) using (customer_id) where mrr > 0;

-- metric: logo_churn_rate_events
select
  (select count(distinct customer_id) from moves semi join member using (customer_id)
   where is_gone > 0 and moved_on >= :from and moved_on < :until)
  / nullif((select count(*) from member join mrr_on(:from - 1) using (customer_id) where mrr > 0), 0);

-- metric: grr
select sum(least(a.mrr, coalesce(z.mrr, 0))) / nullif(sum(a.mrr), 0)
from members_on(:from - 1) join mrr_on(:from - 1) a using (customer_id) left join mrr_on(:last) z using (customer_id)
where a.mrr > 0;

-- metric: nrr
select sum(coalesce(z.mrr, 0)) / nullif(sum(a.mrr), 0)
from members_on(:from - 1) join mrr_on(:from - 1) a using (customer_id) left join mrr_on(:last) z using (customer_id)
where a.mrr > 0;

-- metric: grr_12m
select sum(least(a.mrr, coalesce(z.mrr, 0))) / nullif(sum(a.mrr), 0)
from members_on((:until - interval 1 year)::date - 1) join mrr_on((:until - interval 1 year)::date - 1) a using (customer_id)
left join mrr_on(:last) z using (customer_id)
where a.mrr > 0;

-- metric: nrr_12m
select sum(coalesce(z.mrr, 0)) / nullif(sum(a.mrr), 0)
from members_on((:until - interval 1 year)::date - 1) join mrr_on((:until - interval 1 year)::date - 1) a using (customer_id)
left join mrr_on(:last) z using (customer_id)
where a.mrr > 0;

-- metric: nrr_net_churn
-- What became of the MRR of those who were members at the start; what is new is set aside.
select
  ((select coalesce(sum(mrr), 0) from members_on(:from - 1) join mrr_on(:last) using (customer_id))
   - (select coalesce(sum(is_new), 0) from moves semi join members_on(:from - 1) using (customer_id)
      where moved_on >= :from and moved_on < :until))
  / nullif((select sum(mrr) from members_on(:from - 1) join mrr_on(:from - 1) using (customer_id)), 0);

-- metric: nrr_expansion_only
select
  ((select coalesce(sum(mrr), 0) from members_on(:from - 1) join mrr_on(:last) using (customer_id))
   - (select coalesce(sum(is_new), 0) + coalesce(sum(is_back), 0) from moves semi join members_on(:from - 1) using (customer_id)
      where moved_on >= :from and moved_on < :until))
  / nullif((select sum(mrr) from members_on(:from - 1) join mrr_on(:from - 1) using (customer_id)), 0);

-- metric: arpa
select avg(mrr) from member join mrr_on(:last) using (customer_id) where mrr > 0;

-- metric: clv
-- The gross margin of the sample is 80 %.
select (select avg(mrr) from member join mrr_on(:last) using (customer_id) where mrr > 0) * 0.8
  / nullif((select sum(lost) / nullif(sum(paying), 0) from churn_of_six_months), 0);

-- metric: clv_30d
select (select avg(mrr) from member join mrr_on(:last) using (customer_id) where mrr > 0)
  * nullif((select count(*) from member join mrr_on(:from - 1) using (customer_id) where mrr > 0), 0)
  / nullif((select count(distinct customer_id) from moves semi join member using (customer_id)
            where is_gone > 0 and moved_on >= :from and moved_on < :until), 0);

-- metric: clv_12m
with paying as (
  select customer_id from members_on((:until - interval 1 year)::date - 1) join mrr_on((:until - interval 1 year)::date - 1) using (customer_id)
  where mrr > 0
),
lost as (select count(*) as n from paying where customer_id not in (select customer_id from mrr_on(:last) where mrr > 0))
select (select avg(mrr) from member join mrr_on(:last) using (customer_id) where mrr > 0) * 0.8 * 12 * (select count(*) from paying)
  / nullif((select n from lost), 0);

-- metric: license_utilization
select sum(coalesce(people, 0)) / nullif(sum(seats), 0)
from member join mrr_on(:last) using (customer_id) left join active_on(:last, 30) using (customer_id)
where seats > 0;

-- metric: seats_assigned
with assigned as (select customer_id, count(*) as accounts from users where created_on <= :last group by customer_id)
select sum(coalesce(accounts, 0)) / nullif(sum(seats), 0)
from member join mrr_on(:last) using (customer_id) left join assigned using (customer_id)
where seats > 0;

-- metric: automations_adoption
with eligible as (
  select s.customer_id from subscriptions s join mrr_on(:last) p on p.customer_id = s.customer_id and p.mrr > 0
  where s.started_on <= :last and (s.ended_on is null or s.ended_on > :last) and not s.is_trial and s.plan in ('growth', 'scale', 'enterprise')
  group by s.customer_id
)
select count(*) filter (automations) / nullif(count(*), 0)
from member join eligible using (customer_id) left join active_on(:last, 30) using (customer_id);

-- metric: automations_adoption_active
select count(*) filter (automations) / nullif(count(*), 0)
from member join mrr_on(:last) using (customer_id) join active_on(:last, 30) using (customer_id)
where mrr > 0 and people > 0;

-- metric: automations_adoption_all
select count(*) filter (automations) / nullif(count(*), 0)
from member join mrr_on(:last) using (customer_id) left join active_on(:last, 30) using (customer_id)
where mrr > 0;

-- metric: feature_breadth
select avg(coalesce(features, 0))
from member join mrr_on(:last) using (customer_id) left join active_on(:last, 30) using (customer_id)
where mrr > 0;

-- metric: time_to_value
with paid as (
  select customer_id, min(started_on) as paid_on from subscriptions where mrr > 0 and started_on <= :last group by customer_id
),
proved as (
  select customer_id, min(happened_on) as proved_on from event_days where name = 'report_published' and happened_on <= :last group by customer_id
)
select median(greatest(proved_on - paid_on, 0)) from member join paid using (customer_id) join proved using (customer_id);

-- metric: open_tickets
select count(*) from m_tickets where opened_on <= :last and (solved_on is null or solved_on > :last);
