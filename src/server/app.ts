import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApolloServer, BaseContext } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Express, type RequestHandler, type Router } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Work } from '../answers/work.js';
import { createApollo } from './apollo.js';
import { graphiqlRoutes } from './graphiql.js';
import { healthRoutes } from './health.js';
import { httpErrors, notFound } from './http-errors.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import { longAnswers } from './long-answers.js';
import type { Metrics } from './metrics.js';
import { requestLog } from './request-log.js';
import { currentRequest, requestScope } from './request-scope.js';
import { securityHeaders } from './security.js';

export interface AppOptions<Context extends BaseContext> {
  readonly schema: GraphQLSchema;
  /** What resolvers share during one request. `signal` is aborted when the client leaves. */
  readonly createContext: (request: { signal: AbortSignal; requestId: string }) => Promise<Context> | Context;
  /** Folder of the built GraphiQL. */
  readonly webRoot: string;
  /** Whether questions can be answered. */
  readonly ready: () => boolean;
  readonly log: Logger;
  /** What a context's questions asked of the warehouse, for the log. */
  readonly workOf?: (context: Context) => Work;
  /** Counts requests and is told at `/metrics`. */
  readonly metrics?: Metrics;
  readonly limits?: Partial<Limits>;
  /** Routes beside GraphQL, such as exports. */
  readonly routes?: Router;
}

export interface App<Context extends BaseContext> {
  readonly app: Express;
  readonly apollo: ApolloServer<Context>;
  /** Resolves to the address served, such as `http://127.0.0.1:4000`; port 0 takes a free one. */
  listen(port: number, host: string): Promise<string>;
  /** Takes no new request, lets those in flight finish for `limits.drainMs`, then ends them. */
  close(): Promise<void>;
}

/** The HTTP server: GraphQL and GraphiQL at `/graphql`, `/health`, `/ready`, `/metrics`. Listens to nothing yet. */
export async function createApp<Context extends BaseContext>(options: AppOptions<Context>): Promise<App<Context>> {
  const { schema, createContext, webRoot, ready, log, workOf, metrics, routes } = options;
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const app = express();
  app.disable('etag');
  const httpServer = createServer(app);
  const apollo = createApollo<Context>(schema, httpServer, limits, log);
  await apollo.start();

  app.use(requestScope(log), requestLog, ...(metrics ? [metrics.countRequests] : []), securityHeaders);
  if (metrics) app.use(metrics.routes);
  app.use(healthRoutes(ready));
  app.use(graphiqlRoutes(webRoot));
  app.use(
    '/graphql',
    express.json({ limit: limits.bodyBytes }),
    notToBeStored,
    longAnswers,
    expressMiddleware(apollo, {
      context: async () => {
        const scope = currentRequest();
        if (!scope) throw new Error('GraphQL was asked outside a request');
        const context = await createContext({ signal: scope.signal, requestId: scope.requestId });
        if (workOf) scope.work = () => workOf(context);
        return context;
      },
    }),
  );
  if (routes) app.use(routes);
  app.use(notFound, httpErrors);

  return {
    app,
    apollo,
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        httpServer.once('error', reject);
        httpServer.listen(port, host, () => {
          httpServer.off('error', reject);
          resolve(urlOf(httpServer.address() as AddressInfo));
        });
      }),
    close: () => apollo.stop(),
  };
}

/** Answers are of a moment, and of one company. */
const notToBeStored: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

const urlOf = ({ address, family, port }: AddressInfo): string =>
  `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
