import type { Population, Start } from './question.js';
import type { Day, Grain, Period } from './time.js';

/** What a cell says: the metric, the metric per member of the cohort, or the metric ÷ what it was at age 0. */
export const cohortCells = ['VALUE', 'SHARE_OF_SIZE', 'SHARE_OF_START'] as const;
export type CohortCells = (typeof cohortCells)[number];

/** Ages of the whole cohort, counted from its first day, or of each member, counted from its own. */
export const cohortClocks = ['COHORT', 'MEMBER'] as const;
export type CohortClock = (typeof cohortClocks)[number];

/** A metric of the members as of `asOf`, by the calendar unit their time begins in and by age. */
export interface CohortsQuestion {
  readonly population: Population;
  readonly asOf: Day;
  readonly start: Start;
  /** The rows whose first is the start, as they were written: `{orders: {…}}`. */
  readonly firstJson?: Readonly<Record<string, unknown>>;
  readonly grain: Grain;
  /** Whole calendar units: the cohorts. */
  readonly cohorts: readonly Period[];
  /** Unit of age. */
  readonly unit: Grain;
  /** Ages 0 … ages − 1. */
  readonly ages: number;
  readonly metric: string;
  readonly cells: CohortCells;
  readonly cumulative: boolean;
  readonly clock: CohortClock;
}
