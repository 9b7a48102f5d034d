import type { Population } from './question.js';
import type { Day, Grain, Period } from './time.js';
import type { Where } from './where.js';

/** Who was in a segment at the start and the end of each period, and what they were worth by a metric. */
export interface MovementQuestion {
  readonly population: Population;
  readonly grain: Grain;
  readonly periods: readonly Period[];
  readonly value?: string;
}

/** What people are told apart by on a day: an attribute, or the first of some wheres that holds. */
export type Stages =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'segments'; readonly wheres: readonly Where[]; readonly ids: readonly string[] };

/** Where the members of two days were on the first and where they are on the second. */
export interface TransitionsQuestion {
  readonly population: Population;
  /** As of the ends of these days. */
  readonly from: Day;
  readonly to: Day;
  readonly stages: Stages;
  readonly value?: string;
  /** Most cells to return, largest first. */
  readonly limit: number;
}

/** How long stays in each stage last: rows of an interval fact by one of its columns. */
export interface StaysQuestion {
  readonly population: Population;
  /** By its plural. */
  readonly fact: string;
  readonly column: string;
  readonly period: Period;
}
