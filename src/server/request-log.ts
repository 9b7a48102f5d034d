import type { RequestHandler } from 'express';
import { currentRequest } from './request-scope.js';

/** nginx's status for a client that left before the answer. */
const CLIENT_LEFT = 499;

/** Writes one line for each request, once it is answered or abandoned. */
export const requestLog: RequestHandler = (request, response, next) => {
  const started = performance.now();
  const scope = currentRequest();
  const path = request.originalUrl.split('?', 1)[0];
  response.on('close', () => {
    const status = response.writableFinished ? response.statusCode : CLIENT_LEFT;
    const level = status >= 500 ? 'warn' : path === '/graphql' ? 'info' : 'debug';
    scope?.log[level](
      {
        method: request.method,
        path,
        status,
        ms: Math.round((performance.now() - started) * 10) / 10,
        ...(scope.operationName !== undefined && { operation: scope.operationName }),
        ...(scope.errorCodes.length > 0 && { errors: scope.errorCodes }),
      },
      'request',
    );
  });
  next();
};
