import { addDays, describeDuration, type Grain } from '../../../query/time.js';
import type { Scalar, Window } from '../../../query/where.js';

const plainNumber = new Intl.NumberFormat('en-US', { maximumFractionDigits: 20 });
const digits = (value: number): string => plainNumber.format(value);
/** The product of a ratio and 100 without the binary dust of 0.07 × 100. */
const hundredfold = (value: number): number => Number((value * 100).toPrecision(15));

const withUnit: Readonly<Record<string, (value: number, currency: string) => string>> = {
  currency: (value, currency) => `${currency} ${digits(value)}`,
  ratio: (value) => `${digits(hundredfold(value))} %`,
  percent: (value) => `${digits(value)} %`,
  count: digits,
  score: digits,
};

/** How the values of one thing are written: numbers with their unit, texts in quotes. */
export const writer =
  (unit: string | undefined, currency: string) =>
  (value: Scalar): string => {
    if (typeof value !== 'number') return typeof value === 'string' ? JSON.stringify(value) : String(value);
    if (unit === undefined) return digits(value);
    return withUnit[unit]?.(value, currency) ?? `${digits(value)} ${unit}`;
  };
export type Writer = ReturnType<typeof writer>;

const units: Readonly<Record<Grain, string>> = {
  DAY: 'day',
  WEEK: 'week',
  MONTH: 'month',
  QUARTER: 'quarter',
  YEAR: 'year',
};

function calendarText(unit: Grain, offset: number): string {
  const name = units[unit];
  const [few, many] = [Math.abs(offset), `${String(Math.abs(offset))} ${name}s`];
  if (few === 0) return `in this ${name}`;
  if (few === 1) return `in the ${offset < 0 ? 'last' : 'next'} calendar ${name}`;
  return offset < 0 ? `in the calendar ${name} ${many} ago` : `in the calendar ${name} ${many} from now`;
}

const rangeText = (from: string | undefined, until: string | undefined): string => {
  if (from !== undefined && until !== undefined) return `from ${from} to ${addDays(until, -1)}`;
  return from !== undefined ? `on or after ${from}` : `before ${until ?? 'ever'}`;
};

const momentsText = (from: string | undefined, until: string | undefined): string => {
  if (from !== undefined && until !== undefined) return `from ${from} until ${until}`;
  return from !== undefined ? `from ${from} on` : `before ${until ?? 'ever'}`;
};

const windows: { readonly [K in Window['kind']]: (window: Extract<Window, { kind: K }>) => string } = {
  last: ({ duration, ago }) =>
    ago === undefined
      ? `in the last ${describeDuration(duration)}`
      : `in the ${describeDuration(duration)} that ended ${describeDuration(ago)} ago`,
  next: ({ duration }) => `in the next ${describeDuration(duration)}`,
  range: ({ from, until }) => rangeText(from, until),
  calendar: ({ unit, offset }) => calendarText(unit, offset),
  moments: ({ from, until }) => momentsText(from, until),
};

export const windowText = (window: Window): string => (windows[window.kind] as (window: Window) => string)(window);
