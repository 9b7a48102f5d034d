import { Temporal } from 'temporal-polyfill';
import { nameOf } from '../oracle/agree.js';
import { attributeOf, owns, population } from '../oracle/attributes.js';
import { dayOf, instantOf, shift, type Day } from '../oracle/days.js';
import { membersOf } from '../oracle/evaluate.js';
import { rowsOf } from '../oracle/rows.js';
import type { EntityName, Json, Row, Value, World } from '../oracle/world.js';

/** Movements worked out one member after the other: no SQL, no wheres around wheres. */
export interface Asked {
  readonly entity: EntityName;
  readonly where: Json;
}
export interface Stretch {
  readonly from: Day;
  readonly until: Day;
}
export interface Group {
  readonly members: readonly string[];
  /** What they pay at either end. */
  readonly before: number;
  readonly after: number;
}
export const groups = ['atStart', 'entered', 'joined', 'left', 'stayed', 'atEnd'] as const;

const paid = (world: World, entity: EntityName, member: Row, day: Day): number =>
  rowsOf(world, 'subscriptions', { rows: 'open' }, day)
    .filter((row) => (entity === 'customer' ? owns(world, entity, member, 'subscriptions')(row) : false))
    .reduce((sum, row) => sum + Number(row['mrr'] ?? 0), 0);

const groupOf = (world: World, entity: EntityName, members: readonly Row[], before: Day, after: Day): Group => ({
  members: members.map((row) => nameOf(entity, row)),
  before: members.reduce((sum, row) => sum + paid(world, entity, row, before), 0),
  after: members.reduce((sum, row) => sum + paid(world, entity, row, after), 0),
});

export function movementByHand(
  world: World,
  { entity, where }: Asked,
  { from, until }: Stretch,
): Readonly<Record<(typeof groups)[number], Group>> {
  const [before, after] = [shift(from, -1), shift(until, -1)];
  const was = membersOf(world, entity, where, before);
  const is = membersOf(world, entity, where, after);
  const there = population(world, entity, before);
  const group = (members: readonly Row[]): Group => groupOf(world, entity, members, before, after);
  return {
    atStart: group(was),
    entered: group(is.filter((row) => !was.includes(row))),
    joined: group(is.filter((row) => !there.includes(row))),
    left: group(was.filter((row) => !is.includes(row))),
    stayed: group(was.filter((row) => is.includes(row))),
    atEnd: group(is),
  };
}

export interface StageByHand {
  readonly kind: 'VALUE' | 'NONE' | 'OUTSIDE' | 'ABSENT';
  readonly value: Value;
}
export interface CellByHand extends Group {
  readonly from: StageByHand;
  readonly to: StageByHand;
}
export type Stages = { readonly attribute: string } | { readonly segments: readonly string[] };

export function transitionsByHand(
  world: World,
  { entity, where }: Asked,
  stages: Stages,
  from: Day,
  to: Day,
): readonly CellByHand[] {
  const [was, is] = [from, to].map((day) => membersOf(world, entity, where, day));
  const there = population(world, entity, from);
  const inStage = (row: Row, day: Day): StageByHand => {
    const value =
      'attribute' in stages
        ? dated(world, attributeOf(world, entity, stages.attribute, row, day))
        : (stages.segments.find((id) => membersOf(world, entity, world.segments[id], day).includes(row)) ?? null);
    return { kind: value === null ? 'NONE' : 'VALUE', value };
  };
  const outside: StageByHand = { kind: 'OUTSIDE', value: null };
  const cells = new Map<string, Row[]>();
  for (const row of population(world, entity, to)) {
    if (!was?.includes(row) && !is?.includes(row)) continue;
    const begins = there.includes(row)
      ? was?.includes(row)
        ? inStage(row, from)
        : outside
      : { kind: 'ABSENT', value: null };
    const ends = is?.includes(row) ? inStage(row, to) : outside;
    const key = JSON.stringify({ from: begins, to: ends });
    cells.set(key, [...(cells.get(key) ?? []), row]);
  }
  return [...cells].map(([key, rows]) => ({
    ...(JSON.parse(key) as Pick<CellByHand, 'from' | 'to'>),
    ...groupOf(world, entity, rows, from, to),
  }));
}

/** Of a time its day. */
const dated = (world: World, value: Value): Value =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? dayOf(value, world.zone) : value;

export interface StaysByHand {
  readonly stage: Value;
  readonly completed: boolean;
  /** How many days each has lasted, shortest first. */
  readonly days: readonly number[];
  readonly members: readonly string[];
}

const microday = 86_400_000;

export function staysByHand(
  world: World,
  { entity, where }: Asked,
  table: 'subscriptions' | 'sessions',
  column: string,
  { from, until }: Stretch,
): readonly StaysByHand[] {
  const last = shift(until, -1);
  const [begins, ends] = world.model.facts[table]?.interval ?? ['', ''];
  const members = membersOf(world, entity, where, last);
  const found = new Map<string, { days: number[]; members: Set<string> }>();
  for (const row of world.tables[table] ?? []) {
    const begin = row[begins] as string;
    const end = row[ends] as string | null;
    const member = members.find((m) => owns(world, entity, m, table)(row));
    if (!member || dayOf(begin, world.zone) > last) continue;
    const completed = end !== null && dayOf(end, world.zone) <= last;
    if (completed && dayOf(end, world.zone) < from) continue;
    const key = JSON.stringify([row[column], completed]);
    const stay = found.get(key) ?? { days: [], members: new Set() };
    stay.days.push(between(begin, completed ? end : until, world.zone));
    stay.members.add(nameOf(entity, member));
    found.set(key, stay);
  }
  return [...found].map(([key, { days, members: who }]) => {
    const [stage, completed] = JSON.parse(key) as [Value, boolean];
    return { stage, completed, days: days.toSorted((a, b) => a - b), members: [...who] };
  });
}

/** Whole days between days; of times as many parts of 24 hours as passed. */
const between = (from: string, until: string, zone: string): number =>
  from.length === 10 && until.length === 10
    ? Temporal.PlainDate.from(from).until(until).days
    : (instantOf(until, zone) - instantOf(from, zone)) / microday;

/** Between the two values around a place, as far along as the place is. */
export function quantile(sorted: readonly number[], q: number): number {
  const place = (sorted.length - 1) * q;
  const [low, high] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
  return low + (high - low) * (place - Math.floor(place));
}
