import type { Observable } from '@graphiql/toolkit';
import { afterEach, expect, test, vi } from 'vitest';
import { abortableFetcher } from '../../src/web/fetcher.js';
import { serve, type TinyServer } from '../server/tiny-server.js';

let server: TinyServer;
afterEach(() => server.close());

const run = (query: string) => {
  const observer = { next: vi.fn(), error: vi.fn(), complete: vi.fn() };
  const answer = abortableFetcher(`${server.url}/graphql`)({ query }) as Observable<unknown>;
  return { observer, subscription: answer.subscribe(observer) };
};

test('hands over the answer of the server', async () => {
  server = await serve({ hello: () => 'hi' });
  const { observer } = run('{ hello }');
  await vi.waitFor(() => {
    expect(observer.complete).toHaveBeenCalledOnce();
  });
  expect(observer.next.mock.calls).toEqual([[{ data: { hello: 'hi' } }]]);
});

test('when stopped, ends the work on the server and says nothing', async () => {
  const signals: AbortSignal[] = [];
  server = await serve({
    slow: (_root, _args, { signal }) => {
      signals.push(signal);
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          resolve('late');
        });
      });
    },
  });
  const { observer, subscription } = run('{ slow }');
  await vi.waitFor(() => {
    expect(signals).toHaveLength(1);
  });
  subscription.unsubscribe();
  await vi.waitFor(() => {
    expect(signals[0]?.aborted).toBe(true);
  });
  for (const called of Object.values(observer)) expect(called).not.toHaveBeenCalled();
});

test('tells when the server cannot be reached', async () => {
  server = await serve({});
  await server.close();
  const { observer } = run('{ hello }');
  await vi.waitFor(() => {
    expect(observer.error).toHaveBeenCalledOnce();
  });
});
