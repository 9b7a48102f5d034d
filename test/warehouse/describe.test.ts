import { describe, expect, test } from 'vitest';
import { opened } from './workspace.js';

test('a SELECT is described by the names and types of its columns, without running it', async () => {
  const warehouse = await opened();
  const sql = `select 1 as n, 1.5::decimal(12,2) as mrr, timestamptz '2024-01-01' as at, 'a'::enum('a', 'b') as tier,
    [1] as list, count(*) as count, '{}'::json as json, error('never run')::varchar as boom -- the end`;
  expect(await warehouse.describe(sql)).toEqual([
    { name: 'n', sqlType: 'INTEGER' },
    { name: 'mrr', sqlType: 'DECIMAL(12,2)' },
    { name: 'at', sqlType: 'TIMESTAMP WITH TIME ZONE' },
    { name: 'tier', sqlType: `ENUM('a', 'b')` },
    { name: 'list', sqlType: 'INTEGER[]' },
    { name: 'count', sqlType: 'BIGINT' },
    { name: 'json', sqlType: 'JSON' },
    { name: 'boom', sqlType: 'VARCHAR' },
  ]);
});

test('a defined relation is described, on whichever connection', async () => {
  const warehouse = await opened({}, { 'data/a.csv': 'id,on\n1,2024-01-31\n' });
  await warehouse.define('a', `select * from 'data/a.csv';`);
  const all = await Promise.all(Array.from({ length: 6 }, () => warehouse.describe('from a')));
  for (const columns of all)
    expect(columns).toEqual([
      { name: 'id', sqlType: 'BIGINT' },
      { name: 'on', sqlType: 'DATE' },
    ]);
});

test('a model of any size is checked, however short the line for questions is', async () => {
  const warehouse = await opened({ poolSize: 1, queueSize: 0 });
  const all = Array.from({ length: 100 }, (_, i) => warehouse.rows(`select ${String(i)} as i`));
  expect(await Promise.all(all)).toEqual(Array.from({ length: 100 }, (_, i) => [{ i }]));
});

test('a relation may be defined again, and its name may need quotes', async () => {
  const warehouse = await opened();
  await warehouse.define('the "best" order', 'select 1 as n');
  await warehouse.define('the "best" order', 'select 2 as n');
  expect(await warehouse.rows('from "the ""best"" order"')).toEqual([{ n: 2 }]);
});

describe('what the engine does not accept is an EngineError with its suggestions', () => {
  test.each([
    ['select mr from t', 'Referenced column "mr" not found in FROM clause', ['mrr']],
    ['select mrr,\n  seat\nfrom t', 'Referenced column "seat" not found in FROM clause (line 2)', ['seats']],
    ['select sumx(mrr) from t', 'Scalar Function with name sumx does not exist', ['sum']],
    ['select x.mrr from t', 'Referenced table "x" not found', ['t']],
    ['select 1 from customer', 'Table with name customer does not exist', ['customers']],
    ['select from', /^syntax error/, []],
    ['drop table t', /^syntax error/, []],
    ['select 1; select 2', /multiple statements/, []],
  ])('%j', async (sql, message, suggestions) => {
    const warehouse = await opened();
    await warehouse.define('t', 'select 1 as mrr, 2 as seats');
    await warehouse.define('customers', 'select 1 as id');
    await expect(warehouse.describe(sql)).rejects.toMatchObject({
      name: 'EngineError',
      message: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
      suggestions,
    });
  });

  test('when defining', async () => {
    const warehouse = await opened();
    const define = warehouse.define('t', 'select *\nfrom nowhere');
    await expect(define).rejects.toMatchObject({
      name: 'EngineError',
      message: expect.stringMatching(/nowhere.*line 2/) as string,
    });
    await expect(warehouse.define('t', 'select 1; drop view x')).rejects.toMatchObject({ name: 'EngineError' });
  });

  test('when asking for rows', async () => {
    const warehouse = await opened();
    await expect(warehouse.rows(`from 'data/none.csv'`)).rejects.toMatchObject({ name: 'EngineError' });
  });
});
