-- One row per customer or prospect. Nothing here changes over time: what changes is a fact, with a time or an interval.
select customer_id, name, industry, signed_up_on
from read_csv('data/customers.csv')
