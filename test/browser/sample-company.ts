import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pino from 'pino';
import { loadModel, withSegments } from '../../src/answers/workspace.js';
import { contextFactory } from '../../src/graphql/request.js';
import { schemaOf } from '../../src/graphql/schema.js';
import { createApp } from '../../src/server/app.js';
import { openStore } from '../../src/store/store.js';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';

/** The sample company behind the real server. Resolves to its address. */
export async function serveSampleCompany(webRoot: string): Promise<{ url: string; close: () => Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'tessera-'));
  const dir = resolve('.');
  const warehouse = await openDuckDb({ dir });
  const store = await openStore(join(home, 'store.db'));
  const { model } = await loadModel(dir, warehouse, 1_000_000);
  if (!model) throw new Error('the sample does not load');
  const workspace = await withSegments(model, store);
  const app = await createApp({
    schema: schemaOf(workspace.catalog),
    createContext: contextFactory(workspace),
    webRoot,
    ready: () => true,
    log: pino({ level: 'silent' }),
  });
  return {
    url: await app.listen(0, '127.0.0.1'),
    close: async () => {
      await app.close();
      await store.close();
      await warehouse.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
