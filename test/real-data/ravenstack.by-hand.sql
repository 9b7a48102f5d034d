create view accounts as from read_csv('data/ravenstack_accounts.csv');
create view subs as from read_csv('data/ravenstack_subscriptions.csv');
create view tickets as from read_csv('data/ravenstack_support_tickets.csv');
create view churns as from read_csv('data/ravenstack_churn_events.csv');
create view uses as
select account_id, uses.*
from read_csv('data/ravenstack_feature_usage.csv') as uses
join (select subscription_id, account_id from subs) using (subscription_id);

-- The days on which sizes are asked.
create table asked as select unnest([date '2023-12-31', date '2024-06-30', date '2024-09-15', date '2024-12-31']) as d;

create table months as
select
  cast(m as date) as first,
  cast(m - interval 1 day as date) as eve,
  cast(m + interval 1 month - interval 1 day as date) as last,
  cast(m + interval 1 month as date) as next
from unnest(range(timestamp '2023-01-01', timestamp '2025-01-01', interval 1 month)) as t (m);

-- What every account pays per month at the end of every day, and what it paid at the end of the day before.
create table balances as
with
  days as (
    select cast(t as date) as d
    from unnest(range(timestamp '2022-12-31', timestamp '2025-01-01', interval 1 day)) as x (t)
  ),
  paid_days as (
    select
      account_id,
      mrr_amount,
      unnest(range(start_date::timestamp, coalesce(end_date, date '2025-01-01')::timestamp, interval 1 day))::date as d
    from subs
    where not is_trial
  ),
  ends as (
    select d, account_id, coalesce(sum(mrr_amount), 0)::double as mrr
    from days
    cross join (select account_id from accounts) as a
    left join paid_days using (d, account_id)
    group by d, account_id
  )
select
  d,
  account_id,
  mrr,
  lag(mrr) over w as mrr_before,
  max(mrr) over (w rows between unbounded preceding and 1 preceding) > 0 as had_paid
from ends
window w as (partition by account_id order by d);
