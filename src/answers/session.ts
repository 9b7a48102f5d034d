import type { Catalog } from '../catalog/model.js';
import type { SavedSegment } from '../catalog/where/scope.js';
import type { Warehouse } from '../warehouse/warehouse.js';
import type { MetricsLoader } from './metrics.js';
import { createMetricsLoader } from './metrics.js';
import type { ResultCache } from './result-cache.js';
import type { Ran, Run } from './run.js';
import type { ValuesLoader } from './values.js';
import { createValuesLoader } from './values.js';

/** What a request's questions are asked of. */
export interface Source {
  readonly catalog: Catalog;
  readonly warehouse: Warehouse;
  readonly segment: (id: string) => SavedSegment | undefined;
  readonly cache?: ResultCache;
}

/** One request: questions asked in the same tick are answered together, and equal ones once. */
export interface Session extends Source {
  readonly run: Run;
  readonly metrics: MetricsLoader;
  readonly values: ValuesLoader;
  /** Every statement so far, for logs. */
  readonly ran: readonly Ran[];
}

export function createSession(source: Source, signal?: AbortSignal): Session {
  const ran: Ran[] = [];
  const run: Run = async (statement) => {
    const started = performance.now();
    const known = source.cache?.get(statement);
    const answer = known ?? (await source.warehouse.run(statement, signal ? { signal } : {}));
    if (!known) source.cache?.put(statement, answer);
    const elapsedMs = performance.now() - started;
    const entry = { ...statement, elapsedMs, rowCount: answer.rowCount, cacheHit: known !== undefined };
    ran.push(entry);
    return { ...answer, ran: entry };
  };
  return {
    ...source,
    run,
    ran,
    metrics: createMetricsLoader(source.catalog, run),
    values: createValuesLoader(source.catalog, run),
  };
}
