import type { Rows } from '../question.js';

/** The columns of rows that all have the same length. */
export const columnsOf = (rows: Rows): Rows =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));
