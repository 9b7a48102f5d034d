import type { DuckDBConnection } from '@duckdb/node-api';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { eventsFile, readStep, rowsOf } from './database.js';
import { copyStatement } from './outputs.js';

/** The first days of the months that the events fall in. */
export async function eventMonths(connection: DuckDBConnection): Promise<readonly string[]> {
  const rows = await rowsOf(
    connection,
    `select m::date::varchar as month from range(date_trunc('month', getvariable('start_day')),
       (getvariable('end_day') + 1)::timestamp, interval 1 month) t(m) order by m`,
  );
  return rows.map((row) => String(row['month']));
}

/** How much busier than the committed sample the company has to be to reach about `target` events. */
export async function densityFor(connection: DuckDBConnection, target: number): Promise<number> {
  const [row] = await rowsOf(
    connection,
    `select coalesce(sum(sessions_per_month * (until - greatest(starts_on, getvariable('start_day'))) / 30.4), 0) * 2.05 as expected
     from user_spans where until > starts_on`,
  );
  const expected = Number(row?.['expected'] ?? 0);
  return expected > 0 ? target / expected : 1;
}

const handMade = (month: string): string =>
  `select * from awkward_events where (occurred_at at time zone getvariable('zone')) >= date '${month}'
     and (occurred_at at time zone getvariable('zone')) < date '${month}' + interval 1 month
     and occurred_at < make_timestamptz(getvariable('end_instant')::bigint)
     and occurred_at >= timezone(getvariable('zone'), getvariable('start_day')::timestamp)`;

/** Writes the events of one month to its file, numbered on from `written`; returns the number written by then. */
export async function writeMonth(
  connection: DuckDBConnection,
  folder: string,
  month: string,
  written: number,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  await connection.run(`set variable month = date '${month}'`);
  await connection.run(await readStep(eventsFile));
  await connection.run(`insert into month_events ${handMade(month)}`);
  const select = `select ${String(written)} + row_number() over (order by occurred_at, customer_id, user_id, name, feature, step) as event_id,
      customer_id, user_id, occurred_at, name, feature from month_events order by event_id`;
  await connection.run(copyStatement(select, join(folder, `${month.slice(0, 7)}.parquet`)));
  const [row] = await rowsOf(connection, 'select count(*)::double as n from month_events');
  return written + Number(row?.['n'] ?? 0);
}
