import { DuckDBConnection } from '@malloydata/db-duckdb';
import { SingleConnectionRuntime } from '@malloydata/malloy';
import {
  addDays,
  asOf,
  columnOf,
  dayOf,
  file,
  monday,
  monthEnds,
  months,
  segments,
  serve,
  sundays,
  yearAgo,
} from './asked.js';

const connection = new DuckDBConnection({
  name: 'duckdb',
  databasePath: file,
  readOnly: true,
  enableExternalAccess: false,
  setupSQL: 'set preserve_insertion_order = false;',
});
const model = new SingleConnectionRuntime({ connection }).loadModel(`
  source: snapshots is duckdb.table('tessera.customer_snapshots') extend {
    rename:
      on_day is _day
      id is _id
    measure:
      size is count()
      paying is count() { where: is_paying }
      contracted is count() { where: has_contract }
      prospects is count() { where: is_prospect }
      trials is count() { where: on_trial }
      user_count is user_accounts.sum()
      recurring is mrr.sum()
      arpa is recurring / nullif(paying, 0)
      all_seats is seats.sum()
      utilization is (active_users_30d.sum() { where: seats > 0 }) / nullif(all_seats, 0)
      breadth is features_30d.avg() { where: is_paying }
      tickets_opened is tickets_30d.sum()
  }
  source: activity is duckdb.table('user_activity') extend {
    measure: users is count(user_id)
  }
`);

const list = (values) => values.map((value) => (typeof value === 'string' ? `'${value}'` : value)).join(' | ');
const TESTS = {
  eq: (column, value) => (value === true ? column : `${column} = ${list([value])}`),
  in: (column, values) => `${column} ? ${list(values)}`,
  gte: (column, value) => `${column} >= ${value}`,
  lte: (column, value) => `${column} <= ${value}`,
  lt: (column, value) => `${column} < ${value}`,
};
const conditionOf = ({ where }) =>
  Object.entries(where)
    .flatMap(([attribute, test]) =>
      Object.entries(test).map(([name, value]) => TESTS[name](columnOf(attribute), value)),
    )
    .join(', ');

const fiveConditions = `is_paying, region ? 'Europe' | 'North America', employees >= 20, mrr >= 100, active_users_30d >= 3`;
const anyOf = (days) => days.map((day) => `@${day}`).join(' | ');
const within = (column, from, to) => `${column} >= @${from}, ${column} <= @${to}`;

/** Whether a query is compiled before it is asked, or at each request, as Malloy's own server does with those it is sent. */
const compiledBefore = process.argv[5] === 'compiled before';

const question = (text, read) => {
  const compile = async () => (await model.loadQuery(text).getPreparedResult()).sql;
  const once = compiledBefore && compile();
  if (once) once.catch(() => undefined);
  return async () => {
    const { rows } = await connection.runSQL(await (once || compile()), { rowLimit: 1_000_000 });
    return rows.map(read);
  };
};

const trend = (days) =>
  question(`run: snapshots -> { where: ${days}, ${fiveConditions}; group_by: on_day; aggregate: size }`, (row) => [
    dayOf(row.on_day),
    Number(row.size),
  ]);

const sizes = (count) => {
  const counts = segments.slice(0, count).map((segment, i) => `s${i} is count() { where: ${conditionOf(segment)} }`);
  const one = question(`run: snapshots -> { where: on_day = @${asOf}; aggregate: ${counts.join('\n')} }`, (row) => row);
  return async () => {
    const [row] = await one();
    return counts.map((_, i) => [i, Number(row[`s${i}`])]);
  };
};

const METRICS = [
  ...['size', 'paying', 'contracted', 'prospects', 'trials', 'user_count', 'recurring', 'arpa', 'all_seats'],
  ...['utilization', 'breadth', 'tickets_opened'],
];
/** A query for each segment, run in turn for one request. */
const segmentsByMetrics = () => {
  const each = segments.map((segment, i) =>
    question(
      `run: snapshots -> { where: on_day = @${asOf}, ${conditionOf(segment)}; aggregate: ${METRICS.join(', ')} }`,
      (row) => [i, ...METRICS.map((name) => (row[name] === null ? null : Number(row[name])))],
    ),
  );
  return async () => {
    const rows = [];
    for (const one of each) rows.push(...(await one()));
    return rows;
  };
};

serve({
  'size-of-a-segment': question(
    `run: snapshots -> { where: on_day = @${asOf}, ${fiveConditions}; aggregate: size }`,
    (row) => [Number(row.size)],
  ),
  '20-segment-sizes': sizes(20),
  '50-segment-sizes': sizes(50),
  'segments-by-metrics': segmentsByMetrics(),
  'breakdown-by-two-attributes': question(
    `run: snapshots -> { where: on_day = @${asOf}, is_paying; group_by: industry, region; aggregate: size, user_count }`,
    (row) => [row.industry, row.region, Number(row.size), Number(row.user_count)],
  ),
  '52-week-trend': trend(`on_day ? ${anyOf(sundays)}`),
  '365-day-trend': trend(within('on_day', yearAgo, asOf)),
  'daily-active-users': question(
    `run: activity -> { where: ${within('active_on', addDays(asOf, -89), asOf)}; group_by: active_on; aggregate: users }`,
    (row) => [dayOf(row.active_on), Number(row.users)],
  ),
  // Who first paid in a month has paid by its end, so that the snapshots of month ends alone hold each cohort whole.
  'monthly-cohorts': question(
    `run: snapshots -> {
      where: on_day ? ${anyOf(monthEnds)}, first_paid_on >= @${months.from}, first_paid_on < @${months.until}
      group_by: started is first_paid_on.month, on_day
      aggregate: size, paying
    }`,
    (row) => [dayOf(row.started), Number(row.size), dayOf(row.on_day), Number(row.paying)],
  ),
  // Each row is joined to the four Sundays whose 28 days it is in: as `join_one`, so that it counts for each of them.
  'behaviour-over-a-year': question(
    `source: points is duckdb.sql("""
      select day as sunday, timezone('Europe/Rome', (day - 27)::timestamp) as starts, timezone('Europe/Rome', (day + 1)::timestamp) as ends
      from tessera.snapshot_days where day in (${sundays.map((day) => `date '${day}'`).join(', ')})
    """)
    source: exports is duckdb.table('events') extend {
      where: feature = 'exports', occurred_at >= @${addDays(monday, -392)}
      join_one: points on occurred_at >= points.starts and occurred_at < points.ends
    }
    run: exports -> {
      where: points.sunday is not null
      group_by: points.sunday, customer_id
      aggregate: n is count()
      having: n >= 3
    } -> { group_by: sunday; aggregate: customers is count() }`,
    (row) => [dayOf(row.sunday), Number(row.customers)],
  ),
  'large-table': question(
    `run: snapshots -> {
      where: on_day = @${asOf}
      select: id, industry, employees, created_on, is_paying, active_users_30d
      order_by: id
      limit: 100000
    }`,
    (row) => [
      row.id,
      row.industry,
      row.employees,
      dayOf(row.created_on),
      row.is_paying,
      row.active_users_30d === null ? null : Number(row.active_users_30d),
    ],
  ),
});
