import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import { ask, ENDLESS, opened, value } from './workspace.js';

describe('stopping', () => {
  test('an abort interrupts a running query, and its connection goes on', async () => {
    const warehouse = await opened({ poolSize: 1 });
    const controller = new AbortController();
    const endless = warehouse.run({ sql: ENDLESS, parameters: [] }, { signal: controller.signal });
    setTimeout(() => {
      controller.abort();
    }, 50);
    await expect(endless).rejects.toMatchObject({ name: 'WarehouseError', code: 'QUERY_CANCELLED' });
    expect(await value(warehouse, 'select 1')).toBe(1);
  });

  test('an abort in the very moment a query starts is not lost', async () => {
    const warehouse = await opened({ poolSize: 1 });
    for (let turn = 0; turn < 20; turn++) {
      const controller = new AbortController();
      const endless = warehouse.run({ sql: ENDLESS, parameters: [] }, { signal: controller.signal });
      for (let i = 0; i < turn; i++) await new Promise((resolve) => setImmediate(resolve));
      controller.abort();
      await expect(endless).rejects.toMatchObject({ code: 'QUERY_CANCELLED' });
    }
  });

  test('an abort takes a waiting query out of the line at once', async () => {
    const warehouse = await opened({ poolSize: 1, queueSize: 1 });
    const [first, second] = [new AbortController(), new AbortController()];
    const running = warehouse.run({ sql: ENDLESS, parameters: [] }, { signal: first.signal });
    const waiting = warehouse.run({ sql: 'select 1', parameters: [] }, { signal: second.signal });
    await expect(ask(warehouse, 'select 2')).rejects.toMatchObject({ code: 'WAREHOUSE_BUSY' });
    second.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'QUERY_CANCELLED' });
    const next = value(warehouse, 'select 3');
    first.abort();
    await expect(running).rejects.toMatchObject({ code: 'QUERY_CANCELLED' });
    expect(await next).toBe(3);
  });

  test('a signal aborted beforehand runs nothing', async () => {
    const warehouse = await opened();
    const run = warehouse.run({ sql: 'create table t as select 1', parameters: [] }, { signal: AbortSignal.abort() });
    await expect(run).rejects.toMatchObject({ code: 'QUERY_CANCELLED' });
    await expect(ask(warehouse, 'from t')).rejects.toMatchObject({ code: 'QUERY_FAILED' });
  });

  test('a query that ends leaves nothing behind on its signal', async () => {
    const warehouse = await opened();
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 20 }, () => warehouse.run({ sql: 'select 1', parameters: [] }, { signal })));
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('a deadline interrupts, and the message says how long it was', async () => {
    const warehouse = await opened({ poolSize: 1, queryTimeoutMs: 60 });
    await expect(ask(warehouse, ENDLESS)).rejects.toMatchObject({
      code: 'QUERY_TIMEOUT',
      message: expect.stringContaining('0.06 seconds') as string,
    });
    expect(await value(warehouse, 'select 1')).toBe(1);
  });

  test('whose turn does not come until its deadline is told that others are busy', async () => {
    const warehouse = await opened({ poolSize: 1 });
    const controller = new AbortController();
    const running = warehouse.run({ sql: ENDLESS, parameters: [] }, { signal: controller.signal });
    const waiting = warehouse.run({ sql: 'select 1', parameters: [] }, { deadlineMs: 30 });
    await expect(waiting).rejects.toMatchObject({ code: 'WAREHOUSE_BUSY' });
    controller.abort();
    await expect(running).rejects.toMatchObject({ code: 'QUERY_CANCELLED' });
  });

  test('the time a query waits for others of its caller counts towards its deadline', async () => {
    const warehouse = await opened({ poolSize: 1 });
    const { signal } = new AbortController();
    const run = (sql: string) => warehouse.run({ sql, parameters: [] }, { signal, deadlineMs: 100 });
    const both = await Promise.allSettled([run(ENDLESS), run(ENDLESS)]);
    expect(both.map((one) => one.status === 'rejected' && (one.reason as { code: string }).code)).toEqual([
      'QUERY_TIMEOUT',
      'QUERY_TIMEOUT',
    ]);
  });

  test('closing ends what runs and refuses what comes', async () => {
    const warehouse = await opened();
    const endless = ask(warehouse, ENDLESS);
    const ended = expect(endless).rejects.toMatchObject({ code: 'QUERY_CANCELLED' });
    await warehouse.close();
    await ended;
    await expect(ask(warehouse, 'select 1')).rejects.toMatchObject({ code: 'QUERY_CANCELLED' });
    await warehouse.close();
  });
});

test('fifty queries over a pool of four each get their own answer', async () => {
  const warehouse = await opened({ poolSize: 4 });
  await ask(warehouse, 'create table t as select range as n from range(1000)');
  const sums = Array.from({ length: 50 }, (_, i) => value(warehouse, 'select sum(n) from t where n <= $1', i));
  expect(await Promise.all(sums)).toEqual(Array.from({ length: 50 }, (_, i) => (i * (i + 1)) / 2));
});

describe('parameters', () => {
  test.each([
    ['text', 'VARCHAR'],
    [7, 'INTEGER'],
    [2 ** 31, 'BIGINT'],
    [0.5, 'DOUBLE'],
    [1e300, 'DOUBLE'],
    [true, 'BOOLEAN'],
  ])('%j is bound as %s', async (parameter, type) => {
    expect(await value(await opened(), 'select typeof($1)', parameter)).toBe(type);
  });

  test('SQL in a text stays a text', async () => {
    const warehouse = await opened();
    await ask(warehouse, 'create table t as select 1 as n');
    const text = `'; drop table t; --`;
    expect(await value(warehouse, 'select $1', text)).toBe(text);
    expect(await value(warehouse, 'select count(*) from t')).toBe(1);
  });

  test('a value that cannot be bound is a mistake of ours, not of the query', async () => {
    await expect(ask(await opened(), 'select $1', new Date())).rejects.toThrow(TypeError);
  });

  test('one too few is an error', async () => {
    await expect(ask(await opened(), 'select $1, $2', 1)).rejects.toMatchObject({
      code: 'QUERY_FAILED',
      message: expect.stringMatching(/^Values were not provided/) as string,
    });
  });
});

describe('statements', () => {
  test.each(['select 1; select 2', 'create table t (n int); drop table t', '', '-- nothing'])(
    'exactly one is run, so %j is refused',
    async (sql) => {
      await expect(ask(await opened(), sql)).rejects.toMatchObject({ code: 'QUERY_FAILED' });
    },
  );

  test.each([
    'select 1 as n -- one',
    'select 1 as n;',
    '-- one\nselect 1 as n',
    '/* one */ with t as (select 1 as n) from t',
    'values (1)',
    '(select 1 as n)',
  ])('%j is one', async (sql) => {
    expect(await value(await opened(), sql)).toBe(1);
  });
});

describe('the row limit', () => {
  test('refuses one row more, and says how many there may be', async () => {
    const warehouse = await opened({ maxRows: 2500 });
    expect((await ask(warehouse, 'from range(2500)')).rowCount).toBe(2500);
    await expect(ask(warehouse, 'from range(2501)')).rejects.toMatchObject({
      code: 'QUERY_FAILED',
      message: expect.stringContaining('2,500 rows') as string,
    });
  });

  test('keeps the engine from making rows nobody will read', async () => {
    const warehouse = await opened({ maxRows: 10, queryTimeoutMs: 20_000 });
    await expect(ask(warehouse, 'select a.range from range(10000000) a, range(10000000) b')).rejects.toMatchObject({
      message: expect.stringContaining('more than 10 rows') as string,
    });
  });

  test('leaves the order of an answer alone', async () => {
    const warehouse = await opened({ maxRows: 300_000 });
    const { columns } = await ask(warehouse, 'select range as n from range(200000) order by range desc');
    expect(columns[0]).toEqual(Array.from({ length: 200_000 }, (_, i) => 199_999 - i));
  });
});

test('an error half way through an answer is an error, not a shorter answer', async () => {
  const sql = `select if(range = 500000, error('half way'), range) from range(1000000)`;
  await expect(ask(await opened(), sql)).rejects.toMatchObject({ code: 'QUERY_FAILED', message: 'half way' });
});

test('a big answer lets other things happen meanwhile', async () => {
  const warehouse = await opened();
  let turns = 0;
  const counting = setInterval(() => turns++, 1);
  await ask(warehouse, `select range, 'customer number ' || range as name from range(200000)`);
  clearInterval(counting);
  expect(turns).toBeGreaterThan(5);
});
