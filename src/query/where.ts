import type { BasketTest } from './affinity.js';
import type { MoveKind, Netting } from './bridge.js';
import type { FunnelTest } from './funnel.js';
import type { ActivityGrain, Moment } from './grid.js';
import type { After, Returning } from './retention.js';
import type { Purchasing, RfmGroup, RfmScore } from './rfm.js';
import type { Day, Duration, Grain } from './time.js';

/** What a where talks about: customers, or the users who work at them. */
export type EntityName = 'customer' | 'user';
export type Scalar = string | number | boolean;

/** One operator on one value; a test of several operators is their conjunction. */
export type Test =
  | { readonly op: 'eq' | 'ne'; readonly value: Scalar; readonly ignoreCase?: boolean }
  | { readonly op: 'in' | 'notIn'; readonly values: readonly Scalar[]; readonly ignoreCase?: boolean }
  | { readonly op: 'contains' | 'startsWith' | 'endsWith'; readonly value: string; readonly ignoreCase?: boolean }
  | { readonly op: 'gt' | 'gte' | 'lt' | 'lte'; readonly value: number }
  | { readonly op: 'between'; readonly min?: number; readonly max?: number }
  | { readonly op: 'isNull'; readonly value: boolean }
  | { readonly op: 'on' | 'before' | 'after'; readonly day: Day }
  | { readonly op: 'days'; readonly window: Window }
  | { readonly op: 'has'; readonly value: Scalar }
  | { readonly op: 'hasAny' | 'hasAll'; readonly values: readonly Scalar[] }
  | { readonly op: 'isEmpty'; readonly value: boolean };

/** A stretch of whole days, seen from the day the question is asked about. */
export type Window =
  | { readonly kind: 'last'; readonly duration: Duration; readonly ago?: Duration }
  | { readonly kind: 'next'; readonly duration: Duration }
  | { readonly kind: 'range'; readonly from?: Day; readonly until?: Day }
  | { readonly kind: 'calendar'; readonly unit: Grain; readonly offset: number }
  /** Between two moments; an end left out is open. */
  | { readonly kind: 'moments'; readonly from?: Moment; readonly until?: Moment };

/** How an attribute moved over a duration: percent of the earlier value, or the plain difference. */
export interface ChangeTest {
  readonly over: Duration;
  readonly as: 'percent' | 'absolute';
  readonly tests: readonly Test[];
}

export type Measure =
  | { readonly of: 'count' | 'users'; readonly tests: readonly Test[] }
  | { readonly of: 'sum' | 'avg' | 'min' | 'max'; readonly column: string; readonly tests: readonly Test[] }
  | { readonly of: 'first' | 'last'; readonly tests: readonly Test[] }
  | Activity;

/** How many periods have enough rows in them; periods of several units are counted back from the window's end. */
export interface Activity {
  readonly of: 'periods';
  readonly unit: ActivityGrain;
  readonly every: number;
  /** How many rows make a period count, beside that there is one. */
  readonly rows: readonly Test[];
  readonly tests: readonly Test[];
}

/** A condition on the rows of one fact. */
export type RowWhere =
  | { readonly kind: 'and' | 'or'; readonly items: readonly RowWhere[] }
  | { readonly kind: 'not'; readonly item: RowWhere }
  | { readonly kind: 'column'; readonly name: string; readonly tests: readonly Test[] };

/** Rows of a fact: which, and in which window. Without a window: all up to the day, or open on it (interval facts). */
export interface FactRows {
  readonly fact: string;
  readonly where: RowWhere;
  readonly during?: Window;
}

export type Where =
  | { readonly kind: 'and' | 'or'; readonly items: readonly Where[] }
  | { readonly kind: 'not'; readonly item: Where }
  | { readonly kind: 'attribute'; readonly name: string; readonly tests: readonly Test[] }
  | { readonly kind: 'change'; readonly name: string; readonly change: ChangeTest }
  /** `latest` is what the latest of the rows is like; without rows it is like nothing. */
  | {
      readonly kind: 'fact';
      readonly rows: FactRows;
      readonly measures: readonly Measure[];
      readonly latest?: RowWhere;
    }
  /** Entered in a window and, unless `after` is left out, came back. */
  | { readonly kind: 'retained'; readonly returning: Returning; readonly during: Window; readonly after?: After }
  /** Entered a funnel, with how far it went. */
  | ({ readonly kind: 'funnel' } & FunnelTest)
  | { readonly kind: 'users'; readonly quantifier: 'some' | 'every' | 'none'; readonly where: Where }
  | { readonly kind: 'userCount'; readonly where: Where; readonly tests: readonly Test[] }
  | { readonly kind: 'customer'; readonly where: Where }
  /** The where as it was on another day, `ago` or a given one (never after the day asked about). */
  | { readonly kind: 'asOf'; readonly day?: Day; readonly ago?: Duration; readonly where: Where }
  | { readonly kind: 'segment'; readonly id: string; readonly name: string; readonly where: Where }
  /** What became of membership in a window that has a beginning. */
  | { readonly kind: 'membership'; readonly how: MembershipTest; readonly during: Window; readonly where: Where }
  /** A number attribute moved in one of these ways in a window that has a beginning. */
  | {
      readonly kind: 'valueMoved';
      readonly attribute: string;
      readonly kinds: readonly MoveKind[];
      readonly netting: Netting;
      readonly during: Window;
    }
  | { readonly kind: 'rank'; readonly by: string; readonly test: RankTest }
  /** Has bought, with such scores among everyone who has and in one of the groups. */
  | {
      readonly kind: 'rfm';
      readonly of: Purchasing;
      readonly tests: Readonly<Partial<Record<RfmScore, readonly Test[]>>>;
      readonly groups?: readonly RfmGroup[];
    }
  /** Had all of some items in one basket. */
  | { readonly kind: 'basket'; readonly of: BasketTest }
  | { readonly kind: 'bucket'; readonly of: number; readonly in: readonly number[]; readonly salt: string }
  | { readonly kind: 'ids'; readonly ids: readonly string[] };

/**
 * Both ends of a window compared (`entered`, `left`), or its sampled days looked at: TRUE on one of them (`ever`) or on all
 * (`throughout`).
 */
export type MembershipTest = 'entered' | 'left' | 'ever' | 'throughout';

export type RankTest =
  | { readonly kind: 'top' | 'bottom'; readonly n: number }
  | { readonly kind: 'percentile'; readonly tests: readonly Test[] };

export const everyone: Where = { kind: 'and', items: [] };
export const nobody: Where = { kind: 'or', items: [] };
export const noTestMeans: readonly Measure[] = [{ of: 'count', tests: [{ op: 'gte', value: 1 }] }];
