-- metric: tickets_opened
select count(*) from m_tickets where opened_on >= :from and opened_on < :until;

-- metric: urgent_tickets_opened
select count(*) from m_tickets where opened_on >= :from and opened_on < :until and priority = 'urgent';

-- metric: tickets_solved
select count(*) from m_tickets where solved_on >= :from and solved_on < :until;

-- metric: first_response_median
select median(epoch(first_reply_at - opened_at) / 3600) from m_tickets where replied_on >= :from and replied_on < :until;

-- metric: first_response_p90
select quantile_cont(epoch(first_reply_at - opened_at) / 3600, 0.9) from m_tickets where replied_on >= :from and replied_on < :until;

-- metric: resolution_median
select median(epoch(resolved_at - opened_at) / 3600) from m_tickets where solved_on >= :from and solved_on < :until;

-- metric: resolution_p90
select quantile_cont(epoch(resolved_at - opened_at) / 3600, 0.9) from m_tickets where solved_on >= :from and solved_on < :until;

-- metric: csat
select count(*) filter (csat in (4, 5)) / nullif(count(*), 0)
from m_tickets where rated_on >= :from and rated_on < :until and csat in (1, 2, 3, 4, 5);
