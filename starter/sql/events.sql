-- One row per product event.
select event_id, customer_id, user_id, occurred_at, name
from read_csv('data/events.csv')
