-- One row per visit to a customer, by day.
select *
from read_csv('data/visits.csv', auto_detect = false, delim = ',', quote = '"', escape = '"', header = true, columns = { customer_id: 'VARCHAR', day: 'DATE', minutes: 'INTEGER' })
