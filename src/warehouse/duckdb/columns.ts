import { setImmediate } from 'node:timers/promises';
import type { DuckDBDataChunk, DuckDBMaterializedResult, DuckDBType } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { type Columns, WarehouseError } from '../warehouse.js';
import { toPlain } from './values.js';
import { vectorReader } from './vectors.js';

const LONGEST_TURN_MS = 8;

/**
 * Reads a result chunk by chunk (2,048 rows), giving the event loop a turn in time. The result is a materialised one: a
 * streamed one that fails half way just ends, and the answer would be short without a word. Its chunks are at hand, and
 * fetching each on another thread would take longer than a small answer.
 */
export async function readColumns(
  result: DuckDBMaterializedResult,
  maxRows: number,
  signal: AbortSignal,
): Promise<Columns> {
  const { rowCount, chunkCount } = result;
  if (rowCount > maxRows) throw tooManyRows(maxRows);
  const types = result.columnTypes();
  const columns = types.map((): unknown[] => []);
  const readers = types.map(columnReader);
  const started = performance.now();
  let turn = started;
  for (let at = 0; at < chunkCount; at++) {
    signal.throwIfAborted();
    const chunk = result.getChunk(at);
    const { rowCount: rows } = chunk;
    for (const [i, column] of columns.entries()) {
      readers[i]?.(chunk, i, rows, column);
      if (performance.now() - turn < LONGEST_TURN_MS) continue;
      await setImmediate();
      turn = performance.now();
    }
  }
  // What is made of a long answer has a turn of its own.
  if (turn !== started) await setImmediate();
  return Object.freeze({ names: result.columnNames(), types: types.map(String), rowCount, columns });
}

type ReadColumn = (chunk: DuckDBDataChunk, index: number, rows: number, column: unknown[]) => void;

function columnReader(type: DuckDBType): ReadColumn {
  const read = vectorReader(type);
  if (!read) return readValues;
  return (chunk, index, rows, column) => {
    if (rows > 0) read(duckdb.data_chunk_get_vector(chunk.chunk, index), rows, column);
  };
}

const readValues: ReadColumn = (chunk, index, _rows, column) => {
  chunk.visitColumnValues(index, (value, _row, _column, type) => column.push(toPlain(value, type, toPlain)));
};

const tooManyRows = (maxRows: number): WarehouseError =>
  new WarehouseError('QUERY_FAILED', `The answer has more than ${maxRows.toLocaleString('en-US')} rows; ask for fewer`);
