import type { Population } from './question.js';
import type { Grain, Period } from './time.js';

/**
 * How a value moved: from nothing for the first time, up, from nothing again, down, to nothing. What moved is told without a sign: up for
 * the first three, down for the others.
 */
export const moveKinds = ['NEW', 'EXPANSION', 'REACTIVATION', 'CONTRACTION', 'CHURN'] as const;
export type MoveKind = (typeof moveKinds)[number];

/** Movements netted for each member over each day, or over the whole period at once. */
export const nettings = ['DAY', 'PERIOD'] as const;
export type Netting = (typeof nettings)[number];

/** How a value of the members of a segment leads from each period's start to its end. */
export interface BridgeQuestion {
  readonly population: Population;
  /** A number attribute of the members. */
  readonly attribute: string;
  readonly netting: Netting;
  readonly grain: Grain;
  readonly periods: readonly Period[];
}
