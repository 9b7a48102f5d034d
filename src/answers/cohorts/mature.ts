import type { CohortsQuestion } from '../../query/cohorts.js';
import type { Day, Period } from '../../query/time.js';
import { addDays, oneGrain, plus, times } from '../../query/time.js';

/** The stretch of an age counted from the first day of a cohort. */
export function ageOf({ unit }: CohortsQuestion, cohort: Period, age: number): Period {
  const on = (units: number): Day => plus(cohort.from, times(oneGrain(unit), units));
  return { from: on(age), until: on(age + 1) };
}

/** The day after the last that is known. */
export const knownUntil = (q: CohortsQuestion, dataAsOf: Day): Day => addDays(q.asOf < dataAsOf ? q.asOf : dataAsOf, 1);

/** Whether an age has elapsed for everyone a cohort can have: for the last who can have started, on their own clock. */
export function isMature(q: CohortsQuestion, cohort: Period, age: number, until: Day): boolean {
  if (cohort.until > until) return false;
  const last = q.clock === 'MEMBER' ? { from: addDays(cohort.until, -1), until: cohort.until } : cohort;
  return ageOf(q, last, age).until <= until;
}
