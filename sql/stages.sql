-- One row per customer and stretch of time in a lifecycle stage.
select customer_id, stage, started_on, ended_on
from read_parquet('data/stages.parquet')
