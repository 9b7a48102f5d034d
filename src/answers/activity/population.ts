import type { Population } from '../../query/question.js';
import type { EntityName } from '../../query/where.js';
import type { Segment } from '../segment.js';
import { populationOf } from '../segment.js';

/** A part of a where in the form it is written in. */
export type Json = Readonly<Record<string, unknown>>;

/** A segment's members, or the same people seen from the other side: the users of customers, the customers of users. */
export function populationAs(segment: Segment, entity: EntityName): Population {
  const { where } = populationOf(segment);
  if (segment.entity === entity) return { entity, where };
  return entity === 'user'
    ? { entity, where: { kind: 'customer', where } }
    : { entity, where: { kind: 'users', quantifier: 'some', where } };
}

/** The where of those members for whom more holds, as it would be written by hand. */
export function narrowed(segment: Segment, entity: EntityName, conditions: readonly Json[]): Json {
  const own: Json = segment.saved ? { segment: { in: [segment.saved.id] } } : ((segment.whereJson ?? {}) as Json);
  const whom: Json = segment.entity === entity ? own : entity === 'user' ? { customer: own } : { users: { some: own } };
  const and = (whom['and'] ?? []) as readonly Json[];
  return conditions.length === 0 ? whom : { ...whom, and: [...and, ...conditions] };
}
