import { describe, expect, test } from 'vitest';
import { ask, opened, value } from './workspace.js';

const rows = (n: number, last: string): string => `id,mrr\n${'a,1\n'.repeat(n)}${last}\n`;

const FILES = {
  'data/wrong-type.csv': rows(30_000, 'z,many'),
  'data/not.parquet': 'PAR1 but not really a parquet file at all PAR1',
  'data/short.parquet': 'x',
  'data/broken.json': '{"a": 1}\n{"a": ',
  'data/parts/1.csv': 'a,b\n1,2\n',
  'data/parts/2.csv': 'a,c\n1,2\n',
  'data/good.csv': rows(3, 'z,5'),
};

describe('data that cannot be read', () => {
  test.each([
    ['data/wrong-type.csv', /Line: 30002.*column "mrr".*"many".*data\/wrong-type\.csv/],
    ['data/not.parquet', /data\/not\.parquet/],
    ['data/short.parquet', /data\/short\.parquet/],
    ['data/broken.json', /JSON.*data\/broken\.json/],
    ['data/parts/*.csv', /^Schema mismatch.*data\/parts\/2\.csv\. Column with name: "b" is missing$/],
    ['data/missing.parquet', /data\/missing\.parquet/],
    ['data/missing/*.csv', /data\/missing\/\*\.csv/],
  ])('%s', async (file, message) => {
    const warehouse = await opened({}, FILES);
    await expect(ask(warehouse, `select count(*), max(columns(*)) from '${file}'`)).rejects.toMatchObject({
      name: 'WarehouseError',
      code: 'DATA_UNREADABLE',
      message: expect.stringMatching(message) as string,
    });
    expect(await value(warehouse, `select sum(mrr) from 'data/good.csv'`)).toBe(8);
  });

  test('a cast of the model that the data does not fit', async () => {
    const warehouse = await opened({}, FILES);
    await warehouse.define('customers', `select id::int as id from 'data/good.csv'`);
    await expect(ask(warehouse, 'from customers')).rejects.toMatchObject({ code: 'DATA_UNREADABLE' });
  });

  test('the message is one line and says nothing of where the workspace is', async () => {
    const warehouse = await opened({}, FILES);
    const error = await ask(warehouse, `select max(mrr) from 'data/wrong-type.csv'`).catch((e: unknown) => e);
    expect((error as Error).message).toBe(
      `CSV Error on Line: 30002. Error when converting column "mrr". Could not convert string "many" to 'BIGINT' (file data/wrong-type.csv)`,
    );
  });
});

test('a query over the memory limit fails alone, and the next one runs', async () => {
  const warehouse = await opened({ memoryLimit: '60MB', threads: 1, poolSize: 2 });
  const heavy = ask(warehouse, 'select count(*) from (select distinct range, md5(range::varchar) from range(5000000))');
  const light = value(warehouse, 'select sum(range) from range(1000)');
  await expect(heavy).rejects.toMatchObject({
    code: 'OUT_OF_MEMORY',
    message: expect.not.stringContaining('\n') as string,
  });
  expect(await light).toBe(499_500);
  expect(await value(warehouse, 'select sum(range) from range(1000)')).toBe(499_500);
});

describe('a query that is wrong', () => {
  test.each([
    ['select mr from (select 1 as mrr)', 'Referenced column "mr" not found in FROM clause'],
    ['select 1 +\n\nfrom', 'syntax error at or near "from" (line 3)'],
    ['select 9223372036854775807 + 1::bigint', /Overflow/],
    ['select csv_file from (select 1 as json)', 'Referenced column "csv_file" not found in FROM clause'],
    ['from nothing', /nothing does not exist/],
  ])('%j', async (sql, message) => {
    await expect(ask(await opened(), sql)).rejects.toMatchObject({
      code: 'QUERY_FAILED',
      message: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
    });
  });

  test('keeps what the engine said as its cause', async () => {
    const error = await ask(await opened(), 'selec').catch((e: unknown) => e);
    expect((error as Error).cause).toBeInstanceOf(Error);
  });
});
