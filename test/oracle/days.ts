import { Temporal } from 'temporal-polyfill';

/** `YYYY-MM-DD`. */
export type Day = string;
export type Duration = Readonly<Partial<Record<'days' | 'weeks' | 'months' | 'quarters' | 'years', number>>>;
export type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';
/** Days from `from` up to but not including `until`; an end left out is open. */
export interface Span {
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
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

export const inSpan = (day: Day, { from, until }: Span): boolean =>
  (from === undefined || day >= from) && (until === undefined || day < until);

const localDays = new Map<string, Day>();
/** The day of a time: an instant (`…Z`) in the zone; wall-clock times and days carry it themselves. */
export function dayOf(time: string, zone: string): Day {
  if (!time.endsWith('Z')) return time.slice(0, 10);
  const key = `${time} ${zone}`;
  const known = localDays.get(key) ?? Temporal.Instant.from(time).toZonedDateTimeISO(zone).toPlainDate().toString();
  localDays.set(key, known);
  return known;
}

/** Whether a time is the very beginning of its day. */
export function beginsDay(time: string, zone: string): boolean {
  if (!time.endsWith('Z')) return time.length === 10 || time.endsWith('T00:00:00');
  const local = Temporal.Instant.from(time).toZonedDateTimeISO(zone);
  return local.equals(local.startOfDay());
}
