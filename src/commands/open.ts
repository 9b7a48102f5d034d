import { mkdirSync } from 'node:fs';
import type { Config } from '../config.js';
import type { OpenWorkspace } from '../answers/workspace.js';
import { loadModel, withSegments } from '../answers/workspace.js';
import { raise } from '../query/problem.js';
import { openStore } from '../store/store.js';
import { openDuckDb, type OpenOptions } from '../warehouse/duckdb/duckdb.js';

/** A workspace with everything under it, to be closed again. */
export interface Opened {
  readonly workspace: OpenWorkspace;
  close(): Promise<void>;
}

/** Opens the engine, the store and the model. Throws ProblemError with every problem of the model. */
export async function openConfigured(config: Config, { onQuery }: Pick<OpenOptions, 'onQuery'> = {}): Promise<Opened> {
  mkdirSync(config.tempDirectory, { recursive: true });
  const warehouse = await openDuckDb({
    dir: config.workspace,
    ...(onQuery && { onQuery }),
    settings: {
      poolSize: config.poolSize,
      queueSize: config.queueSize,
      queryTimeoutMs: config.queryTimeoutMs,
      maxRows: config.maxRows,
      tempDirectory: config.tempDirectory,
      ...(config.memoryLimit !== undefined && { memoryLimit: config.memoryLimit }),
      ...(config.threads !== undefined && { threads: config.threads }),
    },
  });
  try {
    const { model, problems } = await loadModel(config.workspace, warehouse, config.loadRows);
    raise(problems);
    if (!model) throw new Error('A model without problems is loaded');
    const store = await openStore(config.store);
    const workspace = await withSegments(model, store);
    const close = async (): Promise<void> => {
      await store.close();
      await warehouse.close();
    };
    return { workspace, close };
  } catch (error) {
    await warehouse.close();
    throw error;
  }
}
