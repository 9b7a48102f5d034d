-- One row per customer, product and stretch of unchanged terms. A change of seats, plan or price ends one row and starts the next.
select
  subscription_id,
  customer_id,
  product,
  plan,
  billing,
  seats,
  is_trial,
  amount,
  discount_percent,
  started_on,
  ended_on,
  renews_on,
  cancelled_on,
  -- The price of a month after the discount; a trial brings nothing in.
  cast(
    case when is_trial then 0 else amount * (100 - discount_percent) / 100 end
    / case billing when 'annual' then 12 when 'quarterly' then 3 else 1 end
    as decimal(18, 6)
  ) as mrr
from read_parquet('data/subscriptions.parquet')
