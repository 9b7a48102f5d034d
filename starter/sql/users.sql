-- One row per person and customer: somebody who works at two customers has two rows.
select user_id, customer_id, first_name, role
from read_csv('data/users.csv')
