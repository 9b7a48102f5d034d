import type { Catalog, TimeType } from '../catalog/model.js';
import type { Moment } from '../query/grid.js';
import { microseconds } from '../query/grid.js';
import type { Day } from '../query/time.js';
import { addDays, calendarPeriod, minus, trailing, upcoming } from '../query/time.js';
import type { Window } from '../query/where.js';
import { instant, moment, startOfDay } from './dialect.js';
import type { Sql } from './sql.js';
import { all, any, no, sql } from './sql.js';

/** Days `[from, until)` and moments `[since, before)`, which hold together; an end that is missing is open. */
export interface Span {
  readonly from?: Day;
  readonly until?: Day;
  readonly since?: Moment;
  readonly before?: Moment;
}

type Resolve = {
  readonly [K in Window['kind']]: (window: Extract<Window, { kind: K }>, asOf: Day, catalog: Catalog) => Span;
};

const resolvers: Resolve = {
  last: (w, asOf) => trailing(w.ago ? minus(asOf, w.ago) : asOf, w.duration),
  next: (w, asOf) => upcoming(asOf, w.duration),
  range: (w) => ({ ...(w.from && { from: w.from }), ...(w.until && { until: w.until }) }),
  calendar: (w, asOf, catalog) => calendarPeriod(w.unit, asOf, w.offset, catalog.workspace.weekStart),
  moments: (w) => ({ ...(w.from && { since: w.from }), ...(w.until && { before: w.until }) }),
};

export const spanOf = (window: Window, asOf: Day, catalog: Catalog): Span =>
  (resolvers[window.kind] as (w: Window, asOf: Day, catalog: Catalog) => Span)(window, asOf, catalog);

/** Nothing after the day asked about is known. */
export function knownSpan(span: Span, asOf: Day): Span {
  const end = addDays(asOf, 1);
  return { ...span, until: span.until && span.until < end ? span.until : end };
}

/** A column with a time, and how its values stand to days and moments. */
interface Timed {
  readonly column: Sql;
  readonly type: TimeType;
}

/** What holds of a time that comes before the end of a span. */
const beforeEnd = ({ column, type }: Timed, { until, before }: Span, zone: string): Sql =>
  all([
    ...(until ? [sql`${column} < ${startOfDay(type, until, zone)}`] : []),
    ...(before ? [sql`${instant(type, column, zone)} < ${moment(before)}`] : []),
  ]);

/** What holds of a time that does not come before the beginning of a span, or with `after` only of one after it. */
const fromStart = ({ column, type }: Timed, { from, since }: Span, zone: string, after = false): Sql => {
  const compare = after ? sql`>` : sql`>=`;
  return all([
    ...(from ? [sql`${column} ${compare} ${startOfDay(type, from, zone)}`] : []),
    ...(since ? [sql`${instant(type, column, zone)} ${compare} ${moment(since)}`] : []),
  ]);
};

export const within = (time: Sql, type: TimeType, span: Span, zone: string): Sql => {
  const timed = { column: time, type };
  return all([fromStart(timed, span, zone), beforeEnd(timed, span, zone)]);
};

const isEmpty = ({ from, since, until, before }: Span, zone: string): boolean => {
  const at = (ends: readonly (string | undefined)[]): readonly number[] =>
    ends.flatMap((end) => (end === undefined ? [] : [microseconds(end, zone)]));
  return Math.max(...at([from, since])) >= Math.min(...at([until, before]));
};

/** Intervals `[from, until)` that begin in the span or share a moment with it; a null end is still running. */
export function overlaps(
  from: Sql,
  fromType: TimeType,
  until: Sql,
  untilType: TimeType,
  span: Span,
  zone: string,
): Sql {
  if (isEmpty(span, zone)) return no;
  const [begins, ends] = [
    { column: from, type: fromType },
    { column: until, type: untilType },
  ];
  const starts = span.from ?? span.since;
  const stillOn = any([sql`${until} is null`, fromStart(ends, span, zone, true), fromStart(begins, span, zone)]);
  return all([beforeEnd(begins, span, zone), ...(starts ? [stillOn] : [])]);
}

/** Intervals open at the end of a day. */
export const openAt = (
  from: Sql,
  fromType: TimeType,
  until: Sql,
  untilType: TimeType,
  asOf: Day,
  zone: string,
): Sql => {
  const end = addDays(asOf, 1);
  return all([
    sql`${from} < ${startOfDay(fromType, end, zone)}`,
    sql`(${until} is null or ${until} >= ${startOfDay(untilType, end, zone)})`,
  ]);
};
