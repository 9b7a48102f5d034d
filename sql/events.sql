-- One row per product event.
select event_id, customer_id, user_id, occurred_at, name, feature
from read_parquet('data/events/*.parquet')
