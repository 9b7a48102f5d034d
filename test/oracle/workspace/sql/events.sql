-- One row per product event.
select *
from read_json('data/events.ndjson', format = 'newline_delimited', columns = {
  event_id: 'BIGINT', customer_id: 'VARCHAR', user_id: 'BIGINT', occurred_at: 'TIMESTAMPTZ', name: 'VARCHAR',
  amount: 'DECIMAL(10,2)', seconds: 'DOUBLE', labels: 'VARCHAR[]'
})
