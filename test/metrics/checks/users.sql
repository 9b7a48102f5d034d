-- metric: accounts
select count(*) from m_users;

-- metric: active_share
select count(*) filter (exists (
  from event_days e
  where e.user_id = u.user_id and e.customer_id = u.customer_id
    and e.happened_on between :last - 29 and :last
)) / nullif(count(*), 0) from m_users u;

-- metric: automations_user_adoption
with recent as (
  select customer_id, user_id, coalesce(bool_or(feature = 'automations'), false) as automations from event_days
  where happened_on between :last - 29 and :last
  group by customer_id, user_id
)
select count(*) filter (automations) / nullif(count(*), 0) from m_users join recent using (customer_id, user_id);
