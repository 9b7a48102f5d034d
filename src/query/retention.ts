import type { ActivityGrain, Moment, Periods } from './grid.js';
import type { Population } from './question.js';
import type { Day } from './time.js';
import type { FactRows } from './where.js';

/** Which entries make a member of a cohort: the first ever, the first in the range, or any of each period. */
export const retentionCohorts = ['FIRST_TIME', 'FIRST_IN_PERIOD', 'RECURRING'] as const;
export type RetentionCohorts = (typeof retentionCohorts)[number];

/** Periods of the calendar, or counted in hours from each member's own entry. */
export const retentionWindows = ['CALENDAR', 'ROLLING_24H'] as const;
export type RetentionWindows = (typeof retentionWindows)[number];

export const retentionReaches = ['ON', 'ON_OR_AFTER'] as const;
export type RetentionReach = (typeof retentionReaches)[number];

/** What entering and returning mean. */
export interface Returning {
  readonly entry: FactRows;
  /** Members with such a row before their entry are left out. */
  readonly noneBefore?: FactRows;
  readonly cohorts: RetentionCohorts;
  readonly return: FactRows;
  readonly windows: RetentionWindows;
  readonly grain: ActivityGrain;
  /** Rows that a period needs to count as one of return. */
  readonly times: number;
  /** Rows from this moment on do not count. */
  readonly before?: Moment;
}

/** Periods after the entry, `from` up to but not including `until`; without `until` all from there on. */
export interface After {
  readonly from: number;
  readonly until?: number;
}

/** Cohorts by period of entry × periods after it. Members are those as of `asOf`, and nothing after it is known. */
export interface RetentionQuestion extends Returning {
  readonly population: Population;
  readonly periods: Periods;
  readonly columns: readonly After[];
  readonly asOf: Day;
  readonly by: readonly string[];
}

/** Hours of a period that is counted from the entry; a month is 30 days, as others count it too. */
export const rollingHours: Readonly<Partial<Record<ActivityGrain, number>>> = {
  HOUR: 1,
  DAY: 24,
  WEEK: 168,
  MONTH: 720,
};
