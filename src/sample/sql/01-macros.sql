-- A draw is a number in [0, 1) that depends on the seed, a key and a salt alone, never on order or threads.
create macro draw(k, salt) as
  (hash(hash(k::bigint, salt, getvariable('seed')::bigint)) % 1000003)::double / 1000003;
create macro pick(list, u) as list[1 + floor(u * len(list))::int];
create macro add_months(day, n) as (day + to_months(n::int))::date;
create macro money(x) as round(x, 2)::decimal(12, 2);
create macro customer_code(n) as 'C' || lpad(n::varchar, getvariable('width'), '0');
create macro user_code(n, j) as
  'U' || lpad(n::varchar, getvariable('width'), '0') || '-' || lpad(j::varchar, greatest(2, len(j::varchar))::int, '0');
create macro local_instant(day, seconds) as
  timezone(getvariable('zone'), day::timestamp + to_seconds(seconds::bigint));
-- 07:30 to 19:30, thickest around half past one.
create macro office_seconds(u, v) as 27000 + floor((u + v) * 21600)::bigint;
create macro full_name(u, v) as
  pick(['Anna', 'Luca', 'Marta', 'Jonas', 'Chiara', 'Pierre', 'Elena', 'Oliver', 'Giulia', 'Hugo', 'Sofia', 'Marco',
        'Emma', 'Paul', 'Ines', 'Tom', 'Yuki', 'Liam', 'Carla', 'Noah', 'Nina', 'David', 'Aiko', 'Rafael'], u)
  || ' ' ||
  pick(['Rossi', 'Weber', 'Martin', 'Bianchi', 'Garcia', 'Smith', 'Tanaka', 'Silva', 'Conti', 'Keller', 'Moreau', 'Jones',
        'Greco', 'Brown', 'Novak', 'Lopez', 'Sato', 'Costa', 'Ricci', 'Wagner', 'Dubois', 'Taylor', 'Romano', 'Klein'], v);

create table days as
select
  d::date as day,
  epoch_us(local_instant(d::date, 43200)) as noon,
  -- Holidays thin the usage.
  case when month(d) = 8 then 0.7
       when (month(d) = 12 and day(d) >= 23) or (month(d) = 1 and day(d) <= 3) then 0.45
       else 1.0 end as presence
from range(getvariable('history_start')::timestamp, (getvariable('end_day') + 200)::timestamp, interval 1 day) t(d);
