import { WarehouseError } from '../warehouse.js';

const MS_PER_DAY = 86_400_000;
const SECONDS_PER_DAY = 86_400;
const LAST_DAY = 100_000_000;
const DAYS_KEPT = 100_000;

const days = new Map<number, string>();

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

/** Most bytes of a time: a day with a sign and six digits of the year, the clock, nine digits of a second and `Z`. */
export const MOST_BYTES = 34;

/** Looked up, since `**` costs more than all the rest. */
const PER_SECOND: Readonly<Record<Digits, number>> = { 0: 1, 3: 1e3, 6: 1e6, 9: 1e9 };

const INFINITE_TIME = 2n ** 63n - 1n;
export const isInfinite = (time: bigint): boolean => time === INFINITE_TIME || time === -INFINITE_TIME;

/**
 * Writes `YYYY-MM-DDTHH:MM:SS`, with its fraction, where there is one, in 3, 6 or 9 digits, of a time counted from
 * 1970-01-01T00:00:00 by an exact number. Returns where it ends.
 */
export function writeTime(bytes: Uint8Array, at: number, sinceEpoch: number, digits: Digits): number {
  const perSecond = PER_SECOND[digits];
  const rest = modulo(sinceEpoch, perSecond);
  return write(bytes, at, (sinceEpoch - rest) / perSecond, rest, perSecond);
}

/** The same of a finite time too long ago or too precise for an exact number. */
export function writeLongTime(bytes: Uint8Array, at: number, sinceEpoch: bigint, digits: Digits): number {
  const perSecond = BigInt(PER_SECOND[digits]);
  const rest = ((sinceEpoch % perSecond) + perSecond) % perSecond;
  return write(bytes, at, Number((sinceEpoch - rest) / perSecond), Number(rest), PER_SECOND[digits]);
}

const ZERO = '0'.charCodeAt(0);
const [T, COLON, POINT] = ['T', ':', '.'].map((c) => c.charCodeAt(0)) as [number, number, number];

function write(bytes: Uint8Array, start: number, seconds: number, rest: number, perSecond: number): number {
  const second = modulo(seconds, SECONDS_PER_DAY);
  const day = isoDay((seconds - second) / SECONDS_PER_DAY);
  let at = start;
  for (let i = 0; i < day.length; i++) bytes[at++] = day.charCodeAt(i);
  bytes[at++] = T;
  at = writeNumber(bytes, at, Math.floor(second / 3600), 10);
  bytes[at++] = COLON;
  at = writeNumber(bytes, at, Math.floor(second / 60) % 60, 10);
  bytes[at++] = COLON;
  at = writeNumber(bytes, at, second % 60, 10);
  if (rest === 0) return at;
  bytes[at++] = POINT;
  // Groups of three digits, without those at the end that are all zeros.
  for (let left = rest, unit = perSecond / 1000; left > 0; unit /= 1000) {
    const below = left % unit;
    at = writeNumber(bytes, at, (left - below) / unit, 100);
    left = below;
  }
  return at;
}

/** With leading zeros up to the digit of `place`. */
function writeNumber(bytes: Uint8Array, start: number, value: number, place: 10 | 100): number {
  let at = start;
  if (place === 100) bytes[at++] = ZERO + Math.floor(value / 100);
  bytes[at++] = ZERO + (Math.floor(value / 10) % 10);
  bytes[at++] = ZERO + (value % 10);
  return at;
}

/** Much faster than `%`, which takes its time over large numbers. The quotient may be one off where it was rounded. */
function modulo(value: number, by: number): number {
  const rest = value - Math.floor(value / by) * by;
  return rest < 0 ? rest + by : rest >= by ? rest - by : rest;
}
