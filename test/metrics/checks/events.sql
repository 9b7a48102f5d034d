-- metric: active_users
select count(distinct user_id) from m_events where happened_on >= :from;

-- metric: active_customers
select count(distinct customer_id) from m_events where happened_on >= :from;

-- metric: events
select count(*) from m_events where happened_on >= :from;

-- metric: logins
select count(*) from m_events where happened_on >= :from and name = 'login';

-- metric: errors
select count(*) from m_events where happened_on >= :from and name = 'error';

-- metric: dau
select count(distinct user_id) from m_events where happened_on = :last;

-- metric: wau
select count(distinct user_id) from m_events where happened_on > :last - 7;

-- metric: mau
select count(distinct user_id) from m_events where happened_on > :last - 30;

-- metric: stickiness
with each_day as (select happened_on, count(distinct user_id) as people from m_events where happened_on > :last - 30 group by happened_on)
select sum(people) / 30.0 / nullif((select count(distinct user_id) from m_events where happened_on > :last - 30), 0) from each_day;
