import { WarehouseError } from '../warehouse.js';

const MS_PER_DAY = 86_400_000;
const SECONDS_PER_DAY = 86_400;
const LAST_DAY = 100_000_000;
const DAYS_KEPT = 100_000;

const days = new Map<number, string>();
const clocks: string[] = [];

/** `YYYY-MM-DD` of a day counted from 1970-01-01. Throws WarehouseError beyond what a Date can hold. */
export function isoDay(sinceEpoch: number): string {
  const known = days.get(sinceEpoch);
  if (known !== undefined) return known;
  if (Math.abs(sinceEpoch) > LAST_DAY)
    throw new WarehouseError('DATA_UNREADABLE', 'A date lies beyond the year 275760');
  const text = new Date(sinceEpoch * MS_PER_DAY).toISOString().slice(0, -'T00:00:00.000Z'.length);
  if (days.size < DAYS_KEPT) days.set(sinceEpoch, text);
  return text;
}

/** Decimal digits of a second a time is counted in. */
export type Digits = 0 | 3 | 6 | 9;

/**
 * `YYYY-MM-DDTHH:MM:SS` of a time counted from 1970-01-01T00:00:00, with its fraction, where there is one, in 3, 6 or 9
 * digits. Days and times of day are kept, since making them anew costs more than the query.
 */
export function isoTime(sinceEpoch: bigint, digits: Digits): string {
  const [seconds, rest] = divide(sinceEpoch, 10 ** digits);
  const second = modulo(seconds, SECONDS_PER_DAY);
  const clock = (clocks[second] ??= new Date(second * 1000).toISOString().slice('1970-01-01'.length, -'.000Z'.length));
  return isoDay((seconds - second) / SECONDS_PER_DAY) + clock + fraction(rest, digits);
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

/** Floor division without rounding; nearly every time fits a number, which is much faster. */
function divide(value: bigint, by: number): readonly [quotient: number, remainder: number] {
  const number = Number(value);
  if (Number.isSafeInteger(number)) {
    const remainder = modulo(number, by);
    return [(number - remainder) / by, remainder];
  }
  const divisor = BigInt(by);
  const remainder = ((value % divisor) + divisor) % divisor;
  return [Number((value - remainder) / divisor), Number(remainder)];
}

const fraction = (rest: number, digits: Digits): string =>
  rest === 0
    ? ''
    : `.${String(rest)
        .padStart(digits, '0')
        .replace(/(000){1,2}$/, '')}`;
