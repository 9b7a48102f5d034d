import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import { loadModel, withSegments } from '../answers/workspace.js';
import { contextFactory } from '../graphql/request.js';
import { schemaOf } from '../graphql/schema.js';
import { ProblemError } from '../query/problem.js';
import { createApp } from '../server/app.js';
import { openStore } from '../store/store.js';
import { openDuckDb } from '../warehouse/duckdb/duckdb.js';
import type { Open, Served } from './family.js';
import { writeWorkspace, type Files } from './files.js';

interface Running extends Served {
  readonly files: Files;
  close(): Promise<void>;
}

/** Serves one workspace at a time; `close` ends the last. */
export function oneAtATime(): { readonly open: Open; readonly close: () => Promise<void> } {
  let running: Running | undefined;
  const close = async (): Promise<void> => {
    await running?.close();
    running = undefined;
  };
  const open: Open = async (files) => {
    if (running && JSON.stringify(running.files) === JSON.stringify(files)) return running;
    await close();
    return (running = await serve(files));
  };
  return { open, close };
}

/** The server's own complaint about a question. */
class Refused extends Error {
  override readonly name = 'Refused';
}

interface GraphQlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

async function serve(files: Files): Promise<Running> {
  const dir = await writeWorkspace(files);
  const gone = (): Promise<void> => rm(dir, { recursive: true, force: true });
  const warehouse = await openDuckDb({ dir, settings: { poolSize: 2 } });
  const { model, problems } = await loadModel(dir, warehouse, 1_000_000);
  if (!model) {
    await warehouse.close();
    await gone();
    throw new ProblemError(problems);
  }
  const store = await openStore(join(dir, 'store.db'));
  const workspace = await withSegments(model, store);
  const app = await createApp({
    schema: schemaOf(workspace.catalog),
    createContext: contextFactory(workspace),
    webRoot: join(dir, 'web'),
    ready: () => true,
    log: pino({ level: 'silent' }),
  });
  const url = await app.listen(0, '127.0.0.1');
  return {
    files,
    ask: async <T>(query: string, variables: Readonly<Record<string, unknown>> = {}) => {
      const body = JSON.stringify({ query, variables });
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
      const answer = (await response.json()) as GraphQlAnswer;
      if (answer.errors || !answer.data) throw new Refused((answer.errors ?? []).map(complaint).join('\n'));
      return answer.data as T;
    },
    close: async () => {
      await app.close();
      await store.close();
      await warehouse.close();
      await gone();
    },
  };
}

const complaint = ({ message, extensions }: NonNullable<GraphQlAnswer['errors']>[number]): string =>
  [extensions?.['code'], message].filter((part) => typeof part === 'string').join(' ');
