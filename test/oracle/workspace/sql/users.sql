-- One row per person and customer.
select *
from read_json('data/users.ndjson', format = 'newline_delimited', columns = {
  user_id: 'BIGINT', customer_id: 'VARCHAR', role: 'VARCHAR', age: 'INTEGER', joined_at: 'TIMESTAMPTZ'
})
