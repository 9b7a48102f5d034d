import { type Sql, toStatement } from './sql.js';

/** Structural identity of a piece of SQL: equal text and equal values share one sub-scan. */
export const keyOf = (piece: Sql): string => {
  const { sql: text, parameters } = toStatement(piece);
  return `${text}\u0000${JSON.stringify(parameters)}`;
};
