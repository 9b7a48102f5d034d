import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll } from 'vitest';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';
import { home, openRelations } from './relations.js';

/** The sample as it is served, and its relations for SQL by hand beside it, while the tests of a file run. */
export function openedSample(): { readonly sample: OpenWorkspace; readonly byHand: DuckDBConnection } {
  let both: readonly [OpenWorkspace, DuckDBConnection] | undefined;
  const opened = () => {
    if (!both) throw new Error('The sample is open while tests run');
    return both;
  };
  beforeAll(async () => {
    both = await Promise.all([openWorkspace(home), openRelations(home)]);
  }, 60_000);
  afterAll(async () => {
    const [sample, byHand] = opened();
    byHand.closeSync();
    await sample.close();
  });
  return {
    get sample() {
      return opened()[0];
    },
    get byHand() {
      return opened()[1];
    },
  };
}
