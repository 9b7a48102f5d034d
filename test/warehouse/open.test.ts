import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';
import { toRows, type Warehouse } from '../../src/warehouse/warehouse.js';

let dir: string;
let warehouse: Warehouse;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tessera-warehouse-'));
  await mkdir(join(dir, 'data'));
  await writeFile(join(dir, 'data', 'customers.csv'), 'customer_id,mrr\na,10\nb,20\n');
  warehouse = await openDuckDb({ dir });
});

afterAll(async () => {
  await warehouse.close();
  await rm(dir, { recursive: true });
});

test('paths are relative to the workspace, through views too and on every connection', async () => {
  await warehouse.define('customers', `select * from read_csv('data/*.csv')`);
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => warehouse.run({ sql: 'select sum(mrr) as mrr from customers', parameters: [] })),
  );
  expect(answers.map((answer) => toRows(answer))).toEqual(Array.from({ length: 8 }, () => [{ mrr: 30 }]));
});

test('a relation may be defined again, and its name may need quotes', async () => {
  await warehouse.define('the "best" order', 'select 1 as n');
  await warehouse.define('the "best" order', 'select 2 as n');
  expect(await warehouse.rows('select * from "the ""best"" order"')).toEqual([{ n: 2 }]);
});

test('the session is in UTC wherever the process is', async () => {
  expect(await warehouse.rows(`select current_setting('timezone') as zone`)).toEqual([{ zone: 'UTC' }]);
});

test.each(['set threads = 1', 'set autoinstall_known_extensions = true', `set timezone = 'Europe/Rome'`])(
  'settings are locked: %s is refused',
  async (sql) => {
    await expect(warehouse.run({ sql, parameters: [] })).rejects.toMatchObject({
      code: 'QUERY_FAILED',
      message: expect.stringContaining('locked'),
    });
  },
);

test('a path with a comma is refused, since DuckDB would read it as two', async () => {
  await expect(openDuckDb({ dir: join(dir, 'a, b') })).rejects.toMatchObject({ name: 'EngineError' });
});

test('a setting the engine does not understand is refused in its words', async () => {
  await expect(openDuckDb({ dir, settings: { memoryLimit: 'lots' } })).rejects.toMatchObject({
    name: 'EngineError',
    message: expect.stringMatching(/^Memory must have a number/),
  });
});
