import type { Fetcher } from '@graphiql/toolkit';
import type { ExecutionResult } from 'graphql';

interface Observer {
  next(result: ExecutionResult): void;
  error(error: unknown): void;
  complete(): void;
}

/** Sends an operation to `url`. Stopping it in GraphiQL closes the request, and the server stops working on it. */
export const abortableFetcher =
  (url: string): Fetcher =>
  (operation, options) => ({
    subscribe(subscriber: unknown) {
      const observer = subscriber as Observer;
      const abort = new AbortController();
      post(url, operation, options?.headers, abort.signal).then(
        (result) => {
          observer.next(result);
          observer.complete();
        },
        (error: unknown) => {
          if (!abort.signal.aborted) observer.error(error);
        },
      );
      return {
        unsubscribe: () => {
          abort.abort();
        },
      };
    },
  });

async function post(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> | undefined,
  signal: AbortSignal,
) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
  return (await response.json()) as ExecutionResult;
}
