import type { DuckDBPreparedStatement } from '@duckdb/node-api';

const isInt32 = (value: number): boolean => (value | 0) === value;

/** Binds `$1`, `$2` …: text as VARCHAR, whole numbers as INTEGER or BIGINT, other numbers as DOUBLE, booleans, null. */
export function bindParameters(statement: DuckDBPreparedStatement, parameters: readonly unknown[]): void {
  parameters.forEach((value, i) => bindParameter(statement, i + 1, value));
}

function bindParameter(statement: DuckDBPreparedStatement, index: number, value: unknown): void {
  if (value === null || value === undefined) return statement.bindNull(index);
  if (typeof value === 'string') return statement.bindVarchar(index, value);
  if (typeof value === 'boolean') return statement.bindBoolean(index, value);
  if (typeof value === 'number') return bindNumber(statement, index, value);
  throw new TypeError(
    `Parameter $${String(index)} has type ${typeof value}; text, numbers, booleans and null can be bound`,
  );
}

function bindNumber(statement: DuckDBPreparedStatement, index: number, value: number): void {
  if (isInt32(value)) return statement.bindInteger(index, value);
  if (Number.isSafeInteger(value)) return statement.bindBigInt(index, BigInt(value));
  return statement.bindDouble(index, value);
}
