import { LRUCache } from 'lru-cache';
import type { Columns, Statement } from '../warehouse/warehouse.js';

/**
 * Answers of one version of the data by statement and values, least recently used first out. Each version has a cache of its
 * own, so that no answer outlives its data.
 */
export interface ResultCache {
  get(statement: Statement): Columns | undefined;
  put(statement: Statement, answer: Columns): void;
  readonly counts: { readonly hits: number; readonly misses: number; readonly bytes: number };
}

export function createResultCache(maxBytes: number): ResultCache {
  const answers = new LRUCache<string, Columns>({
    maxSize: maxBytes,
    // One large answer may not push out everything else.
    maxEntrySize: Math.ceil(maxBytes / 8),
    sizeCalculation: (answer, key) => 2 * key.length + bytesOf(answer),
  });
  const counts = { hits: 0, misses: 0 };
  return {
    get: (statement) => {
      const found = answers.get(keyOf(statement));
      counts[found ? 'hits' : 'misses']++;
      return found;
    },
    put: (statement, answer) => {
      answers.set(keyOf(statement), answer);
    },
    get counts() {
      return { ...counts, bytes: answers.calculatedSize };
    },
  };
}

const keyOf = ({ sql, parameters }: Statement): string => `${sql}\u0000${JSON.stringify(parameters)}`;

/** What an answer holds in memory, roughly: 16 bytes a value and two for each character of a text. */
function bytesOf({ columns, rowCount }: Columns): number {
  const texts = columns.reduce((sum, column) => sum + column.reduce<number>((s, v) => s + sizeOf(v), 0), 0);
  return 256 + 16 * rowCount * columns.length + texts;
}

const sizeOf = (value: unknown): number =>
  typeof value === 'string'
    ? 2 * value.length
    : Array.isArray(value)
      ? value.reduce<number>((s, v) => s + 16 + sizeOf(v), 16)
      : 0;
