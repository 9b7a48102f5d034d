import type { Period } from '../query/time.js';
import { addDays, daysBetween, minus } from '../query/time.js';

export const comparisons = ['PREVIOUS_PERIOD', 'PREVIOUS_YEAR'] as const;
export type Comparison = (typeof comparisons)[number];

const firstOfMonth = (day: string): boolean => day.endsWith('-01');
const monthsBetween = (p: Period): number =>
  (Number(p.until.slice(0, 4)) - Number(p.from.slice(0, 4))) * 12 +
  Number(p.until.slice(5, 7)) -
  Number(p.from.slice(5, 7));

/** The period before: whole months move by months, anything else by its number of days. */
function previousPeriod(period: Period): Period {
  if (firstOfMonth(period.from) && firstOfMonth(period.until)) {
    return { from: minus(period.from, { months: monthsBetween(period) }), until: period.from };
  }
  return { from: addDays(period.from, -daysBetween(period.from, period.until)), until: period.from };
}

const shifts: Record<Comparison, (period: Period) => Period> = {
  PREVIOUS_PERIOD: previousPeriod,
  PREVIOUS_YEAR: (p) => ({ from: minus(p.from, { years: 1 }), until: minus(p.until, { years: 1 }) }),
};
export const comparedPeriod = (period: Period, comparison: Comparison): Period => shifts[comparison](period);
