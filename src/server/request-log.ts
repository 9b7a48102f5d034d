import type { RequestHandler, Response } from 'express';
import { currentRequest } from './request-scope.js';

/** nginx's status for a client that left before the answer. */
const CLIENT_LEFT = 499;

/** The status of a response that is over. */
export const statusOf = (response: Response): number => (response.writableFinished ? response.statusCode : CLIENT_LEFT);

/**
 * Writes one line for each request, once it is answered or abandoned: its operation, how long it took, what it asked of
 * the warehouse and the codes of its errors.
 */
export const requestLog: RequestHandler = (request, response, next) => {
  const started = performance.now();
  const scope = currentRequest();
  const path = request.originalUrl.split('?', 1)[0];
  response.on('close', () => {
    const status = statusOf(response);
    const level = status >= 500 ? 'warn' : path === '/graphql' ? 'info' : 'debug';
    scope?.log[level](
      {
        method: request.method,
        path,
        status,
        ms: Math.round((performance.now() - started) * 10) / 10,
        ...(scope.operationName !== undefined && { operation: scope.operationName }),
        ...scope.work?.(),
        ...(scope.errorCodes.length > 0 && { errors: scope.errorCodes }),
      },
      'request',
    );
  });
  next();
};
