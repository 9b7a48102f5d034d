-- One row per person named on an invoice; eight moved country, and keep the first.
with
  numbered as (
    select
      customer_id,
      country,
      cast(invoiced_at as date) as first_seen_on,
      row_number() over (partition by customer_id order by invoiced_at, invoice_no) as line_number
    from lines
  )
select customer_id, country, first_seen_on
from numbered
where line_number = 1
