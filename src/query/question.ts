import type { Day, Grain, Period } from './time.js';
import type { EntityName, FactRows, Where } from './where.js';

/** Whom a question is about. `memberDay` fixes membership to one day instead of the period's own ends. */
export interface Population {
  readonly entity: EntityName;
  readonly where: Where;
  readonly memberDay?: Day;
}

/** Where a member's time begins: at a date attribute, or with its first row of a fact. */
export type Start =
  { readonly kind: 'attribute'; readonly name: string } | { readonly kind: 'rows'; readonly rows: FactRows };

/** What members are grouped by: an attribute as of their own day, or something of their past. */
export type Grouping =
  | string
  /** An attribute as it was on a day not after their own; of a timestamp its day. */
  | { readonly kind: 'attribute'; readonly name: string; readonly day: Day }
  /** The number of the first of these wheres that held on a day not after their own; null where none did. */
  | { readonly kind: 'which'; readonly wheres: readonly Where[]; readonly day: Day }
  /** The first day of the calendar unit that their time begins in; null where it has not begun. Others than those of `within` are left out, and so may be the days before a group's own. */
  | { readonly kind: 'start'; readonly start: Start; readonly grain: Grain; readonly within?: Period }
  /** The day that they are members as of, where a question is about many. */
  | { readonly kind: 'day' }
  /** The number of the where that they meet, where a question is about many. */
  | { readonly kind: 'where' };

/** The stretch of each member's own time that is measured, counted in calendar units from its start: from unit `age` on, one. */
export interface OwnTime {
  readonly start: Start;
  readonly unit: Grain;
  readonly age: number;
}

/** Metrics of a population in a period, for the whole of it or by attributes. */
export interface MetricsQuestion {
  readonly population: Population;
  readonly period: Period;
  readonly metrics: readonly string[];
  /** Also count the members at the period's end; every group is told then, also one without any rows of its metrics. */
  readonly size: boolean;
  readonly by: readonly Grouping[];
  /** Measures this stretch of each member's own time instead of the period. Only facts have rows in it. */
  readonly ownTime?: OwnTime;
  /** Most groups to return, largest first; only with `by`. */
  readonly limit?: number;
  /** Measures each of these periods instead, oldest first, overlapping only where their ends alone are looked at; `by` begins with their last days. */
  readonly periods?: readonly Period[];
  /** Measures the populations of each of these wheres instead of the one; `by` begins with their numbers. */
  readonly wheres?: readonly Where[];
}

export interface Order {
  readonly by: string;
  readonly direction: 'ASC' | 'DESC';
}

/** Members with attributes as of a day, in order, as many as `limit`. */
export interface MemberTableQuestion {
  readonly population: Population;
  readonly asOf: Day;
  readonly attributes: readonly string[];
  readonly orderBy: readonly Order[];
  readonly limit: number;
}

/** A page of members; `after` holds the sort keys and ids of the last member seen. */
export interface MembersQuestion {
  readonly population: Population;
  readonly asOf: Day;
  readonly orderBy: readonly Order[];
  readonly first: number;
  readonly after?: readonly (string | number | null)[];
}
