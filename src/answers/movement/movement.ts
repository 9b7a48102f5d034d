import type { MovementQuestion } from '../../query/movement.js';
import type { Grouping, MetricsQuestion } from '../../query/question.js';
import type { Day, Grain, Period } from '../../query/time.js';
import { addDays } from '../../query/time.js';
import { everyone, type Where } from '../../query/where.js';
import type { MetricsRow } from '../metrics-answer.js';
import { answerAtOnce } from '../metrics.js';
import type { People } from '../people.js';
import type { Segment } from '../segment.js';
import type { Session } from '../session.js';
import { and, endsOf, existed, not, peopleAt } from './wheres.js';

/** Who came into a segment and who left it, period by period. */
export interface Movement {
  readonly grain: Grain;
  readonly value: string | null;
  readonly points: readonly MovementPoint[];
}
export interface MovementGroup {
  readonly count: number;
  /** What the metric comes to for these people as of the day before the period and as of its last. */
  readonly valueBefore: number | null;
  readonly valueAfter: number | null;
  readonly people: People;
}
const groups = ['atStart', 'entered', 'joined', 'left', 'stayed', 'atEnd'] as const;
type Group = (typeof groups)[number];
export interface MovementPoint extends Readonly<Record<Group, MovementGroup>> {
  readonly period: Period;
  readonly complete: boolean;
}

/** Whether a person was a member before, is one now, and existed before. */
interface Flags {
  readonly was: boolean;
  readonly is: boolean;
  readonly existed: boolean;
}
const belongs: Readonly<Record<Group, (flags: Flags) => boolean>> = {
  atStart: ({ was }) => was,
  entered: ({ was, is }) => is && !was,
  joined: ({ is, existed: before }) => is && !before,
  left: ({ was, is }) => was && !is,
  stayed: ({ was, is }) => was && is,
  atEnd: ({ is }) => is,
};

export async function movementOf(session: Session, segment: Segment, q: MovementQuestion): Promise<Movement> {
  const days = q.periods.map(({ from, until }) => ({ before: addDays(from, -1), after: addDays(until, -1) }));
  const asked = days.flatMap(({ before, after }) => [
    questionAt(q, before, after, after),
    ...(q.value === undefined ? [] : [questionAt(q, before, after, before)]),
  ]);
  const answers = await answerAtOnce(session, asked);
  const each = q.value === undefined ? 1 : 2;
  const points = q.periods.map((period, i): MovementPoint => {
    const { before, after } = days[i] ?? { before: period.from, after: period.from };
    const now = answers[each * i]?.rows ?? [];
    const then = q.value === undefined ? undefined : (answers[each * i + 1]?.rows ?? []);
    const wheres = wheresOf(segment, before);
    const made = groups.map((group): readonly [Group, MovementGroup] => {
      const count = total(of(now, group), (row) => row.size);
      // As of the day before the period, those at its start are told by the segment alone.
      const people =
        group === 'atStart'
          ? peopleAt(segment.entity, before, count, segment.whereJson)
          : peopleAt(segment.entity, after, count, wheres[group]);
      const value = (row: MetricsRow): number => row.metrics[0]?.value ?? 0;
      return [
        group,
        {
          count,
          valueBefore: then ? total(of(then, group), value) : null,
          valueAfter: then ? total(of(now, group), value) : null,
          people,
        },
      ];
    });
    return {
      ...(Object.fromEntries(made) as Record<Group, MovementGroup>),
      period,
      complete: period.until <= addDays(session.catalog.dataAsOf, 1),
    };
  });
  return { grain: q.grain, value: q.value ?? null, points };
}

/** Those who are members on either day, by what they are on both; the metric as of one of the days. */
function questionAt(q: MovementQuestion, before: Day, after: Day, valued: Day): MetricsQuestion {
  const { entity, where } = q.population;
  return {
    population: { entity, where: onEither(where, before), memberDay: after },
    period: { from: valued, until: addDays(valued, 1) },
    metrics: q.value === undefined ? [] : [q.value],
    size: true,
    by: [holds(where, before), holds(where, after), holds(everyone, before)],
  };
}

export const onEither = (where: Where, before: Day): Where => ({
  kind: 'or',
  items: [where, { kind: 'asOf', day: before, where }],
});
export const holds = (where: Where, day: Day): Grouping => ({ kind: 'which', wheres: [where], day });

const of = (rows: readonly MetricsRow[], group: Group): readonly MetricsRow[] =>
  rows.filter(({ group: [was, is, before] }) =>
    belongs[group]({ was: was !== null, is: is !== null, existed: before !== null }),
  );

export const total = (rows: readonly MetricsRow[], value: (row: MetricsRow) => number): number =>
  rows.reduce((sum, row) => exactly(sum + value(row)), 0);

/** 13 532.90 is 13 532.90, not 13 532.900000000001: what binary fractions add lies beyond 15 digits. */
const exactly = (value: number): number => Number(value.toPrecision(15));

/** The people of each group but the first, as wheres asked as of the period's last day. */
function wheresOf(segment: Segment, before: Day): Readonly<Record<Exclude<Group, 'atStart'>, unknown>> {
  const { was, is } = endsOf(segment, before);
  return {
    entered: and(is, not(was)),
    joined: and(is, not(existed(before))),
    left: and(was, not(is)),
    stayed: and(was, is),
    atEnd: is,
  };
}
