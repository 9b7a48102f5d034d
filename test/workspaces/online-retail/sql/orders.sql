-- One row per order: an invoice that names a customer and is no cancellation, over its lines with a quantity and a price.
select
  invoice_no,
  customer_id,
  min(invoiced_at) as ordered_at,
  count(*) as line_count,
  sum(quantity) as items,
  sum(amount) as amount,
  row_number() over (partition by customer_id order by min(invoiced_at), invoice_no) as order_number
from lines
where not is_cancellation and quantity > 0 and unit_price > 0
group by invoice_no, customer_id
