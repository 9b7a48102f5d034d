import type { Server } from 'node:http';
import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { errorFormatter } from '../graphql/errors.js';
import { documentLimits } from './document-limits.js';
import type { Limits } from './limits.js';
import { currentRequest } from './request-scope.js';
import { stringify } from './stringify.js';

/** Notes the operation's name for the request's log line. */
const nameOperation: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ operationName, request }) => {
        const scope = currentRequest();
        if (scope) scope.operationName = operationName ?? request.operationName;
        return Promise.resolve();
      },
    }),
};

/** What Apollo would do by itself: look into every value resolved, each row of a table, for how long it may be kept; and report to its makers. */
const withoutThese = [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginUsageReportingDisabled()];

export function createApollo<Context extends BaseContext>(
  schema: GraphQLSchema,
  httpServer: Server,
  limits: Limits,
  log: Logger,
): ApolloServer<Context> {
  const format = errorFormatter((error, errorId) => {
    (currentRequest()?.log ?? log).error({ err: error, errorId }, 'unexpected error');
  });
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: limits.tokens },
    validationRules: [documentLimits(limits)],
    stringifyResult: stringify,
    formatError: (formatted, error) => {
      const answered = format(formatted, error);
      currentRequest()?.errorCodes.push(String(answered.extensions?.['code']));
      return answered;
    },
    plugins: [
      nameOperation,
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: limits.drainMs }),
      ...withoutThese,
    ],
  });
}
