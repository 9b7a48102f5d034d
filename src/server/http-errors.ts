import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { currentRequest } from './request-scope.js';

const CODES: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  404: 'NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

const answer = (message: string, extensions: Record<string, unknown>) => ({ errors: [{ message, extensions }] });

export const notFound: RequestHandler = (request, response) => {
  response.status(404).json(answer(`Nothing is at ${request.path}.`, { code: 'NOT_FOUND' }));
};

/** Answers what failed outside GraphQL in the shape of a GraphQL error; what nobody expected is masked and logged. */
export const httpErrors: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const scope = currentRequest();
  const { status, message, expose } = error as { status?: number; message: string; expose?: boolean };
  if (status !== undefined && status < 500) {
    const code = CODES[status] ?? 'BAD_REQUEST';
    scope?.errorCodes.push(code);
    response.status(status).json(answer(expose === false ? code : message, { code }));
    return;
  }
  const errorId = randomUUID();
  scope?.log.error({ err: error as unknown, errorId }, 'unexpected error');
  scope?.errorCodes.push('INTERNAL_ERROR');
  response.status(500).json(answer('Internal error', { code: 'INTERNAL_ERROR', errorId }));
};
