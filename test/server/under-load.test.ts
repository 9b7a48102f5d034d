import { afterEach, expect, test, vi } from 'vitest';
import type { Warehouse } from '../../src/warehouse/warehouse.js';
import { serveWorkspace } from '../bad-input/served.js';
import { copyStarter } from '../bad-input/starter-copy.js';
import { ENDLESS, opened } from '../warehouse/workspace.js';
import { serve, type Answer, type TinyServer } from './tiny-server.js';

let server: TinyServer;
afterEach(() => server.close());

/** `slow` never ends by itself, `hello` is quick. */
const overWarehouse = (warehouse: Warehouse): Promise<TinyServer> => {
  const run = async (sql: string, signal: AbortSignal) => {
    const { columns } = await warehouse.run({ sql, parameters: [] }, { signal });
    return columns[0]?.[0];
  };
  return serve({
    slow: (_root, _args, { signal }) => run(ENDLESS, signal),
    hello: (_root, _args, { signal }) => run(`select 'hi'`, signal),
  });
};
const atWork = async (warehouse: Warehouse, running: number, waiting: number) =>
  vi.waitFor(() => {
    expect(warehouse.activity).toEqual({ running, waiting });
  });
const codeOf = (answer: Answer) => answer.errors?.[0]?.extensions['code'];

/** A client that asks what takes for ever; `leave` closes its connection. */
function patient(): { leave: () => void } {
  const controller = new AbortController();
  server.post({ query: '{ slow }' }, { signal: controller.signal }).catch(() => undefined);
  return {
    leave: () => {
      controller.abort();
    },
  };
}

test('clients that leave free their queries, those that run and those that wait', async () => {
  const warehouse = await opened({ poolSize: 2 });
  server = await overWarehouse(warehouse);
  const clients = Array.from({ length: 5 }, patient);
  await atWork(warehouse, 2, 3);
  const stays = server.ask('{ hello }');
  await atWork(warehouse, 2, 4);
  for (const { leave } of clients) leave();
  expect(await stays).toEqual({ data: { hello: 'hi' } });
  await atWork(warehouse, 0, 0);
});

test('a query without end is cut at its deadline, and the next one is answered', async () => {
  const warehouse = await opened({ poolSize: 1, queryTimeoutMs: 300 });
  server = await overWarehouse(warehouse);
  const answer = await server.ask('{ slow }');
  expect(answer.data).toEqual({ slow: null });
  expect(answer.errors).toMatchObject([{ path: ['slow'], extensions: { code: 'QUERY_TIMEOUT', retryable: false } }]);
  expect(warehouse.activity).toEqual({ running: 0, waiting: 0 });
  expect(await server.ask('{ hello }')).toEqual({ data: { hello: 'hi' } });
});

test('beyond the queue questions are refused as busy and nothing else, those within it are answered', async () => {
  const warehouse = await opened({ poolSize: 1, queueSize: 3 });
  server = await overWarehouse(warehouse);
  const { leave } = patient();
  await atWork(warehouse, 1, 0);
  const waiting = Array.from({ length: 3 }, () => server.ask('{ hello }'));
  await atWork(warehouse, 1, 3);
  const beyond = await Promise.all(Array.from({ length: 20 }, () => server.ask('{ hello }')));
  expect(beyond.map(codeOf)).toEqual(beyond.map(() => 'WAREHOUSE_BUSY'));
  leave();
  expect(await Promise.all(waiting)).toEqual(waiting.map(() => ({ data: { hello: 'hi' } })));
  expect(await server.ask('{ hello }')).toEqual({ data: { hello: 'hi' } });
});

test('a query over the memory limit fails alone, others in the middle of it are answered', async () => {
  const warehouse = await opened({ memoryLimit: '80MB', threads: 1, poolSize: 2 });
  const heavy = 'select count(*) from (select distinct range, md5(range::varchar) from range(20000000))';
  server = await serve({
    slow: async () => (await warehouse.run({ sql: heavy, parameters: [] })).rowCount,
    hello: async () => (await warehouse.run({ sql: `select 'hi'`, parameters: [] })).columns[0]?.[0],
  });
  let over = false;
  const failing = server.ask('{ slow }').finally(() => (over = true));
  let answered = 0;
  while (!(over as boolean)) {
    expect(await server.ask('{ hello }')).toEqual({ data: { hello: 'hi' } });
    answered++;
  }
  expect(answered).toBeGreaterThan(0);
  expect((await failing).errors).toMatchObject([{ path: ['slow'], extensions: { code: 'OUT_OF_MEMORY' } }]);
  expect(await server.ask('{ hello }')).toEqual({ data: { hello: 'hi' } });
});

test('64 dashboards at once are answered as each is alone, or told that the queue is full', async () => {
  server = await serve({});
  const starter = await copyStarter();
  const served = await serveWorkspace(starter.dir);
  const dashboard = (n: number) =>
    served.ask(
      `query ($where: CustomerWhere!, $day: Date!) { preview(where: $where) {
        size(asOf: $day) share(asOf: $day)
        metrics(names: [MRR, ARPA, LOGO_CHURN_RATE], period: { from: "2026-01-01", until: $day }) { value n }
        breakdown(by: [INDUSTRY], metrics: [MRR], period: { from: "2026-01-01", until: $day }) { rows }
        customers(first: 3, asOf: $day) { nodes { id name mrr } } } }`,
      { where: { mrr: { gte: n % 16 } }, day: `2026-03-${String(1 + (n % 8)).padStart(2, '0')}` },
    );
  const together = await Promise.all(Array.from({ length: 64 }, (_, n) => dashboard(n)));
  const codes = together.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code));
  expect(codes.filter((code) => code !== 'WAREHOUSE_BUSY')).toEqual([]);
  const whole = [...together.entries()].filter(([, { errors }]) => !errors);
  expect(whole.length).toBeGreaterThan(3);
  const alone = new Map<number, unknown>();
  for (const [n, answer] of whole) {
    if (!alone.has(n % 16)) alone.set(n % 16, await dashboard(n));
    expect(answer).toEqual(alone.get(n % 16));
  }
  await served.close();
  await starter.remove();
});
