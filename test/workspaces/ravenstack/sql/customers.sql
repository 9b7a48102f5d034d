-- One row per account.
select
  account_id,
  account_name,
  industry,
  country,
  signup_date as signed_up_on,
  referral_source,
  plan_tier,
  seats as account_seats,
  is_trial as is_trial_account,
  churn_flag as flagged_churned
from read_csv('data/ravenstack_accounts.csv')
