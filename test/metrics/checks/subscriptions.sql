-- metric: mrr
-- From the prices as billed: a trial brings in nothing, a quarter is three months, a year twelve.
select coalesce(sum(
  case when is_trial then 0 else amount * (1 - discount_percent / 100) end
  / case billing when 'monthly' then 1 when 'quarterly' then 3 when 'annual' then 12 end), 0)
from subscriptions semi join member using (customer_id)
where started_on < :until and coalesce(ended_on, '9999-12-31') >= :until;

-- metric: mrr_at_start
select coalesce(sum(mrr), 0) from member join mrr_on(:from - 1) using (customer_id);

-- metric: arr
select coalesce(12 * sum(mrr), 0) from member join mrr_on(:last) using (customer_id);

-- metric: seats
select coalesce(sum(seats), 0) from member join mrr_on(:last) using (customer_id);
