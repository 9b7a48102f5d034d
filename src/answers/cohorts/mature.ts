import type { CohortsQuestion } from '../../query/cohorts.js';
import type { Day, Period } from '../../query/time.js';
import { addDays, oneGrain, plus, times } from '../../query/time.js';

/** The stretches of all ages counted from the first day of a cohort. */
export function agesOf({ unit, ages }: CohortsQuestion, cohort: Period): readonly Period[] {
  const starts = Array.from({ length: ages + 1 }, (_, age) => plus(cohort.from, times(oneGrain(unit), age)));
  return starts.slice(1).map((until, age) => ({ from: starts[age] ?? until, until }));
}

/** The day after the last that is known. */
export const knownUntil = (q: CohortsQuestion, dataAsOf: Day): Day => addDays(q.asOf < dataAsOf ? q.asOf : dataAsOf, 1);

/** The ages that have elapsed for everyone a cohort can have: for the last who can have started, on their own clock. */
export function matureAges(q: CohortsQuestion, cohort: Period, until: Day): readonly Period[] {
  if (cohort.until > until) return [];
  const last = q.clock === 'MEMBER' ? { from: addDays(cohort.until, -1), until: cohort.until } : cohort;
  return agesOf(q, last).filter((age) => age.until <= until);
}
