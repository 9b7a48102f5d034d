-- Makes data/ of the bistro: `npm run sample:bistro`. The same rows on every machine: nothing is drawn but from md5 of a key.
create macro draw(key) as cast('0x' || substr(md5(key), 1, 8) as ubigint) / 4294967296.0;
create macro pick(items, key) as items[1 + cast(floor(draw(key) * len(items)) as integer)];

create table guests as
select
  'G' || lpad(n::varchar, 3, '0') as guest_id,
  pick(['Anna', 'Bruno', 'Carla', 'Dario', 'Elena', 'Fabio', 'Gina', 'Hugo', 'Irma', 'Luca', 'Marta', 'Nico'], 'first' || n)
    || ' ' || pick(['Rossi', 'Bianchi', 'Verdi', 'Neri', 'Gallo', 'Conti', 'Ricci', 'Moretti'], 'last' || n) as name,
  pick(['Trastevere', 'Monti', 'Testaccio', 'Prati'], 'quarter' || n) as quarter,
  case when draw('diet' || n) < 0.12 then 'gluten-free' when draw('diet' || n) < 0.3 then 'vegetarian' end as diet,
  date '2025-06-01' + cast(floor(draw('joined' || n) * 330) as integer) as joined_on,
  -- One guest in three comes for the pasta, and a few come every week.
  draw('pasta' || n) < 0.33 as likes_pasta,
  case when n % 25 = 0 then 40 when draw('often' || n) < 0.3 then 12 when draw('often' || n) < 0.9 then 4 else 0 end as visits_a_year,
  draw('holdout' || n) < 0.3 as held_out
from range(1, 401) as t(n);

create table visits as
select
  guest_id || '-' || i as visit_id, guest_id,
  timestamp '2025-07-01 19:00:00' + to_days(cast(floor(draw('day' || guest_id || i) * 365) as integer))
    + to_minutes(cast(floor(draw('minute' || guest_id || i) * 180) as integer)) as visited_at,
  1 + cast(floor(draw('party' || guest_id || i) * 5) as integer) as party_size
from guests, range(1, visits_a_year + 1) as t(i)
union all
-- Pasta Week: besides the usual guests, four in ten of those who got the e-mail came, of the others one in twenty.
select guest_id || '-pw', guest_id, timestamp '2026-03-10 20:00:00' + to_days(cast(floor(draw('pw' || guest_id) * 5) as integer)), 2
from guests where joined_on < date '2026-03-01' and draw('came' || guest_id) < case when held_out then 0.05 else 0.4 end;
delete from visits using guests where visits.guest_id = guests.guest_id and visits.visited_at::date < guests.joined_on;

create table dishes (dish varchar, category varchar, gluten_free boolean, price decimal(8, 2));
insert into dishes values
  ('Carbonara', 'pasta', false, 13.50), ('Cacio e pepe', 'pasta', false, 12.00), ('Gluten-free penne', 'pasta', true, 14.00),
  ('Margherita', 'pizza', false, 9.50), ('Diavola', 'pizza', false, 11.50), ('Grilled vegetables', 'starter', true, 8.00),
  ('Bruschetta', 'starter', false, 6.50), ('Branzino', 'main', true, 21.00), ('Saltimbocca', 'main', true, 18.50),
  ('Tiramisu', 'dessert', false, 6.00), ('Panna cotta', 'dessert', true, 5.50), ('House wine', 'drink', true, 5.00);

create table orders as
with lines as (
  select v.visit_id, v.guest_id, v.visited_at, g.diet, g.likes_pasta, line, draw(v.visit_id || line) as luck
  from visits v join guests g using (guest_id), range(1, 4) as t(line)
)
select
  l.visit_id || '-' || line as line_id, l.visit_id, l.guest_id, l.visited_at as ordered_at,
  d.dish, d.category, d.gluten_free, 1 + (line % 2) as quantity, d.price * (1 + (line % 2)) as amount
from lines l
join dishes d on d.dish = case
  when l.diet = 'gluten-free' then pick(['Gluten-free penne', 'Grilled vegetables', 'Branzino', 'Panna cotta', 'House wine'], l.visit_id || line)
  when l.likes_pasta and luck < 0.6 then pick(['Carbonara', 'Cacio e pepe'], l.visit_id || line)
  when l.diet = 'vegetarian' then pick(['Margherita', 'Cacio e pepe', 'Bruschetta', 'Tiramisu'], l.visit_id || line)
  else pick(['Margherita', 'Diavola', 'Saltimbocca', 'Bruschetta', 'Tiramisu', 'House wine', 'Carbonara'], l.visit_id || line) end;

create table emails as
select
  guest_id || '-' || campaign as message_id, guest_id, campaign, sent_at, held_out,
  case when not held_out and draw('open' || guest_id || campaign) < 0.45 then sent_at + interval 5 hours end as opened_at,
  case when not held_out and draw('open' || guest_id || campaign) < 0.12 then sent_at + interval 6 hours end as clicked_at,
  case when not held_out and draw('bye' || guest_id || campaign) < 0.015 then sent_at + interval 7 hours end as unsubscribed_at,
  case when held_out then 0 else 0.02 end::decimal(6, 2) as cost
from guests, (values ('Christmas dinner', timestamp '2025-12-01 10:00:00'), ('Pasta Week', timestamp '2026-03-09 10:00:00'),
  ('Summer terrace', timestamp '2026-06-01 10:00:00')) as c(campaign, sent_at)
where joined_on < sent_at::date - 7;

copy (select guest_id, name, quarter, diet, joined_on from guests order by 1) to 'guests.csv' (header);
copy (select * from visits order by visited_at, visit_id) to 'visits.csv' (header);
copy (select * from orders order by ordered_at, line_id) to 'orders.parquet' (format parquet, compression zstd);
copy (select * from emails order by sent_at, message_id) to 'emails.ndjson' (format json);
