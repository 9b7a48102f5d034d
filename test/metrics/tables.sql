-- What the checks select from: the relations' rows with the days that their times fall on in Rome, and only of members.
-- `:from` and `:until` are the period, `:last` its last day; `member` is the population as of that day; `:keys` tell a member.
create or replace temp table m_users as
  select u.* from users u semi join member using (:keys) where u.created_on < :until;

create or replace temp table m_events as
  select e.* from event_days e semi join member using (:keys)
  where happened_on < :until and happened_on >= least(:from, :last - 29);

create or replace temp table m_tickets as
  select
    t.*,
    (t.opened_at at time zone 'Europe/Rome')::date as opened_on,
    (t.first_reply_at at time zone 'Europe/Rome')::date as replied_on,
    (t.resolved_at at time zone 'Europe/Rome')::date as solved_on,
    (t.rated_at at time zone 'Europe/Rome')::date as rated_on
  from tickets t semi join member using (:keys);

create or replace temp table m_responses as
  select r.*, (r.responded_at at time zone 'Europe/Rome')::date as answered_on
  from survey_responses r semi join member using (:keys);

create or replace temp table m_orders as
  select
    o.*,
    (o.ordered_at at time zone 'Europe/Rome')::date as ordered_on,
    (o.refunded_at at time zone 'Europe/Rome')::date as refunded_on
  from orders o semi join member using (:keys);

-- Of a message, only what was known by the end of the period.
create or replace temp table m_messages as
  select
    x.campaign,
    x.holdout,
    x.cost,
    (x.sent_at at time zone 'Europe/Rome')::date as sent_on,
    (x.delivered_at at time zone 'Europe/Rome')::date < :until as delivered,
    (x.bounced_at at time zone 'Europe/Rome')::date < :until as bounced,
    (x.opened_at at time zone 'Europe/Rome')::date < :until as opened,
    (x.clicked_at at time zone 'Europe/Rome')::date < :until as clicked,
    (x.unsubscribed_at at time zone 'Europe/Rome')::date < :until as unsubscribed,
    (x.converted_at at time zone 'Europe/Rome')::date < :until and x.converted_at - x.sent_at <= interval 168 hours as converted,
    x.revenue
  from messages x semi join member using (:keys);

-- Six months, one after the other, that end with the period: who paid at the start of each, and who of them did not at its end.
create or replace temp table churn_of_six_months as :six_months;

-- Each respondent's latest valid answer in the 90 days that end with the period; answers without a respondent all stay.
create or replace temp table latest_answers as
with valid as (select * from m_responses where survey = 'nps' and score between 0 and 10 and answered_on between :last - 89 and :last)
select user_id, arg_max(score, (responded_at, response_id)) as score from valid where user_id is not null group by user_id
union all
select user_id, score from valid where user_id is null;

-- The health of each customer, by the hand-written SQL of test/health.
create or replace temp table health as :health;
