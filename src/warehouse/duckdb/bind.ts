import type { DuckDBPreparedStatement } from '@duckdb/node-api';

const isInt32 = (value: number): boolean => (value | 0) === value;

/** Binds `$1`, `$2` …: text as VARCHAR, whole numbers as INTEGER or BIGINT, other numbers as DOUBLE, booleans, null. */
export function bindParameters(statement: DuckDBPreparedStatement, parameters: readonly unknown[]): void {
  for (const [i, value] of parameters.entries()) bindParameter(statement, i + 1, value);
}

function bindParameter(statement: DuckDBPreparedStatement, index: number, value: unknown): void {
  if (value === null || value === undefined) statement.bindNull(index);
  else if (typeof value === 'string') statement.bindVarchar(index, value);
  else if (typeof value === 'boolean') statement.bindBoolean(index, value);
  else if (typeof value === 'number') bindNumber(statement, index, value);
  else
    throw new TypeError(
      `Parameter $${String(index)} has type ${typeof value}; text, numbers, booleans and null can be bound`,
    );
}

function bindNumber(statement: DuckDBPreparedStatement, index: number, value: number): void {
  if (isInt32(value)) statement.bindInteger(index, value);
  else if (Number.isSafeInteger(value)) statement.bindBigInt(index, BigInt(value));
  else statement.bindDouble(index, value);
}
