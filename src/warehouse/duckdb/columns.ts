import { setImmediate } from 'node:timers/promises';
import type { DuckDBResult } from '@duckdb/node-api';
import { type Columns, WarehouseError } from '../warehouse.js';
import { toPlain } from './values.js';

const LONGEST_TURN_MS = 15;

/**
 * Reads a result chunk by chunk (2,048 rows), giving the event loop a turn between chunks and within wide ones. The
 * result must be a materialised one: a streamed one that fails half way just ends, and the answer would be short
 * without a word.
 */
export async function readColumns(result: DuckDBResult, maxRows: number, signal: AbortSignal): Promise<Columns> {
  const columns: unknown[][] = Array.from({ length: result.columnCount }, () => []);
  let rowCount = 0;
  for await (const chunk of result) {
    signal.throwIfAborted();
    rowCount += chunk.rowCount;
    if (rowCount > maxRows) throw tooManyRows(maxRows);
    let turn = performance.now();
    for (const [i, column] of columns.entries()) {
      chunk.visitColumnValues(i, (value, _row, _column, type) => column.push(toPlain(value, type, toPlain)));
      if (performance.now() - turn < LONGEST_TURN_MS) continue;
      await setImmediate();
      turn = performance.now();
    }
  }
  return Object.freeze({
    names: result.columnNames(),
    types: result.columnTypes().map(String),
    rowCount,
    columns,
  });
}

const tooManyRows = (maxRows: number): WarehouseError =>
  new WarehouseError('QUERY_FAILED', `The answer has more than ${maxRows.toLocaleString('en-US')} rows; ask for fewer`);
