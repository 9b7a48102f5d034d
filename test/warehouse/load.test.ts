import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';
import type { Warehouse } from '../../src/warehouse/warehouse.js';
import { folder, opened, value } from './workspace.js';

const CSV = { 'data/a.csv': 'id,mrr\na,10\nb,20\nc,30\n' };

test('a relation read into memory answers as before, without its file', async () => {
  const dir = await folder(CSV);
  const warehouse = await openDuckDb({ dir });
  await warehouse.define('a', `select * from 'data/a.csv'`);
  await warehouse.define('doubled', 'select id, mrr * 2 as mrr from a');
  const before = await warehouse.describe('from a');
  expect(await warehouse.load('a', 3)).toBe(true);
  await rm(join(dir, 'data'), { recursive: true });
  expect(await value(warehouse, 'select sum(mrr) from a')).toBe(60);
  expect(await value(warehouse, 'select sum(mrr) from doubled')).toBe(120);
  expect(await warehouse.describe('from a')).toEqual(before);
  await warehouse.close();
});

test('one row more than asked for stays on its file, whole', async () => {
  const warehouse = await opened({}, CSV);
  await warehouse.define('a', `select * from 'data/a.csv'`);
  expect(await warehouse.load('a', 2)).toBe(false);
  expect(await value(warehouse, 'select sum(mrr) from a')).toBe(60);
});

test('so does what does not fit the memory limit', async () => {
  const warehouse = await opened({ memoryLimit: '60MB', threads: 1 });
  await warehouse.define('large', 'select range as id, md5(range::varchar) as hash from range(3000000)');
  expect(await warehouse.load('large', 10_000_000)).toBe(false);
  expect(await value(warehouse, 'select count(id) from large')).toBe(3_000_000);
});

test('a relation may be defined and read again', async () => {
  const warehouse = await opened({}, CSV);
  await warehouse.define('a', `select * from 'data/a.csv'`);
  await warehouse.load('a', 10);
  expect(await warehouse.load('a', 10)).toBe(true);
  await warehouse.define('a', `select * from 'data/a.csv' where id = 'b'`);
  expect(await value(warehouse, 'select sum(mrr) from a')).toBe(20);
  expect(await warehouse.load('a', 10)).toBe(true);
  expect(await value(warehouse, 'select sum(mrr) from a')).toBe(20);
});

const inMemory = async (warehouse: Warehouse): Promise<number> =>
  Number(await value(warehouse, `select memory_usage_bytes from duckdb_memory() where tag = 'IN_MEMORY_TABLE'`));

test('what is in memory is compressed, and answers as before', async () => {
  const warehouse = await opened({ tempDirectory: join(await folder({}), 'spill') });
  const sum = 'select sum(hash(a)::hugeint)::varchar from a';
  await warehouse.define('a', `select range as id, 'a' || range % 7 as name from range(400000)`);
  const before = await value(warehouse, sum);
  await warehouse.compact();
  await warehouse.load('a', 1_000_000);
  const loaded = await inMemory(warehouse);
  await warehouse.compact();
  expect(await inMemory(warehouse)).toBeLessThan(loaded / 2);
  expect(await value(warehouse, sum)).toBe(before);
  await warehouse.load('a', 1_000_000);
  await warehouse.compact();
  expect(await value(warehouse, sum)).toBe(before);
});

test('without a folder to spill to it stays as it is: a lack of memory would end the engine', async () => {
  const warehouse = await opened({ memoryLimit: '40MB', threads: 1 });
  await warehouse.define('a', 'select range as id, hash(range) as hash from range(1500000)');
  expect(await warehouse.load('a', 2_000_000)).toBe(true);
  await warehouse.compact();
  expect(await value(warehouse, 'select count(hash) from a')).toBe(1_500_000);
});

test('a name that needs quotes, and an empty relation', async () => {
  const warehouse = await opened();
  await warehouse.define('no "rows"', 'select 1 as n where false');
  expect(await warehouse.load('no "rows"', 10)).toBe(true);
  expect(await warehouse.rows('from "no ""rows"""')).toEqual([]);
});

test('what cannot be read is an EngineError', async () => {
  const warehouse = await opened({}, { 'data/a.csv': `id\n${'1\n'.repeat(30_000)}x\n` });
  await warehouse.define('a', `select * from 'data/a.csv'`);
  await expect(warehouse.load('a', 100_000)).rejects.toMatchObject({ name: 'EngineError' });
  await expect(warehouse.load('nothing', 10)).rejects.toMatchObject({ name: 'EngineError' });
});
