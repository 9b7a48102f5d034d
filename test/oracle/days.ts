import { Temporal } from 'temporal-polyfill';

/** `YYYY-MM-DD`. */
export type Day = string;
export type Duration = Readonly<Partial<Record<'days' | 'weeks' | 'months' | 'quarters' | 'years', number>>>;
export type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';
/** Days from `from` up to but not including `until`, or moments from `since` up to `before`; an end left out is open. */
export interface Span {
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
  readonly since?: string | undefined;
  readonly before?: string | undefined;
}

const plain = (day: Day): Temporal.PlainDate => Temporal.PlainDate.from(day);
const units = ({ days = 0, weeks = 0, months = 0, quarters = 0, years = 0 }: Duration) => ({
  years,
  months: months + 3 * quarters,
  weeks,
  days,
});
export const shift = (day: Day, days: number): Day => plain(day).add({ days }).toString();
export const back = (day: Day, duration: Duration): Day => plain(day).subtract(units(duration)).toString();
export const forth = (day: Day, duration: Duration): Day => plain(day).add(units(duration)).toString();
export const daysFromTo = (from: Day, until: Day): number => plain(from).until(plain(until)).days;

/** So long up to the end of a day. */
export const upTo = (day: Day, duration: Duration): Span => ({
  from: back(shift(day, 1), duration),
  until: shift(day, 1),
});

/** The calendar unit that holds a day, so many units on. */
export function calendar(unit: Unit, offset: number, day: Day, weekStart: string): Span {
  const date = plain(day);
  const intoWeek = weekStart === 'sunday' ? date.dayOfWeek % 7 : date.dayOfWeek - 1;
  const begin = {
    DAY: date,
    WEEK: date.subtract({ days: intoWeek }),
    MONTH: date.with({ day: 1 }),
    QUARTER: date.with({ day: 1, month: 1 + 3 * Math.floor((date.month - 1) / 3) }),
    YEAR: date.with({ day: 1, month: 1 }),
  }[unit];
  const one = { DAY: { days: 1 }, WEEK: { days: 7 }, MONTH: { months: 1 }, QUARTER: { months: 3 }, YEAR: { years: 1 } };
  const step = Temporal.Duration.from(one[unit]);
  const times = (n: number) =>
    Temporal.Duration.from({ days: step.days * n, months: step.months * n, years: step.years * n });
  return { from: begin.add(times(offset)).toString(), until: begin.add(times(offset + 1)).toString() };
}

const localDays = new Map<string, Day>();
/** The day of a time: an instant (`…Z`) in the zone; wall-clock times and days carry it themselves. */
export function dayOf(time: string, zone: string): Day {
  if (!time.endsWith('Z')) return time.slice(0, 10);
  const key = `${time} ${zone}`;
  const known = localDays.get(key) ?? Temporal.Instant.from(time).toZonedDateTimeISO(zone).toPlainDate().toString();
  localDays.set(key, known);
  return known;
}

const instants = new Map<string, number>();
/** Milliseconds since 1970 at which a time, or a day, begins. An hour that comes twice is the first, one that does not come the next. */
export function instantOf(time: string, zone: string): number {
  const key = `${time} ${zone}`;
  const known =
    instants.get(key) ??
    (time.endsWith('Z')
      ? Temporal.Instant.from(time)
      : time.length === 10
        ? plain(time).toZonedDateTime(zone)
        : Temporal.PlainDateTime.from(time).toZonedDateTime(zone)
    ).epochMilliseconds;
  instants.set(key, known);
  return known;
}

/** Beginning and end of a span. Wall-clock times and days are compared with days as they are written. */
export const beginsIn = (time: string, span: Span, zone: string): boolean =>
  !isBefore(time, span, zone) && !isAfter(time, span, zone);

/** Whether a time comes before the span. */
export const isBefore = (time: string, { from, since }: Span, zone: string): boolean =>
  (from !== undefined && dayOf(time, zone) < from) ||
  (since !== undefined && instantOf(time, zone) < instantOf(since, zone));

/** Whether a time comes after the span: its end belongs to it no more. */
export const isAfter = (time: string, { until, before }: Span, zone: string): boolean =>
  (until !== undefined && dayOf(time, zone) >= until) ||
  (before !== undefined && instantOf(time, zone) >= instantOf(before, zone));

/** Whether the span is over where it begins. */
export const isEmpty = ({ from, since, until, before }: Span, zone: string): boolean => {
  const at = (ends: readonly (string | undefined)[]) =>
    ends.filter((end) => end !== undefined).map((end) => instantOf(end, zone));
  return Math.max(...at([from, since])) >= Math.min(...at([until, before]));
};

/** Whether a time is the very beginning of the span. */
export function isStart(time: string, { from, since }: Span, zone: string): boolean {
  if (since !== undefined) return instantOf(time, zone) === instantOf(since, zone);
  if (from === undefined || dayOf(time, zone) !== from) return false;
  return time.endsWith('Z')
    ? instantOf(time, zone) === instantOf(from, zone)
    : time.length === 10 || time.endsWith('T00:00:00');
}
