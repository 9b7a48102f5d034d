-- metric: onboarding_customers
select count(distinct customer_id) from stages semi join member using (customer_id)
where stage = 'onboarding' and started_on <= :last and (ended_on is null or ended_on > :last);
