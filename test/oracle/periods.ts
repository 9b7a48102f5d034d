import { daysFromTo, dayOf, instantOf, shift, type Span, type Unit } from './days.js';
import { holds, type View } from './tests.js';
import type { Json, Row } from './world.js';

export interface PeriodsTest {
  readonly unit?: Unit | 'HOUR';
  readonly every?: number;
  readonly rows?: Json;
  readonly is: Json;
}

const monday = '1970-01-05';
const sunday = '1970-01-04';
const months = (day: string): number => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;

/** Number of the calendar unit that a day lies in. */
const unitOf: Readonly<Record<Unit, (day: string, view: View) => number>> = {
  DAY: (day) => daysFromTo(monday, day),
  WEEK: (day, { world }) => Math.floor(daysFromTo(world.weekStart === 'monday' ? monday : sunday, day) / 7),
  MONTH: months,
  QUARTER: (day) => Math.floor(months(day) / 3),
  YEAR: (day) => Number(day.slice(0, 4)),
};

/**
 * How many periods have rows, or so many of them. Periods of several units are counted back from the unit in which the window,
 * or the day asked about, ends.
 */
export function periodsOf(
  rows: readonly Row[],
  span: Span,
  { unit = 'DAY', every = 1, rows: enough = {} }: PeriodsTest,
  view: View,
): number {
  const { zone } = view.world;
  const numberOf = (row: Row): number => {
    const time = row['_time'] as string;
    if (unit === 'HOUR') {
      const end = instantOf(span.before ?? span.until ?? shift(view.day, 1), zone);
      return Math.floor((instantOf(time, zone) - end) / (3_600_000 * every));
    }
    const of = unitOf[unit];
    return Math.floor((of(dayOf(time, zone), view) - of(lastDay(span, view), view) - 1) / every);
  };
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(numberOf(row), (counts.get(numberOf(row)) ?? 0) + 1);
  return [...counts.values()].filter((n) => holds(n, enough, view)).length;
}

function lastDay({ until, before }: Span, { day, world }: View): string {
  if (before === undefined) return until === undefined ? day : shift(until, -1);
  return dayOf(new Date(instantOf(before, world.zone) - 1).toISOString(), world.zone);
}
