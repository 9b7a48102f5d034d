import { nameOf } from '../oracle/agree.js';
import { attributeOf, population } from '../oracle/attributes.js';
import { back, shift, type Day } from '../oracle/days.js';
import { membersOf } from '../oracle/evaluate.js';
import type { EntityName, Json, Row, World } from '../oracle/world.js';

/** A bridge worked out member by member and day by day: no SQL, no steps of a value. */
export const kinds = ['NEW', 'EXPANSION', 'REACTIVATION', 'CONTRACTION', 'CHURN'] as const;
export const parts = ['start', ...kinds, 'entering', 'leaving', 'end'] as const;
export type Kind = (typeof kinds)[number];
export type Part = (typeof parts)[number];
export interface PartByHand {
  readonly value: number;
  readonly members: readonly string[];
}
export type BridgeByHand = Readonly<Record<Part, PartByHand>>;

export interface HandBridge {
  readonly entity: EntityName;
  readonly where: Json;
  readonly value: string;
  readonly netting: 'DAY' | 'PERIOD';
  /** Whether it can be told on every day what the value was; else only ends of months are looked at for what came before. */
  readonly followed: boolean;
}
export interface Stretch {
  readonly from: Day;
  readonly until: Day;
}

/** Nothing is older than this. */
const beforeAll = '2018-09-01';

export function bridgeByHand(world: World, q: HandBridge, { from, until }: Stretch): BridgeByHand {
  const [before, after] = [shift(from, -1), shift(until, -1)];
  const was = new Set(membersOf(world, q.entity, q.where, before));
  const is = new Set(membersOf(world, q.entity, q.where, after));
  const on = (day: Day) => (row: Row) => valueOf(world, q, row, day);
  const either = [...new Set([...was, ...is])];
  const moved = new Map(either.map((row) => [row, movesOf(world, q, row, before, after)]));
  const ofKind = (kind: Kind): PartByHand => ({
    value: total(
      either.flatMap((row) => moved.get(row)?.filter((m) => m.kind === kind) ?? []),
      (m) => m.amount,
    ),
    members: either.filter((row) => moved.get(row)?.some((m) => m.kind === kind)).map((row) => nameOf(q.entity, row)),
  });
  const sumOf = (rows: readonly Row[], value: (row: Row) => number): PartByHand => ({
    value: total(rows, value),
    members: rows.map((row) => nameOf(q.entity, row)),
  });
  return {
    start: sumOf([...was], on(before)),
    NEW: ofKind('NEW'),
    EXPANSION: ofKind('EXPANSION'),
    REACTIVATION: ofKind('REACTIVATION'),
    CONTRACTION: ofKind('CONTRACTION'),
    CHURN: ofKind('CHURN'),
    entering: sumOf(
      either.filter((row) => !was.has(row)),
      on(before),
    ),
    leaving: sumOf(
      either.filter((row) => !is.has(row)),
      on(after),
    ),
    end: sumOf([...is], on(after)),
  };
}

const total = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((sum, one) => sum + of(one), 0);

function valueOf(world: World, { entity, value }: HandBridge, row: Row, day: Day): number {
  const exists = population(world, entity, day).includes(row);
  return exists ? Number(attributeOf(world, entity, value.toLowerCase(), row, day) ?? 0) : 0;
}

interface Move {
  readonly kind: Kind;
  readonly amount: number;
}

function movesOf(world: World, q: HandBridge, row: Row, before: Day, after: Day): readonly Move[] {
  const days: Day[] = [before];
  for (let day = before; day < after;) days.push((day = q.netting === 'DAY' ? shift(day, 1) : after));
  return days.slice(1).flatMap((day, i): readonly Move[] => {
    const last = days[i] ?? before;
    const [a, b] = [valueOf(world, q, row, last), valueOf(world, q, row, day)];
    if (a === b) return [];
    if (a === 0) return [{ kind: wasAnything(world, q, row, last) ? 'REACTIVATION' : 'NEW', amount: b }];
    if (b === 0) return [{ kind: 'CHURN', amount: a }];
    return [b > a ? { kind: 'EXPANSION', amount: b - a } : { kind: 'CONTRACTION', amount: a - b }];
  });
}

function wasAnything(world: World, q: HandBridge, row: Row, day: Day): boolean {
  return lookedAt(q, day).some((on) => valueOf(world, q, row, on) !== 0);
}

function lookedAt({ followed }: HandBridge, day: Day): readonly Day[] {
  const first = `${day.slice(0, 8)}01`;
  if (!followed) return Array.from({ length: 60 }, (_, n) => shift(back(first, { months: n }), -1));
  const days: Day[] = [];
  for (let on = day; on >= beforeAll && on > shift(day, -120); on = shift(on, -1)) days.push(on);
  return days;
}
