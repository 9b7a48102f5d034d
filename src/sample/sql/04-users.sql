-- Users come with the seats: each rise of the seats brings its share of them in the weeks after.
create table user_rows as
with contacts as (
  select n, 1 + (draw(n, 'second contact') < 0.5)::int + (draw(n, 'third contact') < 0.25)::int as contacts
  from traits
), targets as (
  select
    n, starts_on, k,
    greatest(contacts, round(seats * fill)::int) as target,
    contacts
  from platform_terms p join contacts using (n) join (select n, fill from traits) using (n)
), rises as (
  select
    *,
    coalesce(max(target) over (partition by n order by k rows between unbounded preceding and 1 preceding), contacts) as before
  from targets
), numbered as (
  select n, j::int as j, starts_on + floor(40 * draw(n * 10000 + j, 'joins') * draw(n * 10000 + j, 'joins2'))::int as created_on
  from rises, lateral (select unnest(range(before + 1, target + 1)) as j) s
  union all
  select n, j::int, created_on + floor(4 * draw(n * 10000 + j, 'joins'))::int
  from contacts join (select n, created_on from traits) using (n), lateral (select unnest(range(1, contacts + 1)) as j) s
)
select
  n, j, n * 10000 + j as u, created_on,
  case when j = 1 or draw(n * 10000 + j, 'role') < 0.1 then 'admin' when draw(n * 10000 + j, 'role') < 0.75 then 'member'
       else 'viewer' end as role
from numbered
where created_on <= getvariable('end_day');

create table users as
select
  user_code(n, j) as user_id,
  customer_code(n) as customer_id,
  full_name(draw(u, 'first'), draw(u, 'last')) as name,
  lower(replace(full_name(draw(u, 'first'), draw(u, 'last')), ' ', '.')) || '@c' || n || '.example' as email,
  role,
  case when draw(u, 'no department') < 0.05 then null else
    pick(['Operations', 'Operations', 'Sales', 'Marketing', 'Finance', 'IT', 'Support'], draw(u, 'department')) end as department,
  case when j = 1 then case when draw(u, 'stakeholder') < 0.7 then 'champion' else 'decision maker' end
       when j = 2 then case when draw(u, 'stakeholder') < 0.6 then 'decision maker' else 'economic buyer' end
       when draw(u, 'stakeholder') < 0.04 then 'champion'
       when draw(u, 'stakeholder') < 0.9 then 'end user' end as stakeholder,
  pick(['it', 'it', 'de', 'fr', 'en', 'en', 'en', 'es'], draw(u, 'language')) as language,
  draw(u, 'opt in') < 0.85 as email_opt_in,
  created_on
from user_rows;
