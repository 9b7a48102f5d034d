-- One row per customer or prospect. What changes over time is a fact, never a column here.
select
  customer_id, name, industry, country, region, company_size, employees, acquisition_channel, tags, is_strategic, created_on
from read_parquet('data/customers.parquet')
