-- metric: new_mrr
select coalesce(sum(is_new), 0) from moves semi join member using (customer_id) where moved_on >= :from and moved_on < :until;

-- metric: expansion_mrr
select coalesce(sum(is_more), 0) from moves semi join member using (customer_id) where moved_on >= :from and moved_on < :until;

-- metric: reactivation_mrr
select coalesce(sum(is_back), 0) from moves semi join member using (customer_id) where moved_on >= :from and moved_on < :until;

-- metric: contraction_mrr
select coalesce(sum(is_less), 0) from moves semi join member using (customer_id) where moved_on >= :from and moved_on < :until;

-- metric: churned_mrr
select coalesce(sum(is_gone), 0) from moves semi join member using (customer_id) where moved_on >= :from and moved_on < :until;

-- metric: churned_customers
select count(distinct customer_id) from moves semi join member using (customer_id)
where is_gone > 0 and moved_on >= :from and moved_on < :until;

-- metric: net_new_mrr
-- What the members' MRR has gained from the start to the end.
select coalesce(sum(coalesce(z.mrr, 0) - coalesce(a.mrr, 0)), 0)
from member left join mrr_on(:from - 1) a using (customer_id) left join mrr_on(:last) z using (customer_id);

-- metric: gross_mrr_churn_rate
select
  (select coalesce(sum(is_gone), 0) + coalesce(sum(is_less), 0) from moves semi join members_on(:from - 1) using (customer_id)
   where moved_on >= :from and moved_on < :until)
  / nullif((select sum(mrr) from members_on(:from - 1) join mrr_on(:from - 1) using (customer_id)), 0);

-- metric: net_mrr_churn_rate
select
  (select coalesce(sum(is_gone), 0) + coalesce(sum(is_less), 0) - coalesce(sum(is_more), 0) - coalesce(sum(is_back), 0)
   from moves semi join members_on(:from - 1) using (customer_id)
   where moved_on >= :from and moved_on < :until)
  / nullif((select sum(mrr) from members_on(:from - 1) join mrr_on(:from - 1) using (customer_id)), 0);

-- metric: quick_ratio
select (coalesce(sum(is_new), 0) + coalesce(sum(is_more), 0)) / nullif(coalesce(sum(is_gone), 0) + coalesce(sum(is_less), 0), 0)
from moves semi join member using (customer_id)
where moved_on >= :from and moved_on < :until;
