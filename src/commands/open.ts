import { mkdirSync } from 'node:fs';
import type { Config } from '../config.js';
import type { LoadedModel, OpenWorkspace } from '../answers/workspace.js';
import { loadModel, withSegments } from '../answers/workspace.js';
import { raise } from '../query/problem.js';
import { openStore, type Store } from '../store/store.js';
import { openDuckDb, type OpenOptions } from '../warehouse/duckdb/duckdb.js';
import type { DuckDbSettings } from '../warehouse/duckdb/settings.js';
import type { Warehouse } from '../warehouse/warehouse.js';

/** A workspace with everything under it, to be closed again. */
export interface Opened {
  readonly store: Store;
  readonly workspace: OpenWorkspace;
  readonly close: () => Promise<void>;
}

/** What the engine is told of the settings. */
const settingsOf = (config: Config): Partial<DuckDbSettings> => ({
  poolSize: config.poolSize,
  queueSize: config.queueSize,
  queryTimeoutMs: config.queryTimeoutMs,
  maxRows: config.maxRows,
  tempDirectory: config.tempDirectory,
  ...(config.memoryLimit !== undefined && { memoryLimit: config.memoryLimit }),
  ...(config.threads !== undefined && { threads: config.threads }),
});

type Told = Pick<OpenOptions, 'onQuery'>;

export function openEngine(config: Config, { onQuery }: Told = {}): Promise<Warehouse> {
  mkdirSync(config.tempDirectory, { recursive: true });
  return openDuckDb({ dir: config.workspace, ...(onQuery && { onQuery }), settings: settingsOf(config) });
}

/** Opens an engine and the model on it. Throws ProblemError with every problem of the model. */
export async function openModel(config: Config, told: Told = {}): Promise<LoadedModel> {
  const warehouse = await openEngine(config, told);
  try {
    const { model, problems } = await loadModel(config.workspace, warehouse, config.loadRows);
    raise(problems);
    if (!model) throw new Error('A model without problems is loaded');
    return model;
  } catch (error) {
    await warehouse.close();
    throw error;
  }
}

/** Opens the engine, the model and the store. Throws ProblemError with every problem of the model. */
export async function openConfigured(config: Config, told: Told = {}): Promise<Opened> {
  const model = await openModel(config, told);
  let store: Store | undefined;
  const close = async (): Promise<void> => {
    await store?.close();
    await model.warehouse.close();
  };
  try {
    store = await openStore(config.store);
    return { store, workspace: await withConfigured(config, model, store), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The model with the segments of a store. */
export const withConfigured = (config: Config, model: LoadedModel, store: Store): Promise<OpenWorkspace> =>
  withSegments(model, store, config.resultCacheMb * 1_000_000);
