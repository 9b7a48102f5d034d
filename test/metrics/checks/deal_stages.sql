-- metric: pipeline
select coalesce(sum(amount), 0) from deal_stages semi join member using (customer_id)
where started_on <= :last and (ended_on is null or ended_on > :last) and stage in ('lead', 'qualified', 'proposal', 'negotiation');

-- metric: open_deals
select count(distinct deal_id) from deal_stages semi join member using (customer_id)
where started_on <= :last and (ended_on is null or ended_on > :last) and stage in ('lead', 'qualified', 'proposal', 'negotiation');
