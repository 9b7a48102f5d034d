import type { Population } from './question.js';
import type { Day } from './time.js';
import type { FactRows, Scalar } from './where.js';

/** Rows with items in them; `basket` names the column whose values put rows together, without it a member's rows are together. */
export interface Baskets {
  readonly rows: FactRows;
  readonly item: string;
  readonly basket?: string;
}

/** All of these items in one basket. */
export interface BasketTest extends Baskets {
  readonly basket: string;
  readonly has: readonly Scalar[];
}

/** What is bought together by a population. A pair needs so many members who had both in one basket. */
export interface AffinityQuestion extends Baskets {
  readonly population: Population;
  readonly asOf: Day;
  readonly minJoint: number;
}

export const affinityOrders = ['LIFT', 'CONFIDENCE', 'SUPPORT'] as const;
export type AffinityOrder = (typeof affinityOrders)[number];
