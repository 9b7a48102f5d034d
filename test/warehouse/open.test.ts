import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';
import { ask, folder, opened, value } from './workspace.js';

test('paths are relative to the workspace, through views too and on every connection', async () => {
  const warehouse = await opened({}, { 'data/customers.csv': 'customer_id,mrr\na,10\nb,20\n' });
  await warehouse.define('customers', `select * from read_csv('data/*.csv')`);
  const sums = Array.from({ length: 8 }, () => value(warehouse, 'select sum(mrr) from customers'));
  expect(await Promise.all(sums)).toEqual(Array.from({ length: 8 }, () => 30));
});

test.each(["Anna's data", 'a, b', 'Cucina è qui'])('a workspace may lie in a folder called %s', async (name) => {
  const dir = await folder({ [`${name}/a.csv`]: 'n\n7\n' });
  const warehouse = await openDuckDb({ dir: join(dir, name) });
  await warehouse.define('direct', `-- naïve\nselect n from 'a.csv'`);
  await warehouse.define(
    'listed',
    `select n from read_csv(['a.csv', 'a.csv'], header = true, columns = {n: 'integer'})`,
  );
  expect(await value(warehouse, 'select sum(n) from (select n from direct union all select n from listed)')).toBe(21);
  await warehouse.close();
});

test('a file of the same name in the folder of the process is not read', async () => {
  const dir = await folder({ 'package.json': '{"name": "of the workspace"}' });
  const warehouse = await openDuckDb({ dir });
  await warehouse.define('packages', `select name from read_json('package.json')`);
  expect(await value(warehouse, 'select name from packages')).toBe('of the workspace');
  await warehouse.close();
});

test('time is in UTC wherever the process is', async () => {
  const program = fileURLToPath(new URL('time-zone-program.ts', import.meta.url));
  const env = { ...process.env, TZ: 'America/New_York' };
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program], { env });
  expect(JSON.parse(stdout)).toEqual({
    process: '2024-01-01T05:00:00.000Z',
    warehouse: ['2024-01-01', '2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z'],
  });
});

test.each(['set threads = 1', 'set autoinstall_known_extensions = true', `set timezone = 'Europe/Rome'`])(
  'settings are locked: %s is refused',
  async (sql) => {
    await expect(ask(await opened(), sql)).rejects.toMatchObject({
      code: 'QUERY_FAILED',
      message: expect.stringContaining('locked') as string,
    });
  },
);

test('settings reach the engine', async () => {
  const warehouse = await opened({ threads: 1, memoryLimit: '512MiB' });
  const sql = `select current_setting('threads'), current_setting('memory_limit'), current_setting('autoload_known_extensions')`;
  expect((await ask(warehouse, sql)).columns).toEqual([[1], ['512.0 MiB'], [false]]);
});

test('a setting the engine does not understand is refused in its words', async () => {
  await expect(openDuckDb({ dir: await folder(), settings: { memoryLimit: 'lots' } })).rejects.toMatchObject({
    name: 'EngineError',
    message: expect.stringMatching(/^Memory must have a number/) as string,
  });
});

describe('a query larger than the memory limit', () => {
  const large = 'select count(*) from (select distinct range, md5(range::varchar) from range(2000000))';
  const limits = { memoryLimit: '100MB', threads: 1 };

  test('spills to the temporary folder, and leaves nothing there', async () => {
    const dir = await folder();
    const tempDirectory = join(dir, '.tessera', 'tmp');
    const warehouse = await openDuckDb({ dir, settings: { ...limits, tempDirectory } });
    expect(await value(warehouse, large)).toBe(2_000_000);
    expect(await readdir(tempDirectory)).toHaveLength(1);
    await warehouse.close();
    expect(await readdir(tempDirectory)).toEqual([]);
  });

  test('fails when there is none', async () => {
    await expect(ask(await opened(limits), large)).rejects.toMatchObject({ code: 'OUT_OF_MEMORY' });
  });

  test('or when it cannot be made', async () => {
    const dir = await folder({ 'a-file': '' });
    const warehouse = await openDuckDb({ dir, settings: { ...limits, tempDirectory: join(dir, 'a-file', 'tmp') } });
    await expect(ask(warehouse, large)).rejects.toMatchObject({ code: 'OUT_OF_MEMORY' });
    await warehouse.close();
  });
});
