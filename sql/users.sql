-- One row per person and customer: who works at two customers has two rows.
select user_id, customer_id, name, email, role, department, stakeholder, language, email_opt_in, created_on
from read_parquet('data/users.parquet')
