import type { Bounded, Periods } from './grid.js';
import type { Population } from './question.js';
import type { Day, Duration } from './time.js';
import type { FactRows, Test, Where, Window } from './where.js';

/** One after the other, one directly after the other, or in whatever order. */
export const funnelOrders = ['ORDERED', 'STRICT', 'ANY'] as const;
export type FunnelOrder = (typeof funnelOrders)[number];

/** What became of someone who entered: did all steps, may still, no longer can, or did something that was excluded. */
export const funnelOutcomes = ['CONVERTED', 'PENDING', 'LOST', 'EXCLUDED'] as const;
export type FunnelOutcome = (typeof funnelOutcomes)[number];

export const fewestSteps = 2;
export const mostSteps = 20;
export const mostExclusions = 10;

/** Rows of one fact, placed by one of its times, perhaps only of some people. */
export interface FunnelRows {
  readonly rows: FactRows;
  /** Another time column of the fact than its own. */
  readonly time?: string;
  readonly user?: Where;
  readonly customer?: Where;
}

export interface FunnelStep extends FunnelRows {
  readonly label?: string;
  /** How long after the step before it at most. */
  readonly within?: Duration;
  /** The row is also the first ever of these. */
  readonly firstOf?: FactRows;
}

/** Rows that spoil an attempt when they come between two of its steps, which are numbered from 1. */
export interface FunnelExclusion extends FunnelRows {
  readonly after: number;
  readonly before: number;
}

/** Steps to be done within a window that begins with the first of them. */
export interface FunnelDefinition {
  readonly steps: readonly FunnelStep[];
  readonly order: FunnelOrder;
  readonly window: Duration;
  readonly exclusions: readonly FunnelExclusion[];
}

/** How far someone got who entered in a window: steps reached (0 for those who did not enter), and what became of them. */
export interface FunnelTest {
  readonly funnel: FunnelDefinition;
  /** When the first step was done; left out, at any time. */
  readonly during?: Window;
  readonly reached: readonly Test[];
  readonly outcomes?: readonly FunnelOutcome[];
}

/** How far the members as of a day got who entered in a stretch. */
export interface FunnelQuestion {
  readonly population: Population;
  readonly funnel: FunnelDefinition;
  readonly entry: Bounded;
  readonly asOf: Day;
  readonly by: readonly string[];
  /** Most groups. */
  readonly limit: number;
}

/** Attempts by the period they began in, and the two steps they are counted at, numbered from 1. */
export interface FunnelTrendQuestion {
  readonly periods: Periods;
  readonly fromStep: number;
  readonly toStep: number;
}

/** A page of those who entered; `after` holds the keys of the last one seen. */
export interface FunnelJourneysQuestion {
  readonly first: number;
  readonly after?: readonly string[];
  readonly reached: readonly Test[];
  readonly outcomes?: readonly FunnelOutcome[];
}
