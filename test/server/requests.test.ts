import { Router } from 'express';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { serve, type Answer, type TinyServer } from './tiny-server.js';

let server: TinyServer;
afterEach(() => server.close());

const requestLines = () => server.lines.filter((line) => line['msg'] === 'request');

describe('request ids', () => {
  test('each request has its own, which resolvers see', async () => {
    server = await serve({ hello: (_root, _args, { requestId }) => requestId });
    const responses = await Promise.all([server.post({ query: '{ hello }' }), server.post({ query: '{ hello }' })]);
    const ids = responses.map((response) => response.headers.get('x-request-id'));
    expect(new Set(ids).size).toBe(2);
    const seen = await Promise.all(responses.map(async (r) => ((await r.json()) as Answer).data?.['hello']));
    expect(seen).toEqual(ids);
  });

  test("the caller's own is kept when it is a plain word, and replaced when it is not", async () => {
    server = await serve({});
    const idFor = async (offered: string) =>
      (await server.post({ query: '{ hello }' }, { headers: { 'x-request-id': offered } })).headers.get('x-request-id');
    expect(await idFor('trace-42.a')).toBe('trace-42.a');
    expect(await idFor('two words')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await idFor('x'.repeat(129))).toMatch(/^[0-9a-f-]{36}$/);
  });
});

test.each(['{ hello }', '{ unknown }'])('what is answered to %s is not to be stored', async (query) => {
  server = await serve({ hello: () => 'hi' });
  expect((await server.post({ query })).headers.get('cache-control')).toBe('no-store');
});

describe('the log', () => {
  test('has one line a request, with operation, status, time and the codes of its errors', async () => {
    server = await serve({ hello: () => 'hi' });
    await server.ask('query Greet { hello }');
    await server.ask('query Mistyped { helo }');
    await vi.waitFor(() => {
      expect(requestLines()).toHaveLength(2);
    });
    const [fine, wrong] = requestLines();
    expect(fine).toMatchObject({ method: 'POST', path: '/graphql', operation: 'Greet', status: 200 });
    expect(fine).not.toHaveProperty('errors');
    expect(fine?.['ms']).toBeTypeOf('number');
    expect(wrong).toMatchObject({ status: 400, errors: ['GRAPHQL_VALIDATION_FAILED'] });
    expect(wrong?.['requestId']).not.toBe(fine?.['requestId']);
  });

  test('tells what a request asked of the warehouse, up to when its client left', async () => {
    const work = { statements: 2, queryMs: 12.5, rows: 40, cost: 3, cacheHits: 1 };
    server = await serve(
      { hello: () => 'hi', slow: () => new Promise(() => undefined) },
      { workOf: ({ requestId }) => ({ ...work, rows: requestId.length }) },
    );
    await server.post({ query: '{ hello }' }, { headers: { 'x-request-id': 'four' } });
    const leave = new AbortController();
    const left = server.post({ query: '{ slow }' }, { signal: leave.signal, headers: { 'x-request-id': 'sixteen' } });
    left.catch(() => undefined);
    await fetch(`${server.url}/health`);
    leave.abort();
    await vi.waitFor(() => {
      expect(requestLines()).toHaveLength(3);
    });
    const lineOf = (status: number, path: string) =>
      requestLines().find((line) => line['status'] === status && line['path'] === path);
    expect(lineOf(200, '/graphql')).toMatchObject({ ...work, rows: 4 });
    expect(lineOf(499, '/graphql')).toMatchObject({ ...work, rows: 7 });
    expect(lineOf(200, '/health')).not.toHaveProperty('statements');
  });

  test('says nothing of what was asked for or answered', async () => {
    server = await serve({ hello: () => 'private answer' });
    await server.ask('query Greet { hello colour(is: TEAL) }');
    await vi.waitFor(() => {
      expect(requestLines()).toHaveLength(1);
    });
    expect(JSON.stringify(server.lines)).not.toMatch(/private answer|TEAL/);
  });
});

test('a client that leaves aborts what was being done for it, and only that', async () => {
  const signals: AbortSignal[] = [];
  server = await serve({
    hello: (_root, _args, { signal }) => void signals.push(signal),
    slow: (_root, _args, { signal }) =>
      new Promise((resolve) => {
        signals.push(signal);
        signal.addEventListener('abort', () => {
          resolve('too late');
        });
      }),
  });
  await server.ask('{ hello }');
  const leave = new AbortController();
  const left = server.post({ query: 'query Slow { slow }' }, { signal: leave.signal });
  left.catch(() => undefined);
  await vi.waitFor(() => {
    expect(signals).toHaveLength(2);
  });
  leave.abort();
  await vi.waitFor(() => {
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, true]);
  });
  await vi.waitFor(() => {
    expect(requestLines().at(-1)).toMatchObject({ status: 499 });
  });
});

describe('refused before GraphQL', () => {
  test('a request that another site could make in the name of a visitor', async () => {
    server = await serve({ hello: () => 'hi' });
    const asForm = await server.post({ query: '{ hello }' }, { headers: { 'content-type': 'text/plain' } });
    expect(asForm.status).toBeGreaterThanOrEqual(400);
    const asLink = await fetch(`${server.url}/graphql?query={hello}`);
    expect(asLink.status).toBe(400);
    expect(await asLink.text()).toContain('Cross-Site Request Forgery');
  });

  test('several operations in one request', async () => {
    server = await serve({ hello: () => 'hi' });
    const response = await server.post([{ query: '{ hello }' }, { query: '{ hello }' }]);
    expect(response.status).toBe(400);
  });

  test('a mutation by GET', async () => {
    server = await serve({ change: () => 'done' });
    const response = await fetch(`${server.url}/graphql?query=mutation{change}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    });
    expect(response.status).toBe(405);
  });

  test('a body above the limit', async () => {
    server = await serve({}, { limits: { bodyBytes: 100 } });
    const response = await server.post({ query: `{ hello } # ${'x'.repeat(100)}` });
    expect(response.status).toBe(413);
    expect(((await response.json()) as Answer).errors?.[0]?.extensions).toEqual({ code: 'PAYLOAD_TOO_LARGE' });
  });

  test('a body that is not JSON, without a trace of the stack', async () => {
    server = await serve({});
    const response = await server.post(undefined, { body: '{"query": ' });
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    expect(text).not.toContain('node_modules');
  });

  test('a path that does not exist', async () => {
    server = await serve({});
    const response = await fetch(`${server.url}/nothing/here`);
    expect(response.status).toBe(404);
    expect(((await response.json()) as Answer).errors?.[0]?.extensions).toEqual({ code: 'NOT_FOUND' });
  });
});

test('GET with a preflight header answers queries', async () => {
  server = await serve({ hello: () => 'hi' });
  const response = await fetch(`${server.url}/graphql?query={hello}`, {
    headers: { 'apollo-require-preflight': 'yes' },
  });
  expect(await response.json()).toEqual({ data: { hello: 'hi' } });
});

describe('a long answer', () => {
  test.each([0, 1])('comes whole, characters of four bytes at any place (%i)', async (offset) => {
    const text = 'x'.repeat(offset) + '🦆'.repeat(800_000);
    server = await serve({ hello: () => text });
    const response = await server.post({ query: '{ hello }' });
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(((await response.json()) as Answer).data?.['hello'] === text).toBe(true);
  });

  test('of which the client reads only the beginning is over for the server too', async () => {
    server = await serve({ hello: () => 'long '.repeat(4_000_000) });
    const leave = new AbortController();
    const response = await server.post({ query: '{ hello }' }, { signal: leave.signal });
    expect((await response.body?.getReader().read())?.done).toBe(false);
    leave.abort();
    await vi.waitFor(() => {
      expect(requestLines()).toEqual([expect.objectContaining({ status: 499 })]);
    });
  });
});

test('introspection is open', async () => {
  server = await serve({});
  expect((await server.ask('{ __schema { queryType { name } } }')).data).toEqual({
    __schema: { queryType: { name: 'Query' } },
  });
});

test('the process is healthy before the workspace is ready', async () => {
  let ready = false;
  server = await serve({}, { ready: () => ready });
  const statusOf = async (path: string) => (await fetch(server.url + path)).status;
  expect([await statusOf('/health'), await statusOf('/ready')]).toEqual([200, 503]);
  ready = true;
  expect([await statusOf('/health'), await statusOf('/ready')]).toEqual([200, 200]);
});

test('other routes share the error handling: a bug in one is masked', async () => {
  const routes = Router();
  routes.get('/export', () => {
    throw new Error('secret');
  });
  server = await serve({}, { routes });
  const response = await fetch(`${server.url}/export`);
  expect(response.status).toBe(500);
  const { errors } = (await response.json()) as Answer;
  expect(errors?.[0]).toMatchObject({ message: 'Internal error', extensions: { code: 'INTERNAL_ERROR' } });
  const errorId = errors?.[0]?.extensions['errorId'];
  expect(server.lines.find((line) => line['errorId'] === errorId)).toMatchObject({ err: { message: 'secret' } });
});

test('a path that cannot be decoded does not end the server', async () => {
  server = await serve({ hello: () => 'hi' });
  for (const path of ['/%E0%A4%A', '/assets/%E0%A4%A']) {
    const { status } = await fetch(server.url + path);
    expect([400, 404]).toContain(status);
  }
  expect((await server.ask('{ hello }')).data).toEqual({ hello: 'hi' });
});
