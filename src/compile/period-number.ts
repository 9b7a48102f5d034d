import type { TimeType } from '../catalog/model.js';
import type { Grid, Moment } from '../query/grid.js';
import { dayOf, edge, microseconds, monthNumber, unitLength } from '../query/grid.js';
import { offsetsBetween } from '../query/offsets.js';
import { addDays, type Day } from '../query/time.js';
import { day, dialect, instant, localDay } from './dialect.js';
import type { Sql } from './sql.js';
import { sql } from './sql.js';
import type { Span } from './window.js';

const hour = 3_600_000_000;

/** A moment in microseconds since 1970, bound. */
export const bigint = (value: number): Sql => sql`cast(${String(value)} as bigint)`;

/** Microseconds since 1970 of a time of any type. */
export const microsecondsOf = (type: TimeType, time: Sql, zone: string): Sql =>
  dialect.microseconds(instant(type, time, zone));

/** Days between which a zone's clocks are looked up once, rather than for each row. */
export interface Clocks {
  readonly from: Day;
  readonly until: Day;
}

/** Clocks for the periods from a number on, up to the end of a day; the two periods before are still told apart. */
export const clocksFrom = (grid: Grid, first: number, asOf: Day, zone: string): Clocks => ({
  from: addDays(dayOf(edge(grid, first - 2), zone), -3),
  until: addDays(asOf, 2),
});

/** Clocks for what begins in a span; none where it has no beginning. */
export function clocksIn({ from, since }: Span, asOf: Day, zone: string): Clocks | undefined {
  const start = from ?? since;
  return start === undefined ? undefined : { from: addDays(dayOf(start, zone), -3), until: addDays(asOf, 2) };
}

/** The day of an instant, by the changes of the clocks: as the engine's own calendar tells it, sixteen times as fast. */
function dayByClocks(time: Sql, zone: string, { from, until }: Clocks): Sql {
  const at = dialect.microseconds(time);
  const [first, ...later] = offsetsBetween(startOfUtc(from), startOfUtc(until), zone);
  const ahead = sql.lit(first?.ahead ?? 0);
  const cases = later.toReversed().map((o) => sql`when ${at} >= ${sql.lit(o.since)} then ${sql.lit(o.ahead)}`);
  const offset = cases.length === 0 ? ahead : sql`case ${sql.join(cases, sql` `)} else ${ahead} end`;
  return dialect.dayNumbered(dialect.floorDivide(sql`(${at} + ${offset})`, 24 * hour));
}
const startOfUtc = (at: Day): Moment => `${at}T00:00:00Z`;

/**
 * The number of the period that a time lies in; negative before the anchor. With clocks, times before them lie in some period before
 * theirs.
 */
export function periodNumber(grid: Grid, type: TimeType, time: Sql, zone: string, clocks?: Clocks): Sql {
  const { of, length } = unitLength(grid.grain);
  const step = length * grid.every;
  if (of === 'hours') {
    const since = sql`(${microsecondsOf(type, time, zone)} - ${bigint(microseconds(grid.anchor, zone))})`;
    return dialect.floorDivide(since, step * hour);
  }
  const local = clocks && type === 'timestamptz' ? dayByClocks(time, zone, clocks) : localDay(type, time, zone);
  if (of === 'days') return dialect.floorDivide(dialect.daysBetween(day(grid.anchor), local), step);
  return dialect.floorDivide(sql`(${dialect.monthNumber(local)} - ${monthNumber(grid.anchor)})`, step);
}
