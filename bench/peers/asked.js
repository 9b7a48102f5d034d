import { createServer } from 'node:http';
import { DuckDBInstance } from '@duckdb/node-api';

/** What `npm run bench` gives a peer: the file of the build and the last day of its data. */
export const [file, asOf] = process.argv.slice(2);

const DAY_MS = 86_400_000;
export const addDays = (day, days) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The last 52 Sundays of whole weeks, and the last 365 days, as the benchmark's trends have them. */
const monday = addDays(addDays(asOf, 1), -((new Date(addDays(asOf, 1)).getUTCDay() + 6) % 7));
export const sundays = Array.from({ length: 52 }, (_, week) => addDays(monday, -1 - 7 * week)).reverse();
export const days = Array.from({ length: 365 }, (_, back) => addDays(asOf, -back)).reverse();

/** The build in memory-only DuckDB, read only, as the hand-written SQL has it. */
export async function connectedTo(connection) {
  await connection.run(`attach '${file.replaceAll("'", "''")}' as built (read_only)`);
  await connection.run('use built');
  return connection;
}

export const connect = async () => connectedTo(await (await DuckDBInstance.create(':memory:')).connect());

/** Serves answers by their key: rows as JSON. */
export function serve(answers) {
  const server = createServer((request, response) => {
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
  server.listen(0, '127.0.0.1', () => {
    console.log(`asked at http://127.0.0.1:${server.address().port}`);
  });
  process.on('SIGTERM', () => process.exit(0));
}
