-- One row per line of an order, postage and other services among them.
select
  invoice_no,
  customer_id,
  invoiced_at as ordered_at,
  stock_code,
  product,
  quantity,
  unit_price,
  amount,
  stock_code not in ('POST', 'DOT', 'C2', 'M', 'BANK CHARGES', 'PADS') as is_product
from lines
where not is_cancellation and quantity > 0 and unit_price > 0
