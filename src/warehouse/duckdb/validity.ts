import duckdb, { type Vector } from '@duckdb/node-bindings';

/** A bit per row, the least significant first; null where every row has a value. */
export const validity = (vector: Vector, rows: number): Uint8Array | null =>
  duckdb.vector_get_validity(vector, Math.ceil(rows / 64) * 8);

export const isValid = (valid: Uint8Array | null, row: number): boolean =>
  valid === null || ((valid[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
