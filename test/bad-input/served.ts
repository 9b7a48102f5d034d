import { join } from 'node:path';
import pino from 'pino';
import { loadModel, withSegments } from '../../src/answers/workspace.js';
import { contextFactory } from '../../src/graphql/request.js';
import { schemaOf } from '../../src/graphql/schema.js';
import { ProblemError, type Problem } from '../../src/query/problem.js';
import { createApp } from '../../src/server/app.js';
import { openStore } from '../../src/store/store.js';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';
import { WEB_ROOT } from '../server/tiny-server.js';

export interface Reply<T> {
  readonly data?: T | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: {
      readonly code: string;
      readonly argumentPath?: readonly (string | number)[];
      readonly suggestions?: readonly string[];
      readonly problems?: readonly Problem[];
    };
  }[];
}

export interface Served {
  readonly segmentProblems: readonly Problem[];
  readonly ask: <T = unknown>(query: string, variables?: unknown) => Promise<Reply<T>>;
  /** Sends a body as it is. */
  readonly post: (body: string) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** The real server over a workspace; its store is in the workspace, so that another start finds what was saved. */
export async function serveWorkspace(dir: string): Promise<Served> {
  const warehouse = await openDuckDb({ dir, settings: { poolSize: 2, threads: 1 } });
  const { model, problems } = await loadModel(dir, warehouse, 1_000_000);
  if (!model) throw new ProblemError(problems);
  const store = await openStore(join(dir, 'store.db'));
  const workspace = await withSegments(model, store);
  const app = await createApp({
    schema: schemaOf(workspace.catalog),
    createContext: contextFactory(workspace),
    webRoot: WEB_ROOT,
    ready: () => true,
    log: pino({ level: 'silent' }),
  });
  const url = await app.listen(0, '127.0.0.1');
  const post = (body: string): Promise<Response> =>
    fetch(`${url}/graphql`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  return {
    segmentProblems: workspace.segmentProblems,
    post,
    ask: async <T>(query: string, variables?: unknown) =>
      (await (await post(JSON.stringify({ query, variables }))).json()) as Reply<T>,
    close: async () => {
      await app.close();
      await store.close();
      await warehouse.close();
    },
  };
}

/** `code` and place of every mistake told. */
export type Mistake = readonly [code: string, path: string];
export const mistakesIn = ({ errors = [] }: Reply<unknown>): readonly Mistake[] =>
  errors.flatMap(({ extensions: { code, argumentPath, problems } }) =>
    (problems ?? [{ code, path: argumentPath ?? [] }]).map((p): Mistake => [p.code, p.path.join('.')]),
  );
