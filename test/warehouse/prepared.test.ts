import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';
import type { Warehouse } from '../../src/warehouse/warehouse.js';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openDuckDb({ dir: '.', settings: { poolSize: 1 } });
});
afterAll(() => warehouse.close());

const ask = async (sql: string, ...parameters: unknown[]) => (await warehouse.run({ sql, parameters })).columns;

test('a statement that is asked again has its own values, whatever their types', async () => {
  const sql = 'select $1 as a, $2::integer as b';
  for (const [a, b] of [
    ['x', 1],
    [1.5, 2],
    [true, null],
    [null, 3],
    ['y', 4],
  ] as const)
    expect(await ask(sql, a, b)).toEqual([[a], [b]]);
});

test('a statement that failed may be asked again', async () => {
  const sql = 'select 1 / cast($1 as integer) as x, cast($1 as integer) as y';
  await expect(ask(sql, 'no number')).rejects.toThrow();
  expect(await ask(sql, '2')).toEqual([[0.5], [2]]);
});

test('a relation that is defined anew has its new rows in statements asked before', async () => {
  await warehouse.define('changing', 'select 1 as x');
  expect(await ask('from changing')).toEqual([[1]]);
  await warehouse.define('changing', "select 'two' as x, 3 as y");
  expect(await ask('from changing')).toEqual([['two'], [3]]);
});

test('a relation on files has the rows that its files have', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'tessera-prepared-'));
  const onFiles = await openDuckDb({ dir, settings: { poolSize: 1 } });
  await writeFile(join(dir, '1.csv'), 'x\n1\n');
  await onFiles.define('numbers', "from read_csv('*.csv', header = true)");
  for (const rows of [1, 2]) {
    await writeFile(join(dir, `${String(rows)}.csv`), `x\n${String(rows)}\n`);
    const { columns } = await onFiles.run({ sql: 'select x from numbers order by x', parameters: [] });
    expect(columns).toEqual([Array.from({ length: rows }, (_, i) => i + 1)]);
  }
  await onFiles.close();
  await rm(dir, { recursive: true });
});

test('more statements than are kept are all answered', async () => {
  for (const round of [1, 2])
    for (let i = 0; i < 120; i++) expect(await ask(`select ${String(i)} + $1 as x`, round)).toEqual([[i + round]]);
});

test('the nearest row may be asked for again', async () => {
  await warehouse.define('moments', 'select range % 10 as k, range as t from range(1000)');
  const sql = 'select count(*) as n from moments as a asof join moments as b on a.k = b.k and a.t >= b.t';
  for (const round of [1, 2, 3]) expect([round, await ask(sql)]).toEqual([round, [[1000]]]);
});
