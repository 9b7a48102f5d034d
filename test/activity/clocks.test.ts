import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { localDay } from '../../src/compile/dialect.js';
import { clocksFrom, periodNumber } from '../../src/compile/period-number.js';
import { sql, toStatement } from '../../src/compile/sql.js';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => {
  connection.closeSync();
});

/** Every quarter of an hour from 2000 to 2026; the engine's own calendar is asked about each. */
it.each([
  'Europe/Rome',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'US/Pacific',
  'UTC',
])('days by the changes of the clocks are those of the engine in %s', async (zone) => {
  const grid = { grain: 'DAY', every: 1, anchor: '2001-01-01' } as const;
  const byClocks = periodNumber(grid, 'timestamptz', sql`t`, zone, clocksFrom(grid, 0, '2025-12-31', zone));
  const byEngine = sql`(${localDay('timestamptz', sql`t`, zone)} - date '2001-01-01')`;
  const times = sql`from (select timestamptz '2000-01-01 00:00:00+00' + n * interval 15 minute as t from range(911000) r(n))`;
  const statement = toStatement(
    sql`select count(*) as all_, count(*) filter (where a <> b and b >= 0) as inside, count(*) filter (where a >= 0 and b < 0) as before
          from (select ${byClocks} as a, ${byEngine} as b ${times})`,
  );
  const prepared = await connection.prepare(statement.sql);
  statement.parameters.forEach((value, i) => {
    prepared.bindVarchar(i + 1, String(value));
  });
  const [row] = (await prepared.runAndReadAll()).getRowObjectsJson();
  expect(row).toEqual({ all_: '911000', inside: '0', before: '0' });
});
