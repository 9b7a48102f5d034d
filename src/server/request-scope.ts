import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Work } from '../answers/work.js';

/** What is known of the HTTP request being answered. */
export interface RequestScope {
  readonly requestId: string;
  /** Aborted when the client leaves before the answer is complete. */
  readonly signal: AbortSignal;
  /** Writes the request's id on every line. */
  readonly log: Logger;
  operationName: string | undefined;
  /** What was asked of the warehouse so far. */
  work: (() => Work) | undefined;
  readonly errorCodes: string[];
}

const scopes = new AsyncLocalStorage<RequestScope>();

/** The scope of the request this code runs for; undefined outside of one. */
export const currentRequest = (): RequestScope | undefined => scopes.getStore();

const ACCEPTED_ID = /^[\w.:-]{1,128}$/;

/** Gives every request an id (the caller's `x-request-id` when it is a plain one), a logger and an abort signal. */
export const requestScope =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    const offered = request.get('x-request-id');
    const requestId = offered && ACCEPTED_ID.test(offered) ? offered : randomUUID();
    const abort = new AbortController();
    response.setHeader('x-request-id', requestId);
    response.on('close', () => {
      if (!response.writableFinished) abort.abort(new DOMException('The client left', 'AbortError'));
    });
    scopes.run(
      {
        requestId,
        signal: abort.signal,
        log: log.child({ requestId }),
        operationName: undefined,
        work: undefined,
        errorCodes: [],
      },
      next,
    );
  };
