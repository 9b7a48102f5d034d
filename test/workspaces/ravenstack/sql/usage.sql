-- One row per use of a feature; it names a subscription and belongs to the account of that subscription, whenever it happened.
select
  u.usage_id,
  s.account_id,
  u.subscription_id,
  u.usage_date as used_on,
  u.feature_name,
  u.usage_count,
  u.usage_duration_secs as duration_seconds,
  u.error_count,
  u.is_beta_feature as is_beta
from read_csv('data/ravenstack_feature_usage.csv') as u
join subscriptions as s on s.subscription_id = u.subscription_id
