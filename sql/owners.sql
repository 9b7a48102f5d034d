-- One row per customer and stretch of time under one customer-success manager.
select customer_id, owner, team, started_on, ended_on
from read_csv(
  'data/owners.csv',
  auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', -- told, so that the file is not looked at to find out
  columns = { customer_id: 'VARCHAR', owner: 'VARCHAR', team: 'VARCHAR', started_on: 'DATE', ended_on: 'DATE' }
)
