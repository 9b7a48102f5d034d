-- One row per person and campaign. The holdout was chosen at random and sent nothing.
select
  message_id, customer_id, user_id, campaign, channel, holdout, sent_at, delivered_at, bounced_at, opened_at, clicked_at,
  converted_at, unsubscribed_at, cost, revenue,
  converted_at <= sent_at + interval 7 days as converted_in_7_days
from read_parquet('data/messages.parquet')
