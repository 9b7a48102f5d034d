import { keptOutBy, keptOutByOne } from '../../catalog/explain/flip.js';
import { conditionsOf, type Part } from '../../catalog/explain/part.js';
import { valueColumn, verdictColumn } from '../../compile/explain/explain.js';
import { decidesColumn, nearMissCounts, nearMissMembers } from '../../compile/explain/near-misses.js';
import { problem, ProblemError } from '../../query/problem.js';
import type { Day } from '../../query/time.js';
import { toRows } from '../../warehouse/warehouse.js';
import { keyOf, type Member } from '../members.js';
import { whereOf, type People } from '../people.js';
import { populationOf, preview, type Segment } from '../segment.js';
import type { Session } from '../session.js';
import { outlineOf, type Observation } from './explain.js';

/** Those one condition away from a segment, before they are asked for one by one. */
export interface NearMisses {
  readonly segment: Segment;
  readonly asOf: Day;
  readonly whole: Part;
  readonly people: People;
  /** Most people first. */
  readonly byCondition: readonly NearMissCondition[];
}

export interface NearMissCondition {
  readonly part: Part;
  readonly people: People;
}

/** A condition that keeps somebody out. */
export interface FailedCondition {
  readonly part: Part;
  readonly holds: boolean;
  readonly observed: readonly Observation[];
}

export interface NearMiss {
  readonly member: Member;
  readonly failed: readonly FailedCondition[];
}

/** Each condition is asked together with all the others. */
const mostConditions = 30;

/**
 * Those who would be members if one condition turned out the other way. Throws ProblemError where the where is so deep or has
 * so many conditions that they cannot be told by a where of their own.
 */
export async function nearMissesOf(session: Session, segment: Segment, asOf: Day): Promise<NearMisses> {
  const { entity } = populationOf(segment);
  const whole = outlineOf(session, segment);
  const conditions = conditionsOf(whole);
  if (conditions.length > mostConditions) {
    const message = `near misses are told of ${String(mostConditions)} conditions at most; this has ${String(conditions.length)}, those of its segments included`;
    throw new ProblemError([problem('TOO_MANY_CONDITIONS', ['nearMisses'], message)]);
  }
  const everybody = keptOutByOne(whole);
  preview(session, entity, whereOf({ whereJson: everybody, asOf }), ['nearMisses']);
  const row = conditions.length === 0 ? {} : await counts(session, segment, asOf, whole);
  const people = (count: unknown, whereJson: unknown): People => ({
    entity,
    count: Number(count ?? 0),
    asOf,
    whereJson,
  });
  return {
    segment,
    asOf,
    whole,
    people: people(row['n'], everybody),
    byCondition: conditions
      .map((part, i) => ({ part, people: people(row[decidesColumn(i)], keptOutBy(whole, part.id)) }))
      .sort((a, b) => b.people.count - a.people.count),
  };
}

async function counts(session: Session, { entity }: Segment, asOf: Day, whole: Part) {
  const answer = await session.run(nearMissCounts(session.catalog, entity, asOf, whole));
  return toRows(answer)[0] ?? {};
}

/** They one by one, by key. */
export async function nearMissMembersOf(
  session: Session,
  { segment: { entity }, asOf, whole }: NearMisses,
  first: number,
): Promise<readonly NearMiss[]> {
  const conditions = conditionsOf(whole);
  if (conditions.length === 0) return [];
  const { observed, ...statement } = nearMissMembers(session.catalog, entity, asOf, whole, first);
  return toRows(await session.run(statement)).map((row) => ({
    member: {
      id: String(row['id']),
      asOf,
      cursor: '',
      ...(entity === 'user' ? { customerId: keyOf(row['customer_id']) } : {}),
    },
    failed: conditions.flatMap((part, i) =>
      row[decidesColumn(i)] === true
        ? [
            {
              part,
              holds: row[verdictColumn(i)] === true,
              observed: (observed[i] ?? []).map(({ label, unit = null }, j) => ({
                label,
                unit,
                value: row[valueColumn(i, j)] ?? null,
              })),
            },
          ]
        : [],
    ),
  }));
}
