-- One row per customer and day on which its MRR changed, netted over all its subscriptions.
with steps as (
  select customer_id, started_on as moved_on, mrr as step from subscriptions
  union all
  select customer_id, ended_on, -mrr from subscriptions where ended_on is not null
),
netted as (
  select customer_id, moved_on, sum(step) as delta from steps group by customer_id, moved_on having sum(step) <> 0
),
running as (
  select
    customer_id,
    moved_on,
    delta,
    sum(delta) over (partition by customer_id order by moved_on) as mrr_after,
    row_number() over (partition by customer_id order by moved_on) as nth
  from netted
)
select
  customer_id,
  moved_on,
  case
    when mrr_after = delta and nth = 1 then 'new'
    when mrr_after = delta then 'reactivation'
    when mrr_after = 0 then 'churn'
    when delta > 0 then 'expansion'
    else 'contraction'
  end as kind,
  cast(abs(delta) as decimal(18, 6)) as amount,
  cast(delta as decimal(18, 6)) as delta,
  cast(mrr_after as decimal(18, 6)) as mrr_after
from running
