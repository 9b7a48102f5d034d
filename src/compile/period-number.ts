import type { TimeType } from '../catalog/model.js';
import type { Grid } from '../query/grid.js';
import { microseconds, monthNumber, unitLength } from '../query/grid.js';
import { day, dialect, instant, localDay } from './dialect.js';
import type { Sql } from './sql.js';
import { sql } from './sql.js';

const hour = 3_600_000_000;

/** A moment in microseconds since 1970, bound. */
export const bigint = (value: number): Sql => sql`cast(${String(value)} as bigint)`;

/** Microseconds since 1970 of a time of any type. */
export const microsecondsOf = (type: TimeType, time: Sql, zone: string): Sql =>
  dialect.microseconds(instant(type, time, zone));

/** The number of the period that a time lies in; negative before the anchor. */
export function periodNumber(grid: Grid, type: TimeType, time: Sql, zone: string): Sql {
  const { of, length } = unitLength(grid.grain);
  const step = length * grid.every;
  if (of === 'hours') {
    const since = sql`(${microsecondsOf(type, time, zone)} - ${bigint(microseconds(grid.anchor, zone))})`;
    return dialect.floorDivide(since, step * hour);
  }
  const local = localDay(type, time, zone);
  if (of === 'days') return dialect.floorDivide(dialect.daysBetween(day(grid.anchor), local), step);
  return dialect.floorDivide(sql`(${dialect.monthNumber(local)} - ${monthNumber(grid.anchor)})`, step);
}
