-- One row per stretch of work, from an instant to an instant.
select *
from read_json('data/sessions.ndjson', format = 'newline_delimited', columns = {
  session_id: 'BIGINT', customer_id: 'VARCHAR', user_id: 'BIGINT', begins_at: 'TIMESTAMPTZ', ends_at: 'TIMESTAMPTZ', pages: 'INTEGER'
})
