-- One row per account and day on which its MRR changed.
with
  changes as (
    select account_id, started_on as moved_on, mrr as change from subscriptions
    union all
    select account_id, ended_on, -mrr from subscriptions where ended_on is not null
  ),
  days as (
    select account_id, moved_on, sum(change) as change
    from changes
    group by account_id, moved_on
    having sum(change) <> 0
  ),
  balances as (
    select
      account_id,
      moved_on,
      change,
      sum(change) over (partition by account_id order by moved_on) as mrr_after,
      row_number() over (partition by account_id order by moved_on) as movement_number
    from days
  )
select
  account_id,
  moved_on,
  case
    when movement_number = 1 then 'new'
    when mrr_after = change then 'reactivation'
    when mrr_after = 0 then 'churn'
    when change > 0 then 'expansion'
    else 'contraction'
  end as kind,
  cast(abs(change) as decimal(12, 2)) as amount,
  cast(mrr_after - change as decimal(12, 2)) as mrr_before,
  cast(mrr_after as decimal(12, 2)) as mrr_after
from balances
