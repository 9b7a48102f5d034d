import { Router } from 'express';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createMetrics } from '../../src/server/metrics.js';
import { WarehouseError } from '../../src/warehouse/warehouse.js';
import { opened, ENDLESS } from '../warehouse/workspace.js';
import { serve, type TinyServer } from './tiny-server.js';

let server: TinyServer;
afterEach(() => server.close());

/** Samples by name and labels, as `name{label="value"}`; what is of the process and not of Tessera is left out. */
async function samples(of: string): Promise<Readonly<Record<string, number>>> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line.startsWith(of));
  return Object.fromEntries(
    lines.map((line) => {
      const [, name = '', value] = /^(\S+(?:\{.*\})?) (\S+)$/.exec(line) ?? [];
      return [name, Number(value)];
    }),
  );
}
const counts = async (metric: string) => {
  const all = Object.entries(await samples(metric));
  return Object.fromEntries(all.filter(([name]) => name.startsWith(`${metric}{`) || name === metric));
};

test('the text is what Prometheus reads, with the process and its event loop', async () => {
  server = await serve({}, { metrics: createMetrics() });
  const response = await fetch(`${server.url}/metrics`);
  expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  const text = await response.text();
  expect(text).toMatch(/^# TYPE process_resident_memory_bytes gauge$/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \S+$/m);
  for (const line of text.split('\n').filter((l) => l !== ''))
    expect(line).toMatch(/^(# (HELP|TYPE) \S+ .+|[a-z0-9_]+(\{.*\})? \S+)$/);
});

test('requests are counted by where they went and status, errors by code', async () => {
  const routes = Router().get('/export', () => {
    throw new Error('secret');
  });
  server = await serve(
    {
      hello: () => 'hi',
      thrown: () => {
        throw new WarehouseError('WAREHOUSE_BUSY', 'full');
      },
    },
    { metrics: createMetrics(), routes },
  );
  await server.ask('{ hello }');
  await server.ask('{ hello }');
  await server.ask('{ a: thrown b: thrown }');
  await server.ask('{ helo }');
  await server.ask('query ($a: Colour) { colour(is: $a) }', { a: 'RED' });
  await fetch(`${server.url}/health`);
  await fetch(`${server.url}/a/path/of/somebody`);
  await fetch(`${server.url}/export`);
  await vi.waitFor(async () => {
    expect(await counts('tessera_request_duration_seconds_count')).toEqual({
      'tessera_request_duration_seconds_count{route="graphql",status="200"}': 3,
      'tessera_request_duration_seconds_count{route="graphql",status="400"}': 2,
      'tessera_request_duration_seconds_count{route="health",status="200"}': 1,
      'tessera_request_duration_seconds_count{route="other",status="404"}': 1,
      'tessera_request_duration_seconds_count{route="other",status="500"}': 1,
      'tessera_request_duration_seconds_count{route="metrics",status="200"}': expect.any(Number) as number,
    });
  });
  expect(await counts('tessera_request_errors_total')).toEqual({
    'tessera_request_errors_total{code="WAREHOUSE_BUSY"}': 1,
    'tessera_request_errors_total{code="GRAPHQL_VALIDATION_FAILED"}': 1,
    'tessera_request_errors_total{code="BAD_USER_INPUT"}': 1,
    'tessera_request_errors_total{code="INTERNAL_ERROR"}': 1,
  });
});

test('queries are counted by outcome, with their rows, and those that run and wait are told', async () => {
  const metrics = createMetrics();
  const warehouse = await opened({ poolSize: 1, queueSize: 1 }, {}, metrics.query);
  metrics.watch(warehouse);
  server = await serve({}, { metrics });
  const leave = new AbortController();
  const run = (sql: string, options = {}) => warehouse.run({ sql, parameters: [] }, options);
  await run('from range(7)');
  const endless = run(ENDLESS, { signal: leave.signal });
  const waiting = run('from range(5)');
  expect(await samples('tessera_queries_')).toEqual({ tessera_queries_running: 1, tessera_queries_waiting: 1 });
  await expect(run('select 1')).rejects.toMatchObject({ code: 'WAREHOUSE_BUSY' });
  leave.abort();
  await expect(endless).rejects.toMatchObject({ code: 'QUERY_CANCELLED' });
  await waiting;
  await expect(run(ENDLESS, { deadlineMs: 20 })).rejects.toMatchObject({ code: 'QUERY_TIMEOUT' });
  await expect(run('selec')).rejects.toMatchObject({ code: 'QUERY_FAILED' });
  expect(await samples('tessera_queries_')).toEqual({ tessera_queries_running: 0, tessera_queries_waiting: 0 });
  expect(await counts('tessera_query_rows_total')).toEqual({ tessera_query_rows_total: 12 });
  expect(await counts('tessera_query_duration_seconds_count')).toEqual({
    'tessera_query_duration_seconds_count{outcome="OK"}': 2,
    'tessera_query_duration_seconds_count{outcome="WAREHOUSE_BUSY"}': 1,
    'tessera_query_duration_seconds_count{outcome="QUERY_CANCELLED"}': 1,
    'tessera_query_duration_seconds_count{outcome="QUERY_TIMEOUT"}': 1,
    'tessera_query_duration_seconds_count{outcome="QUERY_FAILED"}': 1,
  });
});

describe('numbers kept elsewhere', () => {
  test('are read whenever they are asked for', async () => {
    const metrics = createMetrics();
    let [hits, bytes, version] = [3, 100, 'a'];
    metrics.add({ name: 'cache_hits_total', help: 'Hits.', kind: 'counter', read: () => hits });
    metrics.add({ name: 'cache_bytes', help: 'Bytes.', kind: 'gauge', read: () => bytes });
    metrics.addInfo('data_info', 'The data served.', () => ({ version }));
    server = await serve({}, { metrics });
    expect(await samples('tessera_cache')).toEqual({ tessera_cache_hits_total: 3, tessera_cache_bytes: 100 });
    [hits, bytes, version] = [4, 50, 'b'];
    expect(await samples('tessera_cache')).toEqual({ tessera_cache_hits_total: 4, tessera_cache_bytes: 50 });
    expect(await samples('tessera_data')).toEqual({ 'tessera_data_info{version="b"}': 1 });
  });
});
