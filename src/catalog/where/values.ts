import { Temporal } from 'temporal-polyfill';
import { isDay, type Day } from '../../query/time.js';
import { enumCase } from '../names.js';
import type { WhereCode } from './codes.js';
import { closeOrAll, show, tell, type Spot } from './spot.js';

/** Reads one value; notes a problem and returns undefined where it is none. */
export type Reader<T> = (input: unknown, spot: Spot) => T | undefined;

/** What to tell of a value of another type, or of null. */
const wrong = (
  what: string,
  input: unknown,
  suggestions: readonly string[] = [],
): readonly [WhereCode, string, readonly string[]] =>
  input === null
    ? ['NULL_VALUE', `${what} is needed, not null`, ['isNull: true']]
    : ['WRONG_TYPE', `${what} is needed, not ${show(input)}`, suggestions];

export const text: Reader<string> = (input, spot) => {
  if (typeof input === 'string') return input;
  const simple = typeof input === 'number' || typeof input === 'boolean';
  return tell(spot, ...wrong('text', input, simple ? [JSON.stringify(String(input))] : []));
};

export const number: Reader<number> = (input, spot) => {
  if (typeof input === 'number')
    return Number.isFinite(input) ? input : tell(spot, 'NOT_FINITE', `a finite number is needed, not ${String(input)}`);
  const meant = typeof input === 'string' && input.trim() !== '' ? Number(input) : NaN;
  return tell(spot, ...wrong('a number', input, Number.isFinite(meant) ? [String(meant)] : []));
};

export const flag: Reader<boolean> = (input, spot) => {
  if (typeof input === 'boolean') return input;
  const meant = ['true', 'false'].filter((word) => typeof input === 'string' && input.trim().toLowerCase() === word);
  return tell(spot, ...wrong('true or false', input, meant));
};

/** A whole number from `min` to `max`, both included. */
export const whole =
  (min: number, max: number): Reader<number> =>
  (input, spot) => {
    const value = number(input, spot);
    if (value === undefined || (Number.isInteger(value) && value >= min && value <= max)) return value;
    const closest = Math.min(max, Math.max(min, Math.round(value)));
    return tell(
      spot,
      'OUT_OF_RANGE',
      `a whole number from ${String(min)} to ${String(max)} is needed, not ${String(value)}`,
      [String(closest)],
    );
  };

/** `2026-6-3`, `2026/06/31` and `2026-06-03T10:00` name a day that can be offered instead. */
function meantDay(written: string): readonly string[] {
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(written.trim());
  if (parts === null) return [];
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  if (month < 1 || day < 1) return [];
  return [Temporal.PlainDate.from({ year, month, day }).toString()];
}

export const day: Reader<Day> = (input, spot) => {
  if (typeof input !== 'string') return tell(spot, ...wrong('a day such as "2026-06-30"', input));
  if (isDay(input)) return input;
  return tell(spot, 'BAD_DATE', `${show(input)} is no day of the calendar (YYYY-MM-DD)`, meantDay(input));
};

/** Keys: GraphQL and YAML may give them as whole numbers. */
export const id: Reader<string> = (input, spot) =>
  typeof input === 'string'
    ? input
    : Number.isSafeInteger(input)
      ? String(input)
      : tell(spot, ...wrong('an id', input));

/** One of a few enum values. */
export const oneOf =
  <T extends string>(what: string, values: readonly T[]): Reader<T> =>
  (input, spot) =>
    typeof input !== 'string'
      ? tell(spot, ...wrong(what, input, values))
      : (values.find((value) => value === input) ??
        tell(spot, 'WRONG_TYPE', `${show(input)} is no ${what}`, closeOrAll(enumCase(input), values)));
