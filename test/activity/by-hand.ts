import { Temporal } from 'temporal-polyfill';
import { owns } from '../oracle/attributes.js';
import { shift, type Day } from '../oracle/days.js';
import { membersOf } from '../oracle/evaluate.js';
import { nameOf } from '../oracle/agree.js';
import { rowsOf } from '../oracle/rows.js';
import type { EntityName, Json, Row, World } from '../oracle/world.js';

/** Activity over time worked out one member and one period after the other: no SQL, no arithmetic on period numbers. */
export type Grain = 'HOUR' | 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';
/** `{events: {}}` or `{events: {name: {eq: …}}}`. */
export type RowsInput = Readonly<Record<string, { readonly name?: { readonly eq: string } }>>;

/** Microseconds are not in the data: milliseconds do. */
export const instant = (time: string, zone: string): number =>
  time.endsWith('Z')
    ? Temporal.Instant.from(time).epochMilliseconds
    : Temporal.PlainDateTime.from(time).toZonedDateTime(zone).epochMilliseconds;
export const startOfDay = (day: Day, zone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;

const into: Readonly<Record<Exclude<Grain, 'HOUR'>, (d: Temporal.PlainDate, weekStart: string) => Temporal.PlainDate>> =
  {
    DAY: (d) => d,
    WEEK: (d, weekStart) => d.subtract({ days: weekStart === 'sunday' ? d.dayOfWeek % 7 : d.dayOfWeek - 1 }),
    MONTH: (d) => d.with({ day: 1 }),
    QUARTER: (d) => d.with({ day: 1, month: 1 + 3 * Math.floor((d.month - 1) / 3) }),
    YEAR: (d) => d.with({ day: 1, month: 1 }),
  };
const one = { DAY: { days: 1 }, WEEK: { weeks: 1 }, MONTH: { months: 1 }, QUARTER: { months: 3 }, YEAR: { years: 1 } };

export interface Stretch {
  readonly period?: { readonly from: Day; readonly until: Day };
  readonly moments?: { readonly from: string; readonly until: string };
}

/** Where the periods of a grain begin, around a stretch: `at(0)` is that of the first one it touches. */
export function boundaries(grain: Grain, stretch: Stretch, world: World): (k: number) => number {
  const { zone, weekStart } = world;
  const begins = stretch.moments?.from ?? stretch.period?.from ?? '';
  if (grain === 'HOUR') {
    const first = stretch.moments ? instant(begins, zone) : startOfDay(begins, zone);
    return (k) => first + k * 3_600_000;
  }
  const first = into[grain](Temporal.PlainDate.from(begins), weekStart);
  const step = Temporal.Duration.from(one[grain]);
  const known = new Map<number, number>();
  const begin = (k: number): number => {
    const by = { days: step.days * k, weeks: step.weeks * k, months: step.months * k, years: step.years * k };
    return first.add(by).toZonedDateTime(zone).epochMilliseconds;
  };
  return (k) => {
    const moment = known.get(k) ?? begin(k);
    known.set(k, moment);
    return moment;
  };
}

/** How many periods a stretch touches. */
export function countOf(at: (k: number) => number, stretch: Stretch, zone: string): number {
  const end = stretch.moments ? instant(stretch.moments.until, zone) : startOfDay(stretch.period?.until ?? '', zone);
  let k = 0;
  while (at(k) < end) k += 1;
  return k;
}

/** The number of the period that a moment lies in. */
export function periodAt(at: (k: number) => number, moment: number): number {
  let k = 0;
  while (at(k) > moment) k -= 1;
  while (at(k + 1) <= moment) k += 1;
  return k;
}

export interface Member {
  readonly name: string;
  readonly row: Row;
}
export const membersAsOf = (world: World, entity: EntityName, where: Json, asOf: Day): readonly Member[] =>
  membersOf(world, entity, where, asOf).map((row) => ({ row, name: nameOf(entity, row) }));

/** When a member had such rows, as known at the end of a day. */
export function timesOf(
  world: World,
  entity: EntityName,
  member: Member,
  rows: RowsInput,
  asOf: Day,
): readonly number[] {
  const [entry] = Object.entries(rows);
  if (!entry) throw new Error('rows name one fact');
  const [table, where] = entry;
  const column = table === 'tickets' ? 'opened_at' : 'occurred_at';
  return rowsOf(world, table, { rows: 'placed', span: { until: shift(asOf, 1) } }, asOf)
    .filter(owns(world, entity, member.row, table))
    .filter((row) => where.name === undefined || row['name'] === where.name.eq)
    .map((row) => instant(row[column] as string, world.zone));
}
