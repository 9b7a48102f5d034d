import type { Catalog, TimeType } from '../catalog/model.js';
import type { Day } from '../query/time.js';
import { addDays, calendarPeriod, minus, trailing, upcoming } from '../query/time.js';
import type { Window } from '../query/where.js';
import { startOfDay } from './dialect.js';
import type { Sql } from './sql.js';
import { all, no, sql } from './sql.js';

/** Days `[from, until)`; an end that is missing is open. */
export interface Span {
  readonly from?: Day;
  readonly until?: Day;
}

type Resolve = {
  readonly [K in Window['kind']]: (window: Extract<Window, { kind: K }>, asOf: Day, catalog: Catalog) => Span;
};

const resolvers: Resolve = {
  last: (w, asOf) => trailing(w.ago ? minus(asOf, w.ago) : asOf, w.duration),
  next: (w, asOf) => upcoming(asOf, w.duration),
  range: (w) => ({ ...(w.from && { from: w.from }), ...(w.until && { until: w.until }) }),
  calendar: (w, asOf, catalog) => calendarPeriod(w.unit, asOf, w.offset, catalog.workspace.weekStart),
};

export const spanOf = (window: Window, asOf: Day, catalog: Catalog): Span =>
  (resolvers[window.kind] as (w: Window, asOf: Day, catalog: Catalog) => Span)(window, asOf, catalog);

/** Nothing after the day asked about is known. */
export function knownSpan(span: Span, asOf: Day): Span {
  const end = addDays(asOf, 1);
  return { ...span, until: span.until && span.until < end ? span.until : end };
}

export const within = (time: Sql, type: TimeType, span: Span, zone: string): Sql =>
  all([
    ...(span.from ? [sql`${time} >= ${startOfDay(type, span.from, zone)}`] : []),
    ...(span.until ? [sql`${time} < ${startOfDay(type, span.until, zone)}`] : []),
  ]);

const isEmpty = ({ from, until }: Span): boolean => from !== undefined && until !== undefined && from >= until;

/** Intervals `[from, until)` that begin in the span or share a moment with it; a null end is still running. */
export const overlaps = (
  from: Sql,
  fromType: TimeType,
  until: Sql,
  untilType: TimeType,
  span: Span,
  zone: string,
): Sql =>
  isEmpty(span)
    ? no
    : all([
        ...(span.until ? [sql`${from} < ${startOfDay(fromType, span.until, zone)}`] : []),
        ...(span.from
          ? [
              sql`(${until} is null or ${until} > ${startOfDay(untilType, span.from, zone)} or ${from} >= ${startOfDay(fromType, span.from, zone)})`,
            ]
          : []),
      ]);

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
