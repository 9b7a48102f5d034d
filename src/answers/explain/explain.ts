import { conditionsOf, allParts, holds, type Part } from '../../catalog/explain/part.js';
import { outline } from '../../catalog/explain/outline.js';
import { describeWhere } from '../../catalog/where/sentence.js';
import { explainStatement, valueColumn, verdictColumn } from '../../compile/explain/explain.js';
import type { Day } from '../../query/time.js';
import { toRows } from '../../warehouse/warehouse.js';
import type { Member } from '../members.js';
import type { Segment } from '../segment.js';
import type { Session } from '../session.js';

/** A value that was observed for a condition. */
export interface Observation {
  readonly label: string;
  readonly value: unknown;
  readonly unit: string | null;
}

export interface ExplainedPart {
  readonly part: Part;
  readonly member: Member;
  readonly holds: boolean;
  readonly observed: readonly Observation[];
}

/** Why a where holds for a member as of the member's day, or does not. */
export interface Explanation {
  readonly holds: boolean;
  readonly asOf: Day;
  readonly text: string;
  readonly parts: readonly ExplainedPart[];
}

export const outlineOf = (session: Session, { whereJson, entity }: Segment): Part =>
  outline(whereJson, entity, { catalog: session.catalog, segment: session.segment });

export async function explain(session: Session, segment: Segment, member: Member): Promise<Explanation> {
  const whole = outlineOf(session, segment);
  const conditions = conditionsOf(whole);
  const { observed, ...statement } = explainStatement(
    session.catalog,
    segment.entity,
    member,
    member.asOf,
    whole,
    conditions,
  );
  const [row = {}] = toRows(await session.run(statement));
  const verdicts = new Map(conditions.map((part, i) => [part.id, row[verdictColumn(i)] === true]));
  const values = new Map(
    conditions.map((part, i) => [
      part.id,
      (observed[i] ?? []).map(({ label, unit = null }, j) => ({ label, unit, value: row[valueColumn(i, j)] ?? null })),
    ]),
  );
  return {
    holds: row['holds'] === true,
    asOf: member.asOf,
    text: describeWhere(segment.where, session.catalog, segment.entity),
    parts: allParts(whole).map((part) => ({
      part,
      member,
      holds: holds(part, ({ id }) => verdicts.get(id) ?? false),
      observed: values.get(part.id) ?? [],
    })),
  };
}
