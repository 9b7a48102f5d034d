-- metric: mean_health
select avg(score) from member join health on health.id = member.customer_id;

-- metric: poor_health_customers
select count(*) from member join health on health.id = member.customer_id where score < 40;

-- metric: mrr_in_poor_health
select coalesce(sum(mrr) filter (score < 40), 0) / nullif(sum(mrr), 0)
from member join health on health.id = member.customer_id join mrr_on(:last) using (customer_id)
where score is not null;
