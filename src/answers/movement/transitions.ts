import { entityOf } from '../../compile/entity-of.js';
import type { TransitionsQuestion } from '../../query/movement.js';
import type { Grouping, MetricsQuestion } from '../../query/question.js';
import type { Day } from '../../query/time.js';
import { addDays } from '../../query/time.js';
import { everyone } from '../../query/where.js';
import type { MetricsRow } from '../metrics-answer.js';
import { answerAtOnce } from '../metrics.js';
import type { People } from '../people.js';
import type { Segment } from '../segment.js';
import type { Session } from '../session.js';
import { holds, onEither, total } from './movement.js';
import { hasValue } from './stages.js';
import { and, asOf, existed, not, peopleAt, type Json } from './wheres.js';

/** Where members of two days came from and went to. */
export interface Transitions {
  readonly question: TransitionsQuestion;
  readonly cells: readonly Transition[];
  readonly truncated: boolean;
}
export interface Transition {
  readonly from: Stage;
  readonly to: Stage;
  readonly count: number;
  readonly valueBefore: number | null;
  readonly valueAfter: number | null;
  readonly people: People;
}
/** A member with a value or in a segment, a member without, no member, or not there at all. */
export type StageKind = 'VALUE' | 'NONE' | 'OUTSIDE' | 'ABSENT';
export interface Stage {
  readonly kind: StageKind;
  readonly value: unknown;
  readonly segment: string | null;
}

export async function transitionsOf(session: Session, segment: Segment, q: TransitionsQuestion): Promise<Transitions> {
  const asked = [questionAt(q, q.to), ...(q.value === undefined ? [] : [questionAt(q, q.from)])];
  const [now, then] = await answerAtOnce(session, asked);
  const tell = teller(session, segment, q);
  const before = then && rowsByCell(then.rows, tell.stages);
  const cells = [...rowsByCell(now?.rows ?? [], tell.stages)].map(([cell, { from, to, rows }]): Transition => {
    const count = total(rows, (row) => row.size);
    return {
      from,
      to,
      count,
      valueBefore: before ? total(before.get(cell)?.rows ?? [], valueOf) : null,
      valueAfter: before ? total(rows, valueOf) : null,
      people: peopleAt(segment.entity, q.to, count, and(tell.before(from), tell.after(to))),
    };
  });
  const largest = cells.toSorted((a, b) => b.count - a.count);
  return { question: q, cells: largest.slice(0, q.limit), truncated: largest.length > q.limit };
}

type Ways = Pick<Transition, 'from' | 'to'>;

/** Who is no member has a value of the attribute all the same, so that several rows may be of one cell. */
function rowsByCell(all: readonly MetricsRow[], stages: (row: MetricsRow) => Ways) {
  const cells = new Map<string, Ways & { readonly rows: MetricsRow[] }>();
  for (const row of all) {
    const ways = stages(row);
    const key = JSON.stringify(ways);
    const cell = cells.get(key) ?? { ...ways, rows: [] };
    cell.rows.push(row);
    cells.set(key, cell);
  }
  return cells;
}

const valueOf = (row: MetricsRow): number => row.metrics[0]?.value ?? 0;

/** Members of either day by membership and stage on both; the metric as of one of them. */
function questionAt(q: TransitionsQuestion, valued: Day): MetricsQuestion {
  const { entity, where } = q.population;
  return {
    population: { entity, where: onEither(where, q.from), memberDay: q.to },
    period: { from: valued, until: addDays(valued, 1) },
    metrics: q.value === undefined ? [] : [q.value],
    size: true,
    by: [holds(everyone, q.from), ...[q.from, q.to].flatMap((day) => [holds(where, day), stageOn(q, day)])],
  };
}

const stageOn = ({ stages }: TransitionsQuestion, day: Day): Grouping =>
  stages.kind === 'attribute'
    ? { kind: 'attribute', name: stages.name, day }
    : { kind: 'which', wheres: stages.wheres, day };

/** Reads stages from groups, and tells the people of a stage before and after. */
function teller(session: Session, segment: Segment, q: TransitionsQuestion) {
  const { stages } = q;
  const attribute =
    stages.kind === 'attribute' ? entityOf(session.catalog, segment.entity).attributes[stages.name] : null;
  const stage = (member: unknown, value: unknown, absent: boolean): Stage => {
    if (absent || member === null) return { kind: absent ? 'ABSENT' : 'OUTSIDE', value: null, segment: null };
    const id = stages.kind === 'segments' && value !== null ? (stages.ids[Number(value)] ?? null) : null;
    return { kind: value === null ? 'NONE' : 'VALUE', value: stages.kind === 'segments' ? id : value, segment: id };
  };
  const inStage = (of: Stage): Json =>
    of.kind === 'OUTSIDE'
      ? not(segment.whereJson)
      : and(segment.whereJson, attribute ? hasValue(attribute, of.value) : inSegment(q, of.segment));
  return {
    stages: ({ group: [there, was, before, is, after] }: MetricsRow) => ({
      from: stage(was, before, there === null),
      to: stage(is, after, false),
    }),
    before: (of: Stage): Json => (of.kind === 'ABSENT' ? not(existed(q.from)) : asOf(q.from, inStage(of))),
    after: inStage,
  };
}

/** In a segment and in none of those before it, or in none of them at all. */
function inSegment({ stages }: TransitionsQuestion, id: string | null): Json {
  const ids = stages.kind === 'segments' ? stages.ids : [];
  const before = id === null ? ids : ids.slice(0, ids.indexOf(id));
  return { segment: { ...(id !== null && { in: [id] }), ...(before.length > 0 && { notIn: before }) } };
}
