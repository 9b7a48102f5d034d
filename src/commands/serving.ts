import { setTimeout as wait } from 'node:timers/promises';
import { printSchema, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { currentBuild } from '../build/place.js';
import type { OpenWorkspace } from '../answers/workspace.js';
import type { Config } from '../config.js';
import { contextFactory } from '../graphql/request.js';
import { schemaOf } from '../graphql/schema.js';
import { type Opened, openConfigured, openModel, withConfigured } from './open.js';

/** A workspace that is served, and that takes over a new build when one is published. */
export interface Serving {
  readonly schema: GraphQLSchema;
  readonly workspace: () => OpenWorkspace;
  readonly createContext: ReturnType<typeof contextFactory>;
  close(): Promise<void>;
}

const LOOK_EVERY_MS = 1_000;

/** Opens a workspace to serve. Throws ProblemError with every problem of the model. */
export async function openServing(
  config: Config,
  log: Logger,
  told: Parameters<typeof openModel>[1] = {},
): Promise<Serving> {
  const opened = await openConfigured(config, told);
  const schema = await schemaFor(opened);
  const { store } = opened;
  let { workspace } = opened;
  let createContext = contextFactory(workspace);
  let looked = workspace.build?.pointer.file;
  const stop = new AbortController();
  const retired = new Set<Promise<void>>();

  /** Requests under way go on with the old build, which is closed when none can be left. */
  const retire = (old: OpenWorkspace): void => {
    const closed = wait(2 * config.queryTimeoutMs, undefined, { ref: false, signal: stop.signal })
      .catch(() => undefined)
      .then(() => old.warehouse.close())
      .finally(() => retired.delete(closed));
    retired.add(closed);
  };

  const look = async (): Promise<void> => {
    const published = await currentBuild(config.workspace);
    if (!published || published.file === looked) return;
    looked = published.file;
    const next = await openModel(config, told);
    if (printSchema(schemaOf(next.catalog)) !== printSchema(schema)) {
      await next.warehouse.close();
      log.warn({ build: published.file }, 'the model has changed: restart to serve the new build');
      return;
    }
    await next.warehouse.compact();
    const old = workspace;
    workspace = await withConfigured(config, next, store);
    createContext = contextFactory(workspace);
    retire(old);
    log.info({ build: published.file, dataAsOf: next.catalog.dataAsOf }, 'serving a new build');
  };
  const watching = watch(look, stop.signal, log);

  return {
    schema,
    workspace: () => workspace,
    createContext: (request) => createContext(request),
    close: async () => {
      stop.abort();
      await watching;
      await Promise.all(retired);
      await opened.close();
      await workspace.warehouse.close();
    },
  };
}

/** The schema of what was opened. The relations are compressed meanwhile, on another thread. */
async function schemaFor({ workspace: { warehouse, catalog }, close }: Opened): Promise<GraphQLSchema> {
  try {
    const [, schema] = await Promise.all([warehouse.compact(), Promise.resolve(catalog).then(schemaOf)]);
    return schema;
  } catch (error) {
    await close();
    throw error;
  }
}

async function watch(look: () => Promise<void>, signal: AbortSignal, log: Logger): Promise<void> {
  const slept = () => wait(LOOK_EVERY_MS, true, { ref: false, signal }).catch(() => false);
  while (await slept())
    await look().catch((error: unknown) => {
      log.error({ err: error }, 'a new build could not be opened; the old one goes on');
    });
}
