import { expect, test } from 'vitest';
import { valueType } from '../../src/catalog/value-type.js';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';

const expressions = {
  string: ["'a'", "uuid '00000000-0000-0000-0000-000000000000'", "time '10:00'", "'a'::enum('a', 'it''s', 'c)')"],
  number: ['1', '1::utinyint', '1::hugeint', 'sum(1)', '1.5', '1::double', '1::float', '1::decimal(38,10)', 'count(*)'],
  boolean: ['true'],
  date: ["date '2026-01-01'"],
  timestamp: [
    "timestamp '2026-01-01'",
    "timestamptz '2026-01-01'",
    "'2026-01-01'::timestamp_s",
    "'2026-01-01'::timestamp_ns",
  ],
  list: ["['a']", '[1, 2]::int[2]', "list('a'::enum('a', 'b'))"],
  none: [
    "{'a': 1}",
    'map([1], [2])',
    "'a'::blob",
    "interval '1 day'",
    '[[1]]',
    "[{'a': 1}]",
    "'1'::json",
    "'101'::bit",
  ],
} as const;

test('every type of the engine is read as what a question can do with it', async () => {
  const engine = await openDuckDb({ dir: '.', settings: { poolSize: 1, threads: 1 } });
  try {
    for (const [expected, all] of Object.entries(expressions)) {
      for (const sql of all) {
        const [column] = await engine.describe(`select ${sql} as v`);
        expect([sql, valueType(column?.sqlType ?? '')?.type ?? 'none']).toEqual([sql, expected]);
      }
    }
  } finally {
    await engine.close();
  }
});

test('times tell how they are stored', () => {
  expect(valueType('DATE')?.timeType).toBe('date');
  expect(valueType('TIMESTAMP_MS')?.timeType).toBe('timestamp');
  expect(valueType('TIMESTAMP WITH TIME ZONE')?.timeType).toBe('timestamptz');
});
