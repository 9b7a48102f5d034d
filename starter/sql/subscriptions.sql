-- One row per stretch of time in which a subscription had the same price and seats.
select subscription_id, customer_id, started_on, ended_on, mrr, seats
from read_csv('data/subscriptions.csv')
