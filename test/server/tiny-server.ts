import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLFieldResolver } from 'graphql';
import pino from 'pino';
import { createApp, type AppOptions } from '../../src/server/app.js';

const TYPES = /* GraphQL */ `
  enum Colour {
    CRIMSON
    TEAL
  }
  type Query {
    hello: String
    colour(is: Colour): String
    thrown: String
    required: String!
    slow: String
    self: Query
  }
  type Mutation {
    change: String
  }
`;

interface Context {
  readonly signal: AbortSignal;
  readonly requestId: string;
}
export type Resolvers = Readonly<Record<string, GraphQLFieldResolver<unknown, Context>>>;

export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: { message: string; path?: string[]; extensions: Record<string, unknown> }[];
}

export const WEB_ROOT = fileURLToPath(new URL('web', import.meta.url));

/** A server over a tiny schema, with its log lines and a way to ask it. */
export async function serve(resolvers: Resolvers, options: Partial<AppOptions<Context>> = {}) {
  const { change, ...queries } = resolvers;
  const schema = makeExecutableSchema<Context>({
    typeDefs: TYPES,
    resolvers: { Query: queries, ...(change && { Mutation: { change } }) },
  });

  const lines: Record<string, unknown>[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  });
  const app = await createApp<Context>({
    schema,
    createContext: (request) => request,
    webRoot: WEB_ROOT,
    ready: () => true,
    log: pino({ level: 'debug' }, sink),
    ...options,
  });
  const url = await app.listen(0, '127.0.0.1');
  const post = (body: unknown, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      body: JSON.stringify(body),
      ...init,
      headers: { 'content-type': 'application/json', ...init.headers },
    });
  return {
    url,
    close: () => app.close(),
    lines,
    post,
    ask: async (query: string, variables?: unknown) => (await (await post({ query, variables })).json()) as Answer,
  };
}

export type TinyServer = Awaited<ReturnType<typeof serve>>;
