-- One row per customer.
select *
from read_json('data/customers.ndjson', format = 'newline_delimited', columns = {
  customer_id: 'VARCHAR', industry: 'VARCHAR', employees: 'BIGINT', vip: 'BOOLEAN', created_on: 'DATE',
  trial_ends_at: 'TIMESTAMP', signed_at: 'TIMESTAMPTZ', tags: 'VARCHAR[]', ratings: 'INTEGER[]'
})
