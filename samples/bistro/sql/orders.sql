-- One row per dish ordered.
select line_id, visit_id, guest_id, ordered_at, dish, category, gluten_free, quantity, amount
from read_parquet('data/orders.parquet')
