import type { Bounded, Periods } from './grid.js';
import type { Population } from './question.js';
import type { Day, Period } from './time.js';
import type { FactRows, Test } from './where.js';

/** What is asked of the activity of members as of a day, after which nothing is known. */
export interface ActivityQuestion {
  readonly population: Population;
  readonly activity: FactRows;
  readonly asOf: Day;
  readonly by: readonly string[];
}

/** New, returning, resurrecting and dormant members in each period. */
export interface LifecycleQuestion extends ActivityQuestion {
  readonly periods: Periods;
}

/** How many members were active in how many periods of a stretch. */
export interface StickinessQuestion extends ActivityQuestion {
  readonly periods: Periods;
  readonly stretch: Bounded;
  /** How many rows a period needs to count, beside that it has any. */
  readonly rows: readonly Test[];
}

/** Members active in the days that end with each day of a period, by the number of those days. */
export interface EngagementQuestion extends Omit<ActivityQuestion, 'by'> {
  readonly period: Period;
  readonly lengths: readonly number[];
}
