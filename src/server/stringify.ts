import { setImmediate } from 'node:timers/promises';

/** So many values are written at once: a few milliseconds at most. */
const PIECE = 10_000;
const LONGEST_TURN_MS = 8;
/** A text weighs as much as so many characters to a value. */
const CHARACTERS_PER_VALUE = 64;
/** Deeper than any answer: what holds itself is left to JSON.stringify to refuse. */
const DEEPEST = 100;

/**
 * What JSON.stringify makes of plain data, in pieces between which others have their turn: at once for small data. An answer
 * is small, or long in one of its lists.
 */
export function stringify(data: unknown): string | Promise<string> {
  return weight(data, PIECE) <= PIECE ? JSON.stringify(data) : stringifyInTurns(data);
}

async function stringifyInTurns(data: unknown): Promise<string> {
  const written: string[] = [];
  await setImmediate();
  let turn = performance.now();
  for (const piece of pieces(data, 0)) {
    written.push(piece);
    if (performance.now() - turn < LONGEST_TURN_MS) continue;
    await setImmediate();
    turn = performance.now();
  }
  return written.join('');
}

/** About how many values there are in it, counted up to a limit. */
function weight(value: unknown, limit: number): number {
  if (typeof value === 'string') return 1 + value.length / CHARACTERS_PER_VALUE;
  if (!isNested(value)) return 1;
  const items = Array.isArray(value) ? (value as readonly unknown[]) : Object.values(value);
  let total = 1;
  for (let i = 0; i < items.length && total <= limit; i++) total += weight(items[i], limit - total);
  return total;
}

type Nested = Readonly<Record<string, unknown>>;
const isNested = (value: unknown): value is Nested =>
  typeof value === 'object' && value !== null && typeof (value as { toJSON?: unknown }).toJSON !== 'function';

function* pieces(value: unknown, depth: number): Generator<string> {
  if (!isNested(value) || depth > DEEPEST || weight(value, PIECE) <= PIECE) yield JSON.stringify(value);
  else if (Array.isArray(value)) yield* itemPieces(value, depth);
  else yield* fieldPieces(value, depth);
}

/** Items are written together as long as they are few; one that is large itself is written in pieces. */
function* itemPieces(items: readonly unknown[], depth: number): Generator<string> {
  let start = 0;
  let together = 0;
  const writeUpTo = (end: number): string =>
    end === start ? '' : (start === 0 ? '' : ',') + JSON.stringify(items.slice(start, end)).slice(1, -1);
  yield '[';
  for (let i = 0; i < items.length; i++) {
    const own = weight(items[i], PIECE);
    if (together + own > PIECE) {
      yield writeUpTo(i);
      start = i;
      together = 0;
    }
    if (own > PIECE) {
      if (i > 0) yield ',';
      yield* pieces(items[i], depth + 1);
      start = i + 1;
    } else together += own;
  }
  yield `${writeUpTo(items.length)}]`;
}

/** Fields without a JSON form are left out. */
function* fieldPieces(fields: Nested, depth: number): Generator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || typeof value === 'function' || typeof value === 'symbol') continue;
    yield `${before}${JSON.stringify(name)}:`;
    yield* pieces(value, depth + 1);
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}
