import { DuckDBConnection } from '@malloydata/db-duckdb';
import { SingleConnectionRuntime } from '@malloydata/malloy';
import { addDays, asOf, days, file, serve, sundays } from './asked.js';

const connection = new DuckDBConnection({
  name: 'duckdb',
  databasePath: ':memory:',
  setupSQL: `attach '${file.replaceAll("'", "''")}' as built (read_only);\nuse built;`,
});
const model = new SingleConnectionRuntime({ connection }).loadModel(`
  source: snapshots is duckdb.table('tessera.customer_snapshots') extend {
    rename: on_day is _day
    measure: size is count()
    measure: user_count is user_accounts.sum()
  }
  source: activity is duckdb.table('user_activity') extend {
    measure: users is count(user_id)
  }
`);

const fiveConditions = `is_paying and (region = 'Europe' or region = 'North America')
  and employees >= 20 and mrr >= 100 and active_users_30d >= 3`;
const anyOf = (column, values) => `(${values.map((day) => `${column} = @${day}`).join(' or ')})`;

/** Compiled once, as a model is; only the run is asked for again. */
const question = (text, read) => {
  const query = model.loadQuery(text);
  const compiled = query.getPreparedResult();
  compiled.catch(() => undefined);
  return async () => {
    const { sql } = await compiled;
    const { rows } = await connection.runSQL(sql, { rowLimit: 1_000_000 });
    return rows.map(read);
  };
};
const text = (day) => (typeof day === 'string' ? day.slice(0, 10) : day.toISOString().slice(0, 10));
const trend = (on) =>
  question(
    `run: snapshots -> { where: ${anyOf('on_day', on)}, ${fiveConditions}; group_by: on_day; aggregate: size }`,
    (row) => [text(row.on_day), Number(row.size)],
  );

serve({
  'size-of-a-segment': question(
    `run: snapshots -> { where: on_day = @${asOf}, ${fiveConditions}; aggregate: size }`,
    (row) => [Number(row.size)],
  ),
  'breakdown-by-two-attributes': question(
    `run: snapshots -> { where: on_day = @${asOf}, is_paying; group_by: industry, region; aggregate: size, user_count }`,
    (row) => [row.industry, row.region, Number(row.size), Number(row.user_count)],
  ),
  '52-week-trend': trend(sundays),
  '365-day-trend': trend(days),
  'daily-active-users': question(
    `run: activity -> {
      where: active_on >= @${addDays(asOf, -89)} and active_on < @${addDays(asOf, 1)}; group_by: active_on; aggregate: users
    }`,
    (row) => [text(row.active_on), Number(row.users)],
  ),
});
