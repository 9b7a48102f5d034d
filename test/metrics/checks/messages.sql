-- metric: messages_sent
select count(*) from m_messages where sent_on >= :from and sent_on < :until and not holdout;

-- metric: messages_delivered
select count(*) from m_messages where sent_on >= :from and sent_on < :until and not holdout and delivered;

-- metric: bounce_rate
select count(*) filter (bounced) / nullif(count(*), 0) from m_messages where sent_on >= :from and sent_on < :until and not holdout;

-- metric: open_rate
select count(*) filter (opened) / nullif(count(*) filter (delivered), 0)
from m_messages where sent_on >= :from and sent_on < :until and not holdout;

-- metric: click_rate
select count(*) filter (clicked) / nullif(count(*) filter (delivered), 0)
from m_messages where sent_on >= :from and sent_on < :until and not holdout;

-- metric: conversion_rate
select count(*) filter (converted) / nullif(count(*), 0)
from m_messages where sent_on >= :from and sent_on < :until and not holdout and delivered;

-- metric: treated_conversion_rate
select count(*) filter (converted) / nullif(count(*), 0)
from m_messages where sent_on >= :from and sent_on < :until and campaign = 'insights_offer' and not holdout;

-- metric: holdout_conversion_rate
select count(*) filter (converted) / nullif(count(*), 0) from m_messages where sent_on >= :from and sent_on < :until and holdout;

-- metric: conversion_lift
select
  count(*) filter (converted and not holdout) / nullif(count(*) filter (not holdout), 0)
  - count(*) filter (converted and holdout) / nullif(count(*) filter (holdout), 0)
from m_messages where sent_on >= :from and sent_on < :until and campaign = 'insights_offer';

-- metric: unsubscribe_rate
select count(*) filter (unsubscribed) / nullif(count(*) filter (delivered), 0)
from m_messages where sent_on >= :from and sent_on < :until and not holdout;

-- metric: campaign_cost
select coalesce(sum(cost), 0) from m_messages where sent_on >= :from and sent_on < :until;

-- metric: campaign_revenue
select coalesce(sum(revenue), 0) from m_messages where sent_on >= :from and sent_on < :until and converted and not holdout;

-- metric: campaign_roi
select (0.8 * coalesce(sum(revenue) filter (converted and not holdout), 0) - sum(cost)) / nullif(sum(cost), 0)
from m_messages where sent_on >= :from and sent_on < :until;
