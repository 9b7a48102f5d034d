import { createServer } from 'node:http';
import { DuckDBInstance } from '@duckdb/node-api';

/** What `npm run bench` gives a peer: the file of the build, the last day of its data, and the benchmark's segments. */
export const [file, asOf, given] = process.argv.slice(2);
export const segments = JSON.parse(given);

/** Tessera's names of attributes are those of the columns in camelCase. */
export const columnOf = (attribute) =>
  attribute.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/\d+/, (digits) => `_${digits}`);

const DAY_MS = 86_400_000;
export const addDays = (day, days) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
const firstOfMonth = (day, months) => {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
};

/** The last 52 Sundays of whole weeks, the first of the last 365 days, and the last twelve whole months, as the benchmark has them. */
const tomorrow = addDays(asOf, 1);
export const monday = addDays(tomorrow, -((new Date(tomorrow).getUTCDay() + 6) % 7));
export const sundays = Array.from({ length: 52 }, (_, week) => addDays(monday, -1 - 7 * week)).reverse();
export const yearAgo = addDays(asOf, -364);
export const months = { from: firstOfMonth(tomorrow, -12), until: firstOfMonth(tomorrow, 0) };
export const monthEnds = Array.from({ length: 12 }, (_, back) => addDays(firstOfMonth(months.until, -back), -1));

/** Days come as texts or as dates. */
export const dayOf = (day) => (typeof day === 'string' ? day : day.toISOString()).slice(0, 10);

/** The build in memory-only DuckDB, read only, with the settings that the hand-written SQL has. */
export async function connect() {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const sql of [
    `attach '${file.replaceAll("'", "''")}' as built (read_only, row_group_size 16384)`,
    'use built',
    "set timezone = 'UTC'",
    'set preserve_insertion_order = false',
  ])
    await connection.run(sql);
  return connection;
}

/** Serves answers by their key: rows as JSON. */
export function serve(answers) {
  listen((request, response) => {
    const key = request.url.slice(1);
    const answer = key === '' ? Promise.resolve(Object.keys(answers)) : answers[key]();
    answer.then(
      (rows) => response.end(JSON.stringify(rows)),
      (error) => {
        response.statusCode = 500;
        response.end(String(error.stack ?? error));
      },
    );
  });
}

/** Tells where it is asked. */
export function listen(onRequest) {
  const server = createServer(onRequest);
  server.listen(0, '127.0.0.1', () => {
    console.log(`asked at http://127.0.0.1:${server.address().port}`);
  });
  process.on('SIGTERM', () => process.exit(0));
}
