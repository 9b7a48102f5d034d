import {
  type DuckDBDecimalType,
  DuckDBDecimalValue,
  type DuckDBEnumType,
  type DuckDBType,
  DuckDBTypeId,
} from '@duckdb/node-api';
import duckdb, { type Vector } from '@duckdb/node-bindings';
import { type Digits, isInfinite, isoDay, MOST_BYTES, writeLongTime, writeTime } from './iso.js';
import { readTexts } from './texts.js';
import { isValid, validity } from './validity.js';

/** Appends the values of a chunk's vector, which has so many rows, to a column. */
export type ReadVector = (vector: Vector, rows: number, column: unknown[]) => void;

/**
 * Reads vectors of a type straight from the engine's memory, without an object per value; undefined for types that
 * are rare in an answer and need one anyway.
 */
export const vectorReader = (type: DuckDBType): ReadVector | undefined => READERS[type.typeId]?.(type);

type Words<T> = new (buffer: ArrayBufferLike, byteOffset: number, length: number) => T;

/** Values of `width` words of one fixed size each. */
const fixed =
  <T extends ArrayLike<number> & { readonly BYTES_PER_ELEMENT: number }>(
    words: Words<T> & { readonly BYTES_PER_ELEMENT: number },
    width: number,
    value: (words: T, at: number) => unknown,
  ): ReadVector =>
  (vector, rows, column) => {
    const data = duckdb.vector_get_data(vector, rows * width * words.BYTES_PER_ELEMENT);
    const all = new words(data.buffer, data.byteOffset, rows * width);
    const valid = validity(vector, rows);
    for (let row = 0; row < rows; row++) column.push(isValid(valid, row) ? value(all, row * width) : null);
  };

const WORD = 2 ** 32;

const plain = (words: ArrayLike<number>, at: number): number => words[at] ?? 0;
const finite = (words: ArrayLike<number>, at: number): number | null => {
  const number = plain(words, at);
  return Number.isFinite(number) ? number : null;
};

/** The double nearest to an integer of two words: the upper half is exact, so only the sum is rounded. */
const integer64 = (words: Int32Array, at: number): number => plain(words, at + 1) * WORD + (plain(words, at) >>> 0);
const unsigned64 = (words: Uint32Array, at: number): number => plain(words, at + 1) * WORD + plain(words, at);
const exact64 = (words: Int32Array, at: number): bigint =>
  (BigInt(plain(words, at + 1)) << 32n) | BigInt(plain(words, at) >>> 0);

const exact128 = (words: Int32Array, at: number): bigint =>
  (exact64(words, at + 2) << 64n) | BigInt.asUintN(64, exact64(words, at));

/** Most sums fit the lower two words; then the upper two only repeat their sign. */
function integer128(words: Int32Array, at: number): number {
  const sign = plain(words, at + 1) >> 31;
  const fits = plain(words, at + 2) === sign && plain(words, at + 3) === sign;
  return fits ? integer64(words, at) : Number(exact128(words, at));
}

const LARGEST_EXACT_POWER_OF_TEN = 22;

/** The double nearest to the decimal: a quotient of two exact doubles is, and so is what the digits read as. */
function decimal<T>(
  scaled: (words: T, at: number) => number,
  exact: (words: T, at: number) => bigint,
  { width, scale }: DuckDBDecimalType,
): (words: T, at: number) => number {
  const one = 10 ** scale;
  const most = scale <= LARGEST_EXACT_POWER_OF_TEN ? Number.MAX_SAFE_INTEGER : -1;
  return (words, at) => {
    const number = scaled(words, at);
    if (Math.abs(number) <= most) return number / one;
    return Number(new DuckDBDecimalValue(exact(words, at), width, scale).toString());
  };
}

const small = (words: ArrayLike<number>, at: number): bigint => BigInt(plain(words, at));

/** A decimal is stored in as few words as its width needs. */
function decimals(type: DuckDBDecimalType): ReadVector {
  if (type.width <= 4) return fixed(Int16Array, 1, decimal(plain, small, type));
  if (type.width <= 9) return fixed(Int32Array, 1, decimal(plain, small, type));
  if (type.width <= 18) return fixed(Int32Array, 2, decimal(integer64, exact64, type));
  return fixed(Int32Array, 4, decimal(integer128, exact128, type));
}

const INFINITE_DAYS = 2 ** 31 - 1;
const day = (words: Int32Array, at: number): string | null => {
  const days = plain(words, at);
  return Math.abs(days) === INFINITE_DAYS ? null : isoDay(days);
};

/** One text for all the times of the vector, and each a slice of it: texts put together one by one are slow to write. */
const times =
  (digits: Digits, suffix: 'Z' | '' = ''): ReadVector =>
  (vector, rows, column) => {
    const data = duckdb.vector_get_data(vector, rows * 8);
    const words = new Int32Array(data.buffer, data.byteOffset, rows * 2);
    const valid = validity(vector, rows);
    const bytes = Buffer.allocUnsafe(rows * MOST_BYTES);
    const ends = new Uint32Array(rows);
    let end = 0;
    for (let row = 0; row < rows; row++) {
      const start = end;
      if (isValid(valid, row)) end = writeTimeAt(bytes, start, words, row * 2, digits);
      if (end > start && suffix !== '') bytes[end++] = suffix.charCodeAt(0);
      ends[row] = end;
    }
    const text = bytes.toString('latin1', 0, end);
    let start = 0;
    for (const end of ends) {
      column.push(end === start ? null : text.substring(start, end));
      start = end;
    }
  };

/** Where the time ends; an infinite one has no text. */
function writeTimeAt(bytes: Uint8Array, at: number, words: Int32Array, word: number, digits: Digits): number {
  const count = integer64(words, word);
  if (Number.isSafeInteger(count)) return writeTime(bytes, at, count, digits);
  const exact = exact64(words, word);
  return isInfinite(exact) ? at : writeLongTime(bytes, at, exact, digits);
}

const enumWords: Readonly<Partial<Record<DuckDBTypeId, typeof Uint8Array | typeof Uint16Array | typeof Uint32Array>>> =
  {
    [DuckDBTypeId.UTINYINT]: Uint8Array,
    [DuckDBTypeId.USMALLINT]: Uint16Array,
    [DuckDBTypeId.UINTEGER]: Uint32Array,
  };

function enums({ internalTypeId, values }: DuckDBEnumType): ReadVector | undefined {
  const words = enumWords[internalTypeId];
  return words && fixed(words as typeof Uint32Array, 1, (indexes, at) => values[plain(indexes, at)]);
}

const always = (read: ReadVector) => (): ReadVector => read;

const READERS: Readonly<Partial<Record<DuckDBTypeId, (type: DuckDBType) => ReadVector | undefined>>> = {
  [DuckDBTypeId.BOOLEAN]: always(fixed(Uint8Array, duckdb.sizeof_bool, (bytes, at) => bytes[at] !== 0)),
  [DuckDBTypeId.TINYINT]: always(fixed(Int8Array, 1, plain)),
  [DuckDBTypeId.SMALLINT]: always(fixed(Int16Array, 1, plain)),
  [DuckDBTypeId.INTEGER]: always(fixed(Int32Array, 1, plain)),
  [DuckDBTypeId.BIGINT]: always(fixed(Int32Array, 2, integer64)),
  [DuckDBTypeId.HUGEINT]: always(fixed(Int32Array, 4, integer128)),
  [DuckDBTypeId.UTINYINT]: always(fixed(Uint8Array, 1, plain)),
  [DuckDBTypeId.USMALLINT]: always(fixed(Uint16Array, 1, plain)),
  [DuckDBTypeId.UINTEGER]: always(fixed(Uint32Array, 1, plain)),
  [DuckDBTypeId.UBIGINT]: always(fixed(Uint32Array, 2, unsigned64)),
  [DuckDBTypeId.FLOAT]: always(fixed(Float32Array, 1, finite)),
  [DuckDBTypeId.DOUBLE]: always(fixed(Float64Array, 1, finite)),
  [DuckDBTypeId.DECIMAL]: (type) => decimals(type as DuckDBDecimalType),
  [DuckDBTypeId.DATE]: always(fixed(Int32Array, 1, day)),
  [DuckDBTypeId.TIMESTAMP]: always(times(6)),
  [DuckDBTypeId.TIMESTAMP_TZ]: always(times(6, 'Z')),
  [DuckDBTypeId.TIMESTAMP_S]: always(times(0)),
  [DuckDBTypeId.TIMESTAMP_MS]: always(times(3)),
  [DuckDBTypeId.TIMESTAMP_NS]: always(times(9)),
  [DuckDBTypeId.ENUM]: (type) => enums(type as DuckDBEnumType),
  [DuckDBTypeId.VARCHAR]: always(readTexts),
};
