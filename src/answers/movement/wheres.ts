import type { Day } from '../../query/time.js';
import type { EntityName } from '../../query/where.js';
import type { People } from '../people.js';
import type { Segment } from '../segment.js';

/** A where as it is written. */
export type Json = Readonly<Record<string, unknown>>;

export const asOf = (day: Day, where: unknown): Json => ({ asOf: { day, where } });
export const not = (where: unknown): Json => ({ not: where });
export const or = (...wheres: readonly unknown[]): Json => ({ or: wheres });
export const and = (...wheres: readonly unknown[]): Json => ({ and: wheres });
/** Who existed at the end of a day. */
export const existed = (day: Day): Json => asOf(day, {});

export const peopleAt = (entity: EntityName, day: Day, count: number, whereJson: unknown): People => ({
  entity,
  count,
  asOf: day,
  whereJson,
});

/** Membership of a segment at the ends of two days, as wheres that are asked as of the second. */
export interface Ends {
  readonly was: unknown;
  readonly is: unknown;
}
export const endsOf = (segment: Segment, before: Day): Ends => ({
  was: asOf(before, segment.whereJson),
  is: segment.whereJson,
});
