import type { Day, Grain, Period, WeekStart } from './time.js';
import { addDays, daysBetween, grains, periodsOf } from './time.js';

/** Most steps between the days of a period that are looked at. */
const mostSteps = 92;
const shortestUnit: Readonly<Record<Grain, number>> = { DAY: 1, WEEK: 7, MONTH: 30, QUARTER: 91, YEAR: 365 };

/** Days, weeks, months, quarters or years: the shortest of which a period has at most 92 (of 7, 30, 91 or 365 days). */
export const samplingGrain = (period: Period): Grain =>
  grains.find((grain) => daysBetween(period.from, period.until) <= mostSteps * shortestUnit[grain]) ?? 'YEAR';

/**
 * The days of a period that are looked at where every one would be too many: each day of up to 92 days; of a longer period its
 * first day and the last day of each calendar week, month, quarter or year it touches, cut to it.
 */
export function sampledDays(period: Period, weekStart: WeekStart): readonly Day[] {
  if (period.from >= period.until) return [];
  const ends = periodsOf(samplingGrain(period), period, weekStart).map(({ until }) => addDays(until, -1));
  return [...new Set([period.from, ...ends])];
}
