-- One row per subscription; a trial is worth nothing.
select
  subscription_id,
  account_id,
  start_date as started_on,
  end_date as ended_on,
  plan_tier,
  billing_frequency,
  is_trial,
  auto_renew_flag as auto_renews,
  upgrade_flag as is_upgrade,
  downgrade_flag as is_downgrade,
  seats,
  cast(case when is_trial then 0 else mrr_amount end as decimal(12, 2)) as mrr
from read_csv('data/ravenstack_subscriptions.csv')
