-- Ten hand-made customers and the rows that trip up careless code. data/README.md lists them.
create macro before_end(d) as getvariable('end_day') - d::int;

insert into customers
select n, customer_code(n), name, industry, country, region, company_size, employees, 'partner', tags, false, before_end(created)
from (values
  (1,  'Gratis Foundation',   'Education',     'Italy',         'Europe',        '11-50',    40::int,   ['reference'],   700),
  (2,  'Phoenix Studios',     'Media',         'Germany',       'Europe',        '51-200',   120,  []::varchar[],   720),
  (3,  'Twin Contracts',      'Finance',       'France',        'Europe',        '201-1000', 480,  ['multi brand'], 690),
  (4,  'Shared Desk North',   'Logistics',     'Italy',         'Europe',        '11-50',    25,   []::varchar[],   650),
  (5,  'Shared Desk South',   'Logistics',     'Italy',         'Europe',        '11-50',    30,   []::varchar[],   640),
  (6,  'Early Signer',        'Retail',        'Spain',         'Europe',        '51-200',   90,   []::varchar[],   500),
  (7,  'Free Forever',        'Software',      'United States', 'North America', '1-10',     4,    []::varchar[],   400),
  (8,  'On Trial',            'Healthcare',    'Canada',        'North America', '11-50',    18,   []::varchar[],    20),
  (9,  'Give and Take',       'Manufacturing', 'Germany',       'Europe',        '51-200',   150,  []::varchar[],   600),
  (10, 'Nothing Known',       null,            null,            null,            null,       null, null,            300)
) t(n, name, industry, country, region, company_size, employees, tags, created);

insert into subscriptions
select customer_code(n), product, plan, billing, seats, is_trial, amount, discount, before_end(started), before_end(ended), before_end(renews), null
from (values
  (1, 'platform', 'growth',  'annual',  20, false,  6264.00, 100, 690, 325, 325),
  (1, 'platform', 'growth',  'annual',  20, false,  6264.00, 100, 325, null, -40),
  (2, 'platform', 'growth',  'monthly', 15, false,   435.00,   0, 700, 480, null),
  (2, 'platform', 'growth',  'monthly', 12, false,   348.00,   0, 190, null, null),
  (3, 'platform', 'scale',   'annual',  60, false, 38232.00,  10, 660, 295, 295),
  (3, 'platform', 'scale',   'annual',  60, false, 38232.00,  10, 295, null, -70),
  (3, 'platform', 'growth',  'monthly', 10, false,   290.00,   0, 430, null, null),
  (4, 'platform', 'starter', 'monthly',  5, false,    60.00,   0, 620, null, null),
  (5, 'platform', 'starter', 'monthly',  5, false,    60.00,   0, 615, null, null),
  (6, 'platform', 'growth',  'annual',  30, false,  9396.00,   0, 350, -15, -15),
  (6, 'platform', 'growth',  'annual',  36, false, 11275.20,   0, -15, null, -380),
  (7, 'platform', 'free',    'monthly',  2, false,     0.00,   0, 380, null, null),
  (8, 'platform', 'growth',  'monthly',  5, true,      0.00,   0,  10, -4, null),
  (9, 'platform', 'growth',  'monthly', 40, false,  1160.00,   0, 570, 250, null),
  (9, 'platform', 'growth',  'monthly', 30, false,   870.00,   0, 250, null, null),
  (9, 'insights', 'growth',  'monthly',  0, false,   499.00,   0, 250, null, null)
) t(n, product, plan, billing, seats, is_trial, amount, discount, started, ended, renews);

insert into users
select
  coalesce(shared, user_code(n, j)), customer_code(n), name, email, role, department, stakeholder, 'it', true, before_end(created)
from (values
  (1, 1, null, 'Ada Gratis',    'ada@gratis.example',      'admin',  'IT',         'champion',       690),
  (2, 1, null, 'Fenice Braun',  'fenice@phoenix.example',  'admin',  'Operations', 'champion',       700),
  (2, 2, null, 'Karl Braun',    'karl@phoenix.example',    'member', null,         null,             690),
  (3, 1, null, 'Zoe Gemelli',   'zoe@twin.example',        'admin',  'Finance',    'decision maker', 660),
  (4, 1, null, 'Carla Ponti',   'carla@consult.example',   'admin',  'Operations', 'champion',       620),
  (4, 2, null, 'Dario Ponti',   'dario@north.example',     'member', 'Operations', 'end user',       600),
  (5, 1, user_code(4, 1), 'Carla Ponti', 'carla@consult.example', 'member', 'Operations', null,      615),
  (5, 2, user_code(4, 2), 'Dario Ponti', 'dario@north.example', 'admin', 'Operations', 'decision maker', 590),
  (6, 1, null, 'Pronto Vidal',  'pronto@early.example',    'admin',  'Sales',      'economic buyer', 350),
  (7, 1, null, 'Free Rider',    'free@forever.example',    'admin',  'IT',         'end user',       380),
  (8, 1, null, 'Tess Trial',    'tess@trial.example',      'admin',  'IT',         'champion',        12),
  (9, 1, null, 'Dai Prendi',    'dai@give.example',        'admin',  'Operations', 'champion',       570)
) t(n, j, shared, name, email, role, department, stakeholder, created);

-- The last Sundays of October and March before the end: the 25-hour and the 23-hour day.
create table awkward_events as
with dst as (
  select
    max(d) filter (where month(d) = 10) as autumn, max(d) filter (where month(d) = 3) as spring
  from (select d::date as d from range((getvariable('end_day') - 364)::timestamp, (getvariable('end_day') + 1)::timestamp, interval 1 day) t(d))
  where month(d) in (3, 10) and isodow(d) = 7
), instants as (
  select * from (values
    -- Both read 02:30 on the wall, an hour apart.
    (2, 1, 'autumn', '00:30:00', 'login', null), (2, 1, 'autumn', '01:30:00', 'feature_used', 'dashboards'),
    (2, 2, 'autumn', '00:59:59', 'login', null), (2, 2, 'autumn', '22:59:59', 'feature_used', 'reports'),
    (2, 2, 'autumn', '23:00:00', 'feature_used', 'alerts'),
    -- One second apart, an hour apart on the wall: 01:59:59 and 03:00:00.
    (2, 1, 'spring', '00:59:59', 'login', null), (2, 1, 'spring', '01:00:00', 'feature_used', 'dashboards'),
    (2, 2, 'spring', '21:59:59', 'login', null), (2, 2, 'spring', '22:00:00', 'feature_used', 'reports')
  ) v(n, j, which, clock, name, feature)
)
select customer_code(n) as customer_id, user_code(n, j) as user_id,
       (case which when 'autumn' then autumn else spring end::varchar || ' ' || clock || '+00')::timestamptz as occurred_at,
       name, feature, row_number() over ()::bigint as step
from instants, dst
union all
-- Three rows of one user at the very same instant, two of them alike in every way but their id.
select customer_code(4), user_code(4, 1), local_instant(before_end(9), 36000), 'feature_used', 'sharing', i
from range(1, 4) r(i)
union all
-- One person, two customers, the same minute.
select customer_code(n), user_code(4, 1), local_instant(before_end(d), 40000), 'login', null, 0
from (values (4), (5)) v(n), range(1, 60, 7) r(d)
union all
select customer_code(5), user_code(4, 2), local_instant(before_end(d), 50000), 'login', null, 0 from range(2, 40, 5) r(d)
union all
select customer_code(n), user_code(n, 1), local_instant(before_end(d), 39600 + 60 * n), 'login', null, 0
from (values (1), (2), (3), (6), (7), (9)) v(n), range(0, 120, 3) r(d)
union all
select customer_code(3), user_code(3, 1), local_instant(before_end(d), 43000), 'feature_used', 'automations', 0 from range(3, 120, 4) r(d)
union all
select customer_code(8), user_code(8, 1), local_instant(before_end(d), 41000), 'login', null, 0 from range(0, 10) r(d)
union all
-- Nobody signed in: an event without a user.
select customer_code(3), null, local_instant(before_end(5), 3600), 'api_call', 'api', 0;

insert into survey_responses
select customer_code(n), user_code(u, j), survey, local_instant(before_end(d), 40000), score, comment
from (values
  (3, 3, 1, 'nps', 40, 11, 'Typed with a slip'), (2, 2, 1, 'nps', 35, -1, null), (9, 9, 1, 'ces', 30, 0, null),
  (1, 1, 1, 'nps', 25, null, 'Opened, not answered'),
  -- Answers twice in the quarter: only the later counts.
  (6, 6, 1, 'nps', 60, 3, 'Too early to say'), (6, 6, 1, 'nps', 10, 9, 'Won over'),
  -- Two answers at the very same instant.
  (9, 9, 1, 'nps', 20, 8, null), (9, 9, 1, 'nps', 20, 6, null),
  -- The same person answers for both of her customers.
  (4, 4, 1, 'nps', 15, 10, null), (5, 4, 1, 'nps', 14, 2, 'South is neglected')
) v(n, u, j, survey, d, score, comment);

insert into tickets
select customer_code(n), user_code(n, 1), local_instant(before_end(d), 36000), priority, 'bug', 'email', replied, null, null, null
from (values (3, 200, 'urgent', null::timestamptz), (6, 45, 'high', null), (9, 90, 'normal', local_instant(before_end(89), 36000)))
  v(n, d, priority, replied);

insert into orders
select customer_code(n), user_code(n, 1), product, quantity, amount, local_instant(before_end(d), 45000), refunded
from (values (3, 'storage', 1, 0.00, 100, null::timestamptz), (3, 'training', 2, 500.00, 80, local_instant(before_end(70), 45000)),
             (6, 'training', 1, 250.00, 80, null)) v(n, product, quantity, amount, d, refunded);

insert into stages
select customer_code(n), stage, before_end(started), before_end(ended)
from (values
  (1, 'adoption', 690, null), (2, 'adoption', 700, 480), (2, 'churned', 480, 190), (2, 'adoption', 190, null), (3, 'adoption', 660, null),
  (4, 'adoption', 620, null), (5, 'onboarding', 615, null), (6, 'adoption', 350, null), (7, 'adoption', 380, null), (8, 'lead', 20, 10),
  (8, 'trial', 10, null), (9, 'adoption', 570, null), (10, 'lead', 300, null)
) v(n, stage, started, ended);

insert into owners
select customer_code(n), 'Vera Costa', 'Global', before_end(started), null
from (values (1, 690), (3, 660), (6, 350), (9, 570)) v(n, started);
