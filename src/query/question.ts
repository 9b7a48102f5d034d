import type { Day, Period } from './time.js';
import type { EntityName, Where } from './where.js';

/** Whom a question is about. `memberDay` fixes membership to one day instead of the period's own ends. */
export interface Population {
  readonly entity: EntityName;
  readonly where: Where;
  readonly memberDay?: Day;
}

/** Metrics of a population in a period, for the whole of it or by attributes. */
export interface MetricsQuestion {
  readonly population: Population;
  readonly period: Period;
  readonly metrics: readonly string[];
  /** Also count the members at the period's end. */
  readonly size: boolean;
  readonly by: readonly string[];
  /** Most groups to return, largest first; only with `by`. */
  readonly limit?: number;
}

export interface Order {
  readonly by: string;
  readonly direction: 'ASC' | 'DESC';
}

/** A page of members; `after` holds the sort keys and ids of the last member seen. */
export interface MembersQuestion {
  readonly population: Population;
  readonly asOf: Day;
  readonly orderBy: readonly Order[];
  readonly first: number;
  readonly after?: readonly (string | number | null)[];
}
