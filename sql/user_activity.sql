-- One row per user, customer and day with a product event; calls of the API, which have no user, are a row a customer and day.
-- Attributes and metrics that count days and people read this, which is far smaller than the events.
select
  customer_id,
  user_id,
  cast(timezone('Europe/Rome', occurred_at) as date) as active_on, -- the zone of workspace.yml
  cast(count(*) as integer) as events,
  cast(count(*) filter (name = 'login') as integer) as logins,
  cast(count(*) filter (name = 'report_published') as integer) as reports_published,
  cast(count(*) filter (name = 'api_call') as integer) as api_calls,
  cast(count(*) filter (name = 'error') as integer) as errors
from events
group by customer_id, user_id, active_on
