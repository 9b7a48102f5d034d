import { describe, expect, test } from 'vitest';
import { createResultCache } from '../../src/answers/result-cache.js';
import { createSession } from '../../src/answers/session.js';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';
import type { Columns } from '../../src/warehouse/warehouse.js';
import { sampleCatalog } from '../support/catalog.js';

const answer = (values: readonly unknown[]): Columns => ({
  names: ['x'],
  types: ['VARCHAR'],
  rowCount: values.length,
  columns: [values],
});
const asked = (sql: string, ...parameters: unknown[]) => ({ sql, parameters });

describe('the cache of results', () => {
  test('knows an answer by its statement and its values', () => {
    const cache = createResultCache(100_000);
    cache.put(asked('select $1', 1), answer([1]));
    expect(cache.get(asked('select $1', 1))?.columns).toEqual([[1]]);
    expect(cache.get(asked('select $1', '1'))).toBeUndefined();
    expect(cache.get(asked('select  $1', 1))).toBeUndefined();
    expect(cache.counts).toMatchObject({ hits: 1, misses: 2 });
  });

  test('stays within its bytes, and drops what was used least recently', () => {
    const cache = createResultCache(40_000);
    for (let i = 0; i < 100; i++) {
      cache.put(asked('select $1', i), answer(['x'.repeat(1_000)]));
      cache.get(asked('select $1', 0));
      expect(cache.counts.bytes).toBeLessThanOrEqual(40_000);
    }
    expect(cache.get(asked('select $1', 0))).toBeDefined();
    expect(cache.get(asked('select $1', 99))).toBeDefined();
    expect(cache.get(asked('select $1', 1))).toBeUndefined();
  });

  test('does not take an answer that would push out the others', () => {
    const cache = createResultCache(40_000);
    cache.put(asked('a'), answer([1]));
    cache.put(asked('b'), answer(['x'.repeat(10_000)]));
    expect(cache.get(asked('a'))).toBeDefined();
    expect(cache.get(asked('b'))).toBeUndefined();
  });

  test('answers for the engine, and not after an error', async () => {
    const warehouse = await openDuckDb({ dir: '.' });
    const source = { catalog: sampleCatalog, warehouse, segment: () => undefined, cache: createResultCache(100_000) };
    const draw = asked('select random() as x');
    const first = await createSession(source).run(draw);
    const second = await createSession(source).run(draw);
    expect(second.columns).toEqual(first.columns);
    expect([first.ran.cacheHit, second.ran.cacheHit]).toEqual([false, true]);
    const wrong = asked('select error($1)', 'no');
    for (let i = 0; i < 2; i++) await expect(createSession(source).run(wrong)).rejects.toThrow();
    await warehouse.close();
  });
});
