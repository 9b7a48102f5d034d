import type { Population } from './question.js';
import type { Day, Grain } from './time.js';
import type { FactRows } from './where.js';

/** Which rows are purchases, what each is worth and in which periods they are told apart. */
export interface Purchasing {
  readonly purchases: FactRows;
  /** A number column; without it there is no monetary value. */
  readonly value?: string;
  readonly grain: Grain;
}

/** Each from 1 (worst) to `highestScore`. */
export const rfmScores = ['recency', 'frequency', 'monetary'] as const;
export type RfmScore = (typeof rfmScores)[number];
export const highestScore = 5;

/** Groups by the scores of recency and frequency; each pair of scores is in exactly one. */
export const rfmGroups = {
  CHAMPIONS: { recency: [5], frequency: [4, 5] },
  LOYAL: { recency: [3, 4], frequency: [4, 5] },
  POTENTIAL_LOYALISTS: { recency: [4, 5], frequency: [2, 3] },
  NEW: { recency: [5], frequency: [1] },
  PROMISING: { recency: [4], frequency: [1] },
  NEED_ATTENTION: { recency: [3], frequency: [3] },
  ABOUT_TO_SLEEP: { recency: [3], frequency: [1, 2] },
  CANNOT_LOSE: { recency: [1, 2], frequency: [5] },
  AT_RISK: { recency: [1, 2], frequency: [3, 4] },
  HIBERNATING: { recency: [1, 2], frequency: [1, 2] },
} as const;
export type RfmGroup = keyof typeof rfmGroups;
export const rfmGroupNames = Object.keys(rfmGroups) as readonly RfmGroup[];

export const inGroup = (group: RfmGroup, recency: number, frequency: number): boolean => {
  const { recency: r, frequency: f }: { recency: readonly number[]; frequency: readonly number[] } = rfmGroups[group];
  return r.includes(recency) && f.includes(frequency);
};

/** Members of a population that bought something up to a day. */
export interface RfmQuestion extends Purchasing {
  readonly population: Population;
  readonly asOf: Day;
  /** The day after the last of the days behind `asOf` that are held out, to see what became of them. */
  readonly holdoutUntil?: Day;
}

/** A page of them by key; `after` is the key of the last one seen. */
export interface RfmPage {
  readonly groups: readonly RfmGroup[];
  readonly first: number;
  readonly after?: readonly string[];
}
