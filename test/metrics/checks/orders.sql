-- metric: orders
select count(*) from m_orders where ordered_on >= :from and ordered_on < :until;

-- metric: order_revenue
select coalesce(sum(amount), 0) from m_orders
where ordered_on >= :from and ordered_on < :until and (refunded_on is null or refunded_on >= :until);

-- metric: average_order_value
select avg(amount) from m_orders
where ordered_on >= :from and ordered_on < :until and (refunded_on is null or refunded_on >= :until);

-- metric: ordering_customers
select count(distinct customer_id) from m_orders where ordered_on >= :from and ordered_on < :until;
