-- One row per support ticket.
select *
from read_json('data/tickets.ndjson', format = 'newline_delimited', columns = {
  ticket_id: 'BIGINT', customer_id: 'VARCHAR', user_id: 'BIGINT', opened_at: 'TIMESTAMP', resolved_at: 'TIMESTAMP',
  priority: 'VARCHAR', csat: 'INTEGER'
})
