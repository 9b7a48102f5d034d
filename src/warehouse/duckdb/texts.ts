import { Buffer, isAscii } from 'node:buffer';
import duckdb, { type Vector } from '@duckdb/node-bindings';
import { isValid, validity } from './validity.js';

/** A text of the engine: its length, and either up to 12 bytes of it or 4 of them and where it is. */
const WORDS = 4;
const BYTES = WORDS * 4;
const MOST_INLINE = 12;
const BEFORE_INLINE = 4;
const BEFORE_POINTER = 8;
const NOT_ASCII = 0x80808080;

/** Long texts that lie one behind the other in the engine's memory. */
interface Run {
  readonly firstRow: number;
  readonly rows: number[];
  end: number;
  bytes: number;
}

/** Decodes the short texts of a vector together, and the long ones run by run: one by one costs more than the query. */
export function readTexts(vector: Vector, rows: number, column: unknown[]): void {
  const data = duckdb.vector_get_data(vector, rows * BYTES);
  const words = new Int32Array(data.buffer, data.byteOffset, rows * WORDS);
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const inline = bytes.toString('latin1');
  const valid = validity(vector, rows);
  const first = column.length;
  const runs: Run[] = [];
  for (let row = 0; row < rows; row++) {
    if (!isValid(valid, row)) column.push(null);
    else if (lengthOf(words, row) > MOST_INLINE) {
      column.push('');
      addToRun(runs, words, row);
    } else column.push(inlineText(words, bytes, inline, row));
  }
  for (const run of runs) readRun(run, data, words, column, first);
}

const lengthOf = (words: Int32Array, row: number): number => (words[row * WORDS] ?? 0) >>> 0;

function inlineText(words: Int32Array, bytes: Buffer, inline: string, row: number): string {
  const at = row * WORDS;
  const start = row * BYTES + BEFORE_INLINE;
  const end = start + lengthOf(words, row);
  const bits = (words[at + 1] ?? 0) | (words[at + 2] ?? 0) | (words[at + 3] ?? 0);
  return (bits & NOT_ASCII) === 0 ? inline.substring(start, end) : bytes.toString('utf8', start, end);
}

/** Only memory that texts cover is read: a run grows by a text that begins where it ends. */
function addToRun(runs: Run[], words: Int32Array, row: number): void {
  const address = (words[row * WORDS + 3] ?? 0) * 2 ** 32 + ((words[row * WORDS + 2] ?? 0) >>> 0);
  const length = lengthOf(words, row);
  const last = runs.at(-1);
  if (last?.end === address) {
    last.rows.push(row);
    last.end += length;
    last.bytes += length;
  } else runs.push({ firstRow: row, rows: [row], end: address + length, bytes: length });
}

function readRun(run: Run, data: Uint8Array, words: Int32Array, column: unknown[], first: number): void {
  const pointer = data.byteOffset + run.firstRow * BYTES + BEFORE_POINTER;
  const found = duckdb.get_data_from_pointer(data.buffer as ArrayBuffer, pointer, run.bytes);
  const bytes = Buffer.from(found.buffer, found.byteOffset, found.byteLength);
  const text = isAscii(bytes) ? bytes.toString('latin1') : null;
  let start = 0;
  for (const row of run.rows) {
    const end = start + lengthOf(words, row);
    column[first + row] = text === null ? bytes.toString('utf8', start, end) : text.substring(start, end);
    start = end;
  }
}
