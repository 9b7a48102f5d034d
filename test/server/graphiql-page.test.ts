import { afterEach, expect, test } from 'vitest';
import { serve, type TinyServer } from './tiny-server.js';

let server: TinyServer;
afterEach(() => server.close());

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const visit = (path: string, accept = BROWSER) => fetch(server.url + path, { headers: { accept }, redirect: 'manual' });

test('a browser gets the page, a program the API, at the same address', async () => {
  server = await serve({ hello: () => 'hi' });
  const page = await visit('/graphql');
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(await page.text()).toContain('<title>Page</title>');
  for (const accept of ['application/json', '*/*', 'application/graphql-response+json']) {
    const response = await visit('/graphql?query={hello}', accept);
    expect(response.headers.get('content-type')).toContain('json');
    expect(response.headers.get('vary')).toContain('Accept');
  }
});

test('the page may load and run only what this server sends', async () => {
  server = await serve({});
  const policy = (await visit('/graphql')).headers.get('content-security-policy') ?? '';
  const rules = new Map(policy.split(';').map((rule) => [rule.split(' ', 1)[0], rule.split(' ').slice(1).join(' ')]));
  expect(rules.get('default-src')).toBe("'none'");
  expect(rules.get('script-src')).toBe("'self'");
  expect(rules.get('connect-src')).toBe("'self'");
  expect(rules.get('frame-ancestors')).toBe("'none'");
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
});

test('assets may be kept for good, the page is asked for again', async () => {
  server = await serve({});
  expect((await visit('/assets/app-1234.js')).headers.get('cache-control')).toContain('immutable');
  expect((await visit('/graphql')).headers.get('cache-control')).toBe('no-cache');
  expect((await visit('/assets/missing.js')).status).toBe(404);
});

test('the root leads to the page', async () => {
  server = await serve({});
  const response = await visit('/');
  expect([response.status, response.headers.get('location')]).toEqual([302, 'graphql']);
});

test('files outside the page folder stay where they are', async () => {
  server = await serve({});
  expect((await visit('/..%2ftiny-server.ts')).status).toBeGreaterThanOrEqual(400);
});

test('without a built page the browser is told how to build it, and the API answers', async () => {
  server = await serve({ hello: () => 'hi' }, { webRoot: '/nowhere' });
  const page = await visit('/graphql');
  expect(page.status).toBe(503);
  expect(await page.text()).toContain('npm start');
  expect((await server.ask('{ hello }')).data).toEqual({ hello: 'hi' });
});
