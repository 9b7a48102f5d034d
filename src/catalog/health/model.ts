import type { Duration, Grain } from '../../query/time.js';
import type { Described } from '../model.js';

/** From a value to a score of 0 to 100. */
export type Scale =
  /** Straight lines between points `[value, score]`, ascending by value; beyond the ends, the score of the end. */
  | { readonly kind: 'points'; readonly points: readonly (readonly [number, number])[] }
  /** The score of the first band the value lies below; the last has no `below`. */
  | { readonly kind: 'bands'; readonly bands: readonly ScoreBand[] }
  /** A score per value of a text, or of true and false; a value that is not there has none. */
  | { readonly kind: 'values'; readonly scores: Readonly<Record<string, number>> };
export interface ScoreBand {
  readonly below?: number;
  readonly score: number;
}

/** What a value that is missing or too old counts as: nothing, or a score. */
export type Missing = 'exclude' | number;
export type HealthModelKind = 'weighted' | 'worst_of';

export interface HealthComponent extends Described {
  /** The customer attribute that is scored. */
  readonly attribute: string;
  readonly weight: number;
  readonly scale: Scale;
  /** A value is too old where its date is missing or lies more than `most` before the day asked about. */
  readonly age?: { readonly date: string; readonly most: Duration };
}

export interface HealthProfile extends Described {
  /** As it is written in GraphQL; left out by the last one only, which takes all customers left. */
  readonly where?: unknown;
  readonly model: HealthModelKind;
  readonly missing: Missing;
  /** Least share of the weight that must have a value. */
  readonly coverage: number;
  readonly components: readonly HealthComponent[];
}

/** A band holds from its least score up to that of the band before it. */
export interface HealthBand {
  readonly name: string;
  readonly from: number;
}

/** What a back-test asks: as of the last day of each unit of the grain, who churned and who renewed. JSON wheres. */
export interface HealthOutcomes {
  readonly grain: Grain;
  readonly churned: unknown;
  readonly renewed: unknown;
}

/** How customers are scored: `sql/health.yml`. */
export interface Health {
  readonly description: string;
  /** In the order they are tried. */
  readonly profiles: readonly HealthProfile[];
  /** From the best to the poorest, whose `from` is 0. */
  readonly bands: readonly HealthBand[];
  readonly outcomes?: HealthOutcomes;
  readonly file: string;
}

/** The band of a customer whose score is not known, for want of values. */
export const unknownBand = 'UNKNOWN';
export const healthFile = 'sql/health.yml';
export const componentAttribute = (component: string): string => `health_${component}`;
