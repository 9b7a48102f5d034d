import type { Row, Value } from './world.js';

type Rows = readonly Row[];
const values = (rows: Rows, column: string): readonly Exclude<Value, null>[] =>
  rows.map((row) => row[column] ?? null).filter((value) => value !== null);
const numbers = (rows: Rows, column: string): readonly number[] => values(rows, column) as readonly number[];

/** SQL's aggregates: missing values are passed over, and nothing but nulls has no sum, mean, least or greatest. */
export const count = (rows: Rows): number => rows.length;
export const countOf = (rows: Rows, column: string): number => values(rows, column).length;
export const distinct = (rows: Rows, column: string): number => new Set(values(rows, column)).size;
export const sum = (rows: Rows, column: string): number | null => {
  const all = numbers(rows, column);
  return all.length === 0 ? null : all.reduce((a, b) => a + b, 0);
};
export const avg = (rows: Rows, column: string): number | null => {
  const total = sum(rows, column);
  return total === null ? null : total / countOf(rows, column);
};
export const min = (rows: Rows, column: string): Value =>
  values(rows, column).reduce<Value>((a, b) => (a === null || b < a ? b : a), null);
export const max = (rows: Rows, column: string): Value =>
  values(rows, column).reduce<Value>((a, b) => (a === null || b > a ? b : a), null);
