-- One row per cancellation that names a customer.
select
  invoice_no,
  customer_id,
  min(invoiced_at) as cancelled_at,
  -sum(quantity) as items,
  -sum(amount) as amount
from lines
where is_cancellation
group by invoice_no, customer_id
