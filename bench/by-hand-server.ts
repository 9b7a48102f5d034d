import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import type { DuckDBPreparedStatement } from '@duckdb/node-api';
import type { Bound } from './bound.js';
import { chunksOf, openRival } from './rival.js';

/**
 * A program that only runs SQL it is sent: over HTTP, prepared once, its values bound at each run, rows as JSON. It knows no
 * GraphQL, checks nothing and has nothing to work out, so that no server can take less with these parts.
 */
const [file = ''] = process.argv.slice(2);
const connection = await openRival(file);
const known = new Map<string, DuckDBPreparedStatement>();

async function answer({ sql, values }: Bound): Promise<string> {
  const prepared = known.get(sql) ?? (await connection.prepare(sql));
  known.set(sql, prepared);
  values.forEach((value, i) => {
    if (typeof value === 'number') prepared.bindInteger(i + 1, value);
    else prepared.bindVarchar(i + 1, value);
  });
  return JSON.stringify(chunksOf(await prepared.run()).flatMap((chunk) => chunk.getRows()));
}

const server = createServer((request, response) => {
  json(request)
    .then((asked) => answer(asked as Bound))
    .then(
      (text) => response.end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`asked at http://127.0.0.1:${String(typeof address === 'object' ? address?.port : '')}`);
});
process.on('SIGTERM', () => process.exit(0));
