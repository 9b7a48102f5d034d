import { setTimeout as wait } from 'node:timers/promises';
import { printSchema, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { currentBuild } from '../build/place.js';
import type { LoadedModel, OpenWorkspace } from '../answers/workspace.js';
import { withSegments } from '../answers/workspace.js';
import type { Config } from '../config.js';
import { contextFactory } from '../graphql/request.js';
import { schemaOf } from '../graphql/schema.js';
import { openStore, type Store } from '../store/store.js';
import { openModel } from './open.js';

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
  const model = await openModel(config, told);
  const [store, schema] = await opened(model, config).catch(async (error: unknown) => {
    await model.warehouse.close();
    throw error;
  });
  const cacheBytes = config.resultCacheMb * 1_000_000;
  let workspace = await withSegments(model, store, cacheBytes);
  let createContext = contextFactory(workspace);
  let looked = model.build?.pointer.file;
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
    workspace = await withSegments(next, store, cacheBytes);
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
      await store.close();
      await workspace.warehouse.close();
    },
  };
}

/** What is under a server beside its model. The relations are compressed meanwhile, on another thread. */
async function opened({ warehouse, catalog }: LoadedModel, config: Config): Promise<readonly [Store, GraphQLSchema]> {
  const compacted = warehouse.compact();
  const made = openStore(config.store).then((store) => [store, schemaOf(catalog)] as const);
  const [both] = await Promise.all([made, compacted]);
  return both;
}

async function watch(look: () => Promise<void>, signal: AbortSignal, log: Logger): Promise<void> {
  const slept = () => wait(LOOK_EVERY_MS, true, { ref: false, signal }).catch(() => false);
  while (await slept())
    await look().catch((error: unknown) => {
      log.error({ err: error }, 'a new build could not be opened; the old one goes on');
    });
}
