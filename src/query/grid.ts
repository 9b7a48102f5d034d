import { Temporal } from 'temporal-polyfill';
import type { Day, Duration, WeekStart } from './time.js';
import { addDays, daysBetween, grains, minus, oneGrain, plus, startInstant, startOf, times } from './time.js';

/** An instant as ISO text in UTC. */
export type Moment = string;

export const activityGrains = ['HOUR', ...grains] as const;
/** What activity is counted by: hours of 60 minutes, or units of the calendar. */
export type ActivityGrain = (typeof activityGrains)[number];

/** Where a period begins: a day, or for hours a moment. */
export type Edge = string;

/** A half-open stretch of whole days, or between two moments; an end left out is open. */
export type Stretch =
  | { readonly kind: 'range'; readonly from?: Day; readonly until?: Day }
  | { readonly kind: 'moments'; readonly from?: Moment; readonly until?: Moment };

/** A stretch with both ends. */
export type Bounded = Stretch & { readonly from: string; readonly until: string };

/** Periods of equal length in calendar units, numbered: period k begins k · `every` units after the anchor. */
export interface Grid {
  readonly grain: ActivityGrain;
  readonly every: number;
  /** A day that begins a unit; for hours a moment. */
  readonly anchor: Edge;
}

/** A grid and the periods of it that are asked about: from `first` up to but not including `first + count`. */
export interface Periods {
  readonly grid: Grid;
  readonly first: number;
  readonly count: number;
}

interface Calendar {
  readonly timeZone: string;
  readonly weekStart: WeekStart;
}

const moved = (day: Day, by: Duration, k: number): Day => (k < 0 ? minus(day, times(by, -k)) : plus(day, times(by, k)));

/** Where period k begins: a day, for hours a moment. */
export function edge({ grain, every, anchor }: Grid, k: number): Edge {
  if (grain !== 'HOUR') return moved(anchor, oneGrain(grain), k * every);
  return Temporal.Instant.from(anchor)
    .add({ hours: k * every })
    .toString();
}

/** From the beginning of one period to the beginning of another. */
export const stretchOf = (grid: Grid, from: number, until: number): Bounded => ({
  kind: grid.grain === 'HOUR' ? 'moments' : 'range',
  from: edge(grid, from),
  until: edge(grid, until),
});

const isDay = (at: Edge): boolean => at.length === 10;

/** The instant that a day or a moment begins at. */
export const instantOf = (at: Edge, timeZone: string): Moment => (isDay(at) ? startInstant(at, timeZone) : at);

const localDay = (at: Temporal.Instant, timeZone: string): Day =>
  at.toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** The day that a moment lies in. */
export const dayOf = (at: Edge, timeZone: string): Day =>
  isDay(at) ? at : localDay(Temporal.Instant.from(at), timeZone);

/** The last day that has a part before a day or a moment. */
export const lastDay = (end: Edge, timeZone: string): Day =>
  isDay(end) ? addDays(end, -1) : localDay(Temporal.Instant.from(end).subtract({ nanoseconds: 1 }), timeZone);

/** Microseconds since 1970 at which a day or a moment begins. */
export const microseconds = (at: Edge, timeZone: string): number =>
  Number(Temporal.Instant.from(instantOf(at, timeZone)).epochNanoseconds / 1_000n);

const hour = 3_600_000_000;
/** Days, or months, in a unit. */
const dayUnits: Readonly<Partial<Record<ActivityGrain, number>>> = { DAY: 1, WEEK: 7 };
const monthUnits: Readonly<Partial<Record<ActivityGrain, number>>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** Months since the year 0. */
export const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** How long a unit is: in hours, days or months. */
export function unitLength(grain: ActivityGrain): {
  readonly of: 'hours' | 'days' | 'months';
  readonly length: number;
} {
  const [days, months] = [dayUnits[grain], monthUnits[grain]];
  if (days !== undefined) return { of: 'days', length: days };
  return months === undefined ? { of: 'hours', length: 1 } : { of: 'months', length: months };
}

/** Units that a stretch touches, and where the first begins. */
function touched(grain: ActivityGrain, { from, until }: Bounded, calendar: Calendar): { start: string; units: number } {
  const { of, length } = unitLength(grain);
  if (grain === 'HOUR') {
    const lasts = microseconds(until, calendar.timeZone) - microseconds(from, calendar.timeZone);
    return { start: instantOf(from, calendar.timeZone), units: Math.ceil(lasts / hour) };
  }
  const start = startOf(grain, dayOf(from, calendar.timeZone), calendar.weekStart);
  const last = lastDay(until, calendar.timeZone);
  const lasts = of === 'days' ? daysBetween(start, last) + 1 : monthNumber(last) - monthNumber(start) + 1;
  return { start, units: Math.ceil(lasts / length) };
}

/** The whole units that a stretch touches, numbered from 0. */
export function periodsFrom(grain: ActivityGrain, stretch: Bounded, calendar: Calendar): Periods {
  const { start, units } = touched(grain, stretch, calendar);
  return { grid: { grain, every: 1, anchor: start }, first: 0, count: units };
}

/** Periods of so many units counted back from the unit that ends with, or holds the last day before, an end: number −1. */
export function gridBack(grain: ActivityGrain, every: number, end: Edge, calendar: Calendar): Grid {
  if (grain === 'HOUR') return { grain, every, anchor: instantOf(end, calendar.timeZone) };
  const last = startOf(grain, lastDay(end, calendar.timeZone), calendar.weekStart);
  return { grain, every, anchor: plus(last, oneGrain(grain)) };
}

/** The periods of so many units that a stretch touches, counted back from its end; the first may be shorter. */
export function periodsBack(grain: ActivityGrain, every: number, stretch: Bounded, calendar: Calendar): Periods {
  const count = Math.ceil(touched(grain, stretch, calendar).units / every);
  return { grid: gridBack(grain, every, stretch.until, calendar), first: -count, count };
}
