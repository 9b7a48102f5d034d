-- One row per support ticket.
select
  ticket_id,
  account_id,
  submitted_at as submitted_on,
  submitted_at + first_response_time_minutes * interval '1 minute' as first_responded_at,
  closed_at,
  priority,
  first_response_time_minutes as first_response_minutes,
  resolution_time_hours as resolution_hours,
  cast(satisfaction_score as integer) as csat,
  coalesce(escalation_flag, false) as is_escalated
from read_csv('data/ravenstack_support_tickets.csv')
