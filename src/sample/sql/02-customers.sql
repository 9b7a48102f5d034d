-- One row per generated customer with everything that is decided once: the hand-made ones come in 10-awkward.sql.
create table traits as
with drawn as (
  select
    n,
    getvariable('history_start')
      + floor(case when draw(n, 'early') < 0.4 then draw(n, 'created') else greatest(draw(n, 'created'), draw(n, 'created2')) end
              * (getvariable('days') + 725))::int as created_on,
    draw(n, 'size') as size_draw,
    draw(n, 'place') as place_draw,
    draw(n, 'profile') as profile_draw,
    draw(n, 'converts') < 0.8 as converts,
    draw(n, 'billing') as billing_draw,
    draw(n, 'plan') as plan_draw
  from range(getvariable('awkward') + 1, getvariable('customers') + 1) t(n)
), sized as (
  select
    *,
    case when size_draw < 0.36 then 1 when size_draw < 0.69 then 2 when size_draw < 0.88 then 3
         when size_draw < 0.97 then 4 else 5 end as size,
    case when profile_draw < 0.14 then 'growing' when profile_draw < 0.80 then 'steady' else 'idle' end as profile,
    pick(['Italy', 'Italy', 'Italy', 'Germany', 'Germany', 'France', 'Spain', 'United Kingdom', 'United States',
          'United States', 'United States', 'Canada', 'Brazil', 'Japan', 'Australia'], place_draw) as country
  from drawn
), planned as (
  select
    *,
    ([3, 9, 24, 60, 140])[size]::int as largest_team,
    ([2, 3, 8, 20, 40])[size]::int as smallest_team,
    least(4, greatest(1, case when plan_draw < 0.45 then 1 when plan_draw < 0.85 then 2 else 3 end + (size >= 3)::int + (size = 5)::int))
      as plan_rank,
    case when billing_draw < ([0.25, 0.4, 0.6, 0.8, 0.95])[size] then 'annual' else 'monthly' end as billing
  from sized
)
select
  n,
  created_on,
  size,
  profile,
  country,
  case when country in ('United States', 'Canada') then 'North America' when country = 'Brazil' then 'Latin America'
       when country in ('Japan', 'Australia') then 'Asia Pacific' else 'Europe' end as region,
  converts,
  plan_rank,
  billing,
  greatest(1, round(getvariable('team_size') * (smallest_team + floor(draw(n, 'seats') * (largest_team - smallest_team + 1)))))::int
    as first_seats,
  draw(n, 'trial') < 0.55 as has_trial,
  created_on + 4 + floor(draw(n, 'trial wait') * 20)::int as trial_on,
  case when draw(n, 'trial length') < 0.7 then 14 else 30 end as trial_days,
  plan_rank >= 2 and draw(n, 'automations') < 0.5 as automates,
  plan_rank >= 3 and draw(n, 'api') < 0.5 as uses_api,
  draw(n, 'fades') < 0.65 as fades,
  -- Share of the seats that get a user.
  case profile when 'growing' then 0.95 + 0.12 * draw(n, 'fill') when 'steady' then 0.5 + 0.4 * draw(n, 'fill')
               else 0.2 + 0.3 * draw(n, 'fill') end as fill,
  case profile when 'growing' then 1.5 + 0.8 * draw(n, 'pace') when 'steady' then 0.6 + 0.9 * draw(n, 'pace')
               else 0.08 + 0.25 * draw(n, 'pace') end as pace,
  case profile when 'growing' then 0.8 when 'steady' then 0.66 else 0.42 end + 0.3 * (draw(n, 'mood') - 0.5) as mood,
  case when draw(n, 'discount') < 0.7 then 0 when draw(n, 'discount') < 0.85 then 10 when draw(n, 'discount') < 0.95 then 20
       else 30 end as discount_percent,
  -- The month of the contract in which the plan goes up one step; 99 is never.
  case when draw(n, 'upgrade') < 0.2 then 6 + floor(draw(n, 'upgrade month') * 18)::int else 99 end as upgrade_month
from planned;

alter table traits add column first_paid_on date;
update traits set first_paid_on = case
  when not converts then null
  when has_trial then trial_on + trial_days
  else created_on + 5 + floor(draw(n, 'sale') * 50)::int end;

create table customers as
select
  n,
  customer_code(n) as customer_id,
  pick(['Alba', 'Borea', 'Cima', 'Delta', 'Etna', 'Faro', 'Gamma', 'Hansa', 'Iris', 'Juno', 'Kappa', 'Lumen', 'Metis', 'Nova',
        'Orion', 'Ponte', 'Quarz', 'Riva', 'Sole', 'Terra', 'Ursa', 'Vela', 'Zefiro', 'Argo', 'Brenta', 'Corvo'], draw(n, 'name1'))
    || ' ' ||
    pick(['Logistics', 'Foods', 'Health', 'Motors', 'Bank', 'Media', 'Energy', 'Textiles', 'Robotics', 'Insurance', 'Travel',
          'Software', 'Studios', 'Pharma', 'Steel', 'Optics', 'Retail', 'Systems', 'Labs', 'Partners'], draw(n, 'name2'))
    as name,
  case when draw(n, 'no industry') < 0.03 then null else
    pick(['Software', 'Software', 'Manufacturing', 'Manufacturing', 'Retail', 'Retail', 'Finance', 'Healthcare', 'Education',
          'Media', 'Logistics'], draw(n, 'industry')) end as industry,
  case when draw(n, 'no country') < 0.01 then null else country end as country,
  region,
  (['1-10', '11-50', '51-200', '201-1000', '1001+'])[size] as company_size,
  case when draw(n, 'no employees') < 0.04 then null else
    ([2, 11, 51, 201, 1001])[size] + floor(draw(n, 'employees') * ([9, 40, 150, 800, 9000])[size])::int end as employees,
  pick(['inbound', 'inbound', 'outbound', 'partner', 'event', 'referral'], draw(n, 'channel')) as acquisition_channel,
  list_filter(
    [case when draw(n, 'tag1') < 0.08 then 'reference' end, case when draw(n, 'tag2') < 0.12 then 'beta' end,
     case when draw(n, 'tag3') < 0.06 then 'public sector' end, case when draw(n, 'tag4') < 0.1 then 'multi brand' end],
    lambda t: t is not null) as tags,
  size >= 4 and draw(n, 'strategic') < 0.6 as is_strategic,
  created_on
from traits
where created_on <= getvariable('end_day');
