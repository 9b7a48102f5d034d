-- One row per churn event as the company wrote it down; few of these accounts stopped paying.
select
  churn_event_id,
  account_id,
  churn_date as churned_on,
  reason_code as reason,
  cast(refund_amount_usd as decimal(12, 2)) as refund,
  is_reactivation,
  feedback_text as feedback
from read_csv('data/ravenstack_churn_events.csv')
