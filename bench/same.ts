import type { Rows, Value } from './question.js';

const RELATIVE = 1e-9;

/** Null where two answers hold the same rows, in any order; else where they differ. */
export function sameRows(found: Rows, expected: Rows): string | null {
  if (found.length !== expected.length) return `${found.length} rows instead of ${expected.length}`;
  const [a, b] = [sorted(found), sorted(expected)];
  const row = a.findIndex((values, i) => !sameValues(values, b[i] ?? []));
  return row < 0 ? null : `${told(a[row])} instead of ${told(b[row])}`;
}

/** By what can be told apart without rounding. */
const sorted = (rows: Rows): Rows => {
  const keyed = rows.map((row) => ({ row, key: JSON.stringify(row.filter((v) => !isFraction(v))) }));
  return keyed.sort((x, y) => (x.key < y.key ? -1 : x.key > y.key ? 1 : 0)).map(({ row }) => row);
};

const isFraction = (value: Value): boolean => typeof value === 'number' && !Number.isInteger(value);

const sameValues = (a: readonly Value[], b: readonly Value[]): boolean =>
  a.length === b.length && a.every((value, i) => sameValue(value, b[i] ?? null));

const sameValue = (a: Value, b: Value): boolean =>
  a === b ||
  (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= RELATIVE * Math.max(Math.abs(a), Math.abs(b)));

const told = (row: readonly Value[] = []): string => JSON.stringify(row).slice(0, 200);
