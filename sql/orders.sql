-- One row per order of an add-on.
select order_id, customer_id, user_id, product, quantity, amount, ordered_at, refunded_at
from read_parquet('data/orders.parquet')
