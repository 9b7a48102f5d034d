import { Temporal } from 'temporal-polyfill';
import type { Catalog, TimeType } from '../../catalog/model.js';
import { dayOf, instantOf, microseconds, type Moment } from '../../query/grid.js';
import type { FunnelDefinition, FunnelRows } from '../../query/funnel.js';
import { addDays, type Day, type Duration } from '../../query/time.js';
import { factOf } from '../attribute-scan.js';
import { dialect, localDay } from '../dialect.js';
import { timeTypeOf } from '../fact-rows.js';
import { bigint, microsecondsOf } from '../period-number.js';
import { sql, type Sql } from '../sql.js';
import type { Span } from '../window.js';

/** A day or a moment. */
type Edge = string;

/**
 * How a funnel tells time: in microseconds since 1970, or, where one of its facts knows only the day, by the day, whose
 * beginning is then counted as if the zone were UTC. Rows of one day are then in order, whatever fact they are of.
 */
export interface Clock {
  readonly byDay: boolean;
  readonly read: (type: TimeType, time: Sql) => Sql;
  /** Where a day begins. */
  readonly start: (day: Day) => number;
  readonly later: (time: Sql, by: Duration) => Sql;
  /** The reading so long after a day or a moment. */
  readonly ends: (at: Edge, by: Duration) => number;
  /** What a reading is as a time of the engine, and of which type. */
  readonly shown: (reading: Sql) => { readonly time: Sql; readonly type: TimeType };
  /** What holds of a reading within a span. */
  readonly within: (reading: Sql, span: Span) => readonly Sql[];
}

export const sourceTime = (catalog: Catalog, { rows, time }: FunnelRows): string => {
  const fact = factOf(catalog, rows.fact);
  return time ?? (fact.time.kind === 'time' ? fact.time.column : fact.time.from);
};
export const sourceType = (catalog: Catalog, rows: FunnelRows): TimeType =>
  timeTypeOf(factOf(catalog, rows.rows.fact), sourceTime(catalog, rows));

export function clockOf(catalog: Catalog, { steps, exclusions }: FunnelDefinition): Clock {
  const byDay = [...steps, ...exclusions].some((rows) => sourceType(catalog, rows) === 'date');
  return byDay ? byDays(catalog.workspace.timeZone) : byMoments(catalog.workspace.timeZone);
}

const second = 1_000_000;
const inDay = 86_400 * second;
/** The part of a duration that always lasts as long: a day of a window is 24 hours. */
export const fixed = ({ seconds = 0, minutes = 0, hours = 0, days = 0, weeks = 0 }: Duration): number =>
  (seconds + 60 * minutes + 3_600 * hours) * second + (days + 7 * weeks) * inDay;
export const months = ({ months: n = 0, quarters = 0, years = 0 }: Duration): number => n + 3 * quarters + 12 * years;

const reading = (at: Moment, by: Duration, zone: string): number => {
  const zoned = Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .add({ months: months(by) });
  return microseconds(zoned.toInstant().toString(), zone) + fixed(by);
};

const byMoments = (zone: string): Clock => ({
  byDay: false,
  read: (type, time) => microsecondsOf(type, time, zone),
  start: (day) => microseconds(day, zone),
  later: (time, by) => {
    const n = months(by);
    const at = (moment: Sql): Sql => sql`timezone(${sql.lit(zone)}, ${moment})`;
    const moved = n === 0 ? time : dialect.microseconds(at(dialect.addMonths(at(dialect.instantAt(time)), n)));
    return sql`(${moved} + ${bigint(fixed(by))})`;
  },
  ends: (at, by) => reading(instantOf(at, zone), by, zone),
  shown: (reading) => ({ time: dialect.instantAt(reading), type: 'timestamptz' }),
  within: (reading, { from, until, since, before }) =>
    edges(reading, [from, since], [until, before], (at) => microseconds(at, zone)),
});

const byDays = (zone: string): Clock => {
  const start = (day: Day): number => microseconds(day, 'UTC');
  /** The day a moment lies in, or the next one where it is not its beginning. */
  const ceiling = (at: Edge): Day => {
    const day = dayOf(at, zone);
    return at.length === day.length || microseconds(day, zone) === microseconds(at, zone) ? day : addDays(day, 1);
  };
  return {
    byDay: true,
    read: (type, time) => dialect.microseconds(sql`cast(${localDay(type, time, zone)} as timestamp)`),
    start,
    later: (time, by) => {
      const n = months(by);
      const moved = n === 0 ? time : dialect.microseconds(dialect.addMonths(dialect.clockAt(time), n));
      return sql`(${moved} + ${bigint(fixed(by))})`;
    },
    ends: (at, by) => reading(instantOf(ceiling(at), 'UTC'), by, 'UTC'),
    shown: (reading) => ({ time: dialect.clockAt(reading), type: 'timestamp' }),
    within: (reading, { from, until, since, before }) => [
      ...edges(reading, [from, since], [], (at) => start(dayOf(at, zone))),
      ...edges(reading, [], [until, before], (at) => start(ceiling(at))),
    ],
  };
};

const edges = (
  reading: Sql,
  starts: readonly (Edge | undefined)[],
  ends: readonly (Edge | undefined)[],
  at: (edge: Edge) => number,
): readonly Sql[] => [
  ...starts.flatMap((edge) => (edge === undefined ? [] : [sql`${reading} >= ${bigint(at(edge))}`])),
  ...ends.flatMap((edge) => (edge === undefined ? [] : [sql`${reading} < ${bigint(at(edge))}`])),
];
