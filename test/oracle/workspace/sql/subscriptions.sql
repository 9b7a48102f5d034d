-- One row per subscription.
select *
from read_csv('data/subscriptions.csv', auto_detect = false, delim = ',', quote = '"', escape = '"', header = true, columns = {
  subscription_id: 'VARCHAR', customer_id: 'VARCHAR', started_on: 'DATE', ended_on: 'DATE', plan: 'VARCHAR',
  mrr: 'DECIMAL(12,2)', renews_on: 'DATE'
})
