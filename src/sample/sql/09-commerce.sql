-- Campaigns count back from the end day. insights_offer leaves out a random quarter of the customers: its holdout.
create table campaigns as
from (values
  ('welcome_series',     'customers', 'email',  640, 0.80, 0.62, 0.35, 0.20, 0.0,  0.00,    0),
  ('autumn_release',     'customers', 'email',  600, 0.90, 0.48, 0.25, 0.10, 0.0,  0.00,  120),
  ('winback_winter',     'former',    'email',  505, 2.50, 0.30, 0.22, 0.12, 0.0,  0.00,    0),
  ('webinar_automation', 'customers', 'email',  420, 1.20, 0.45, 0.30, 0.15, 0.0,  0.00,   90),
  ('summer_trial',       'prospects', 'email',  350, 1.10, 0.40, 0.30, 0.25, 0.0,  0.00,    0),
  ('training_autumn',    'customers', 'in_app', 270, 0.25, 0.70, 0.25, 0.15, 0.0,  0.00,  250),
  ('year_end_offer',     'customers', 'email',  200, 3.20, 0.50, 0.24, 0.20, 0.0,  0.00,  480),
  ('price_change_note',  'customers', 'sms',    140, 0.09, 0.80, 0.05, 0.00, 0.0,  0.00,    0),
  ('insights_offer',     'customers', 'email',   77, 8.50, 0.58, 0.50, 0.42, 0.25, 0.03,  390),
  ('demo_invite',        'prospects', 'email',   24, 1.10, 0.45, 0.45, 0.22, 0.0,  0.00,    0),
  ('summer_training',    'customers', 'in_app',  12, 0.00, 0.66, 0.28, 0.14, 0.0,  0.00,  250)
) t(campaign, audience, channel, days_before, cost, open_rate, click_rate, convert_rate, holdout_share, unprompted_rate, revenue);

create table message_rows as
with recipients as (
  select
    c.*, u.n, u.u, u.j, getvariable('end_day') - c.days_before as day,
    u.u * 100 + c.days_before % 97 as m,
    draw(u.n * 1000 + c.days_before, 'holdout') < c.holdout_share as holdout
  from campaigns c, user_rows u join traits t using (n)
  where u.created_on < getvariable('end_day') - c.days_before and c.days_before < getvariable('days')
    and draw(u.u, 'opt in') < 0.85 and u.j <= 3
    and case c.audience
      when 'prospects' then (t.first_paid_on is null or t.first_paid_on > getvariable('end_day') - c.days_before)
      when 'former' then exists (select 1 from episodes e where e.n = u.n and e.until <= getvariable('end_day') - c.days_before)
                     and not exists (select 1 from episodes e where e.n = u.n and e.starts_on <= getvariable('end_day') - c.days_before
                                     and coalesce(e.until, date '9999-01-01') > getvariable('end_day') - c.days_before)
      else exists (select 1 from episodes e where e.n = u.n and e.starts_on <= getvariable('end_day') - c.days_before
                   and coalesce(e.until, date '9999-01-01') > getvariable('end_day') - c.days_before) end
), sent as (
  select
    *, d.noon + 1000000 * (floor(draw(m, 'sent') * 7200)::bigint - 10800) as sent,
    not holdout and channel = 'email' and draw(m, 'bounced') < 0.025 as bounced
  from recipients join days d using (day)
), opened as (
  select
    *,
    case when not holdout and not bounced and draw(m, 'opened') < open_rate
         then sent + 60000000 * (2 + floor(draw(m, 'open after') * draw(m, 'open after2') * 4000)::bigint) end as opened
  from sent
), clicked as (
  select *, case when draw(m, 'clicked') < click_rate then opened + 1000000 * (5 + floor(draw(m, 'click after') * 600)::bigint) end as clicked
  from opened
), converted as (
  select
    *,
    -- One in eight converts later than the seven days that count.
    case when draw(m, 'converted') < convert_rate
         then clicked + 3600000000 * case when draw(m, 'late') < 0.125 then 190 + floor(draw(m, 'convert after') * 200)::bigint
                                          else 1 + floor(draw(m, 'convert after') * draw(m, 'convert after2') * 120)::bigint end
         when draw(m, 'unprompted') < unprompted_rate and (holdout or clicked is null)
         then sent + 3600000000 * (1 + floor(draw(m, 'convert after') * 160)::bigint) end as converted
  from clicked
)
select
  m, n, u, j, campaign, channel, holdout, cost, revenue,
  sent, bounced,
  case when opened < getvariable('end_instant') then opened end as opened,
  case when clicked < getvariable('end_instant') then clicked end as clicked,
  case when converted < getvariable('end_instant') then converted end as converted,
  case when draw(m, 'unsubscribed') < 0.02 and opened + 30000000 < getvariable('end_instant') then opened + 30000000 end as unsubscribed
from converted;

create table messages as
select
  customer_code(n) as customer_id,
  user_code(n, j) as user_id,
  campaign, channel, holdout,
  make_timestamptz(sent) as sent_at,
  case when not holdout and not bounced then make_timestamptz(sent + 4000000) end as delivered_at,
  case when bounced then make_timestamptz(sent + 2000000) end as bounced_at,
  make_timestamptz(opened) as opened_at,
  make_timestamptz(clicked) as clicked_at,
  make_timestamptz(converted) as converted_at,
  make_timestamptz(unsubscribed) as unsubscribed_at,
  case when holdout then 0 else cost end::decimal(10, 4) as cost,
  case when converted is not null then revenue end::decimal(12, 2) as revenue
from message_rows;

create table orders as
select
  customer_code(n) as customer_id,
  user_code(n, j) as user_id,
  case campaign when 'insights_offer' then 'insights pack' else 'training' end as product,
  1 as quantity,
  revenue::decimal(12, 2) as amount,
  make_timestamptz(converted) as ordered_at,
  null::timestamptz as refunded_at
from message_rows
where converted is not null and revenue > 0
union all
select
  customer_code(n), case when draw(c, 'by user') < 0.9 then user_code(n, 1) end, product, quantity,
  money(quantity * price * case when product = 'migration' then 1 + size * 0.5 else 1 end), make_timestamptz(instant),
  case when draw(c, 'refund') < 0.03 and instant + 86400000000 * 6 < getvariable('end_instant')
       then make_timestamptz(instant + 86400000000 * 6) end
from (
  select
    *, pick(['training', 'training', 'API credits', 'API credits', 'storage', 'migration'], draw(c, 'product')) as product,
    1 + floor(draw(c, 'quantity') * 3)::int as quantity,
    case product when 'training' then 250 when 'API credits' then 80 when 'storage' then 45 else 900 end as price,
    d.noon + 1000000 * (office_seconds(draw(c, 'order clock'), draw(c, 'order clock2')) - 43200) as instant
  from (
    select s.n, t.size, s.n * 1000 + i as c, day from (
      select n, greatest(starts_on, getvariable('start_day')) as first_day, until,
             floor((until - greatest(starts_on, getvariable('start_day'))) / 365.0 * 1.1 + draw(n * 10 + datepart('year', starts_on) % 10, 'orders'))::bigint as times
      from spans where profile <> 'idle'
    ) s join traits t using (n),
    lateral (select unnest(range(0, times)) as i) x,
    lateral (select first_day + floor(draw(s.n * 1000 + i, 'order day') * (until - first_day))::int as day) y
  ) join days d using (day)
);
