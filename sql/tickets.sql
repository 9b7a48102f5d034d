-- One row per support ticket.
select
  ticket_id,
  customer_id,
  user_id,
  opened_at,
  priority,
  category,
  channel,
  first_reply_at,
  resolved_at,
  rated_at,
  csat,
  date_diff('second', opened_at, first_reply_at) / 3600.0 as first_reply_hours,
  date_diff('second', opened_at, resolved_at) / 3600.0 as resolution_hours
from read_csv(
  'data/tickets.csv',
  auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', -- told, so that the file is not looked at to find out
  columns = {
    ticket_id: 'BIGINT', customer_id: 'VARCHAR', user_id: 'VARCHAR', opened_at: 'TIMESTAMPTZ', priority: 'VARCHAR',
    category: 'VARCHAR', channel: 'VARCHAR', first_reply_at: 'TIMESTAMPTZ', resolved_at: 'TIMESTAMPTZ', rated_at: 'TIMESTAMPTZ',
    csat: 'INTEGER'
  }
)
