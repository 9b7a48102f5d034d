import { attributeOf, entityOf, owns, population } from './attributes.js';
import { back, shift, type Day, type Duration } from './days.js';
import { membersOf } from './evaluate.js';
import { latestPer, rowsOf } from './rows.js';
import type { EntityName, Get, Json, Metric, Moved, Parts, Row, Value, World } from './world.js';

export interface Asked {
  readonly entity: EntityName;
  readonly where: Json;
  readonly from: Day;
  readonly until: Day;
  /** Membership of one day for the whole period. */
  readonly memberDay?: Day | undefined;
  readonly by: readonly string[];
}

export interface Told {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number | null;
}
export interface Group {
  readonly group: readonly Value[];
  readonly size: number;
  readonly metrics: readonly Told[];
}

type Members = 'start' | 'end';
const firstDay = (q: Asked): Day => shift(q.from, -1);
const lastDay = (q: Asked): Day => shift(q.until, -1);
const memberDay = (q: Asked, members: Members): Day => q.memberDay ?? (members === 'start' ? firstDay(q) : lastDay(q));

/** A member, and the group it is in on the day it is a member of. */
interface Placed {
  readonly member: Row;
  readonly group: readonly Value[];
}

function placed(world: World, q: Asked, day: Day): readonly Placed[] {
  return membersOf(world, q.entity, q.where, day).map((member) => ({
    member,
    group: q.by.map((name) => attributeOf(world, q.entity, name, member, day)),
  }));
}

const keyOf = (group: readonly Value[]): string => JSON.stringify(group);
const inGroup = (all: readonly Placed[], group: readonly Value[]): readonly Row[] =>
  all.filter((p) => keyOf(p.group) === keyOf(group)).map((p) => p.member);

/** The metrics of every group that has members at the end, or rows of a metric. */
export function metricsOf(world: World, names: readonly string[], q: Asked): readonly Group[] {
  const atEnd = placed(world, q, memberDay(q, 'end'));
  const groups = new Map<string, readonly Value[]>(atEnd.map(({ group }) => [keyOf(group), group]));
  for (const { metric, members } of names.flatMap((name) => leaves(world, name)))
    for (const day of memberDays(q, metric, members))
      for (const { group } of placed(world, q, day))
        if (leafRows(world, q, metric, members, group).length > 0) groups.set(keyOf(group), group);
  if (q.by.length === 0) groups.set('[]', []);
  return [...groups.values()].map((group) => ({
    group,
    size: inGroup(atEnd, group).length,
    metrics: names.map((name) => metricOf(world, q, name, group)),
  }));
}

interface Leaf {
  readonly metric: Metric;
  readonly members: Members;
}
const ownMembers = (metric: Metric): Members => metric.members ?? (metric.kind === 'change' ? 'start' : 'end');

function named(world: World, name: string): Metric {
  const metric = world.model.metrics[name];
  if (!metric) throw new Error(`no metric ${name}`);
  return metric;
}

/** The metrics with rows of their own that a metric is made of. A formula of the members at the start has all of them over those. */
function leaves(world: World, name: string, imposed?: Members): readonly Leaf[] {
  const metric = named(world, name);
  const members = imposed ?? ownMembers(metric);
  if (metric.kind !== 'formula') return [{ metric, members }];
  const found: Leaf[] = [];
  const note = (other: string): number => {
    found.push(...leaves(world, other, members === 'start' ? 'start' : undefined));
    return 1;
  };
  Object.values(metric.of).forEach((part: (get: typeof note) => unknown) => part(note));
  return found;
}

function metricOf(world: World, q: Asked, name: string, group: readonly Value[], imposed?: Members): Told {
  const metric = named(world, name);
  const members = imposed ?? ownMembers(metric);
  if (metric.kind === 'formula') {
    const get = (other: string): number | null =>
      metricOf(world, q, other, group, members === 'start' ? 'start' : undefined).value;
    const { of: formula } = metric;
    return 'value' in formula
      ? told({ value: formula.value(get) }, null)
      : told({ numerator: formula.numerator(get), denominator: formula.denominator(get) }, null);
  }
  const stretches = stretchesOf(q, metric).map((stretch) => rowsOfLeaf(world, q, metric, members, group, stretch));
  const parts = metric.of as Parts<unknown>;
  const total = (part: (rows: readonly unknown[]) => number | null): number | null =>
    stretches.map(part).reduce((a, b) => (a === null ? b : b === null ? a : a + b));
  const n = stretches.reduce((sum, rows) => sum + rows.length, 0);
  return 'value' in parts
    ? told({ value: total(parts.value) }, n)
    : told({ numerator: total(parts.numerator), denominator: total(parts.denominator) }, n);
}

type Result =
  { readonly value: number | null } | { readonly numerator: number | null; readonly denominator: number | null };

/** A quotient by nothing, or of what is missing, is missing. */
function told(result: Result, n: number | null): Told {
  if ('value' in result) return { ...result, numerator: null, denominator: null, n };
  const { numerator, denominator } = result;
  const value = numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
  return { value, numerator, denominator, n };
}

/** First and last day of each change that is added up; everything else is told of the period itself. */
type Stretch = readonly [start: Day, end: Day];
function stretchesOf(q: Asked, metric: Metric): readonly Stretch[] {
  if (metric.kind !== 'change' || metric.over === undefined) return [[firstDay(q), lastDay(q)]];
  const { over, pool = 1 } = metric;
  const ends = Array.from({ length: pool + 1 }, (_, k) => shift(back(q.until, times(over, k)), -1));
  return Array.from({ length: pool }, (_, k) => [ends[k + 1] ?? '', ends[k] ?? '']);
}
const times = (duration: Duration, k: number): Duration =>
  Object.fromEntries(Object.entries(duration).map(([unit, n]) => [unit, n * k]));

const stretchMemberDay = (q: Asked, metric: Metric, members: Members, [start, end]: Stretch): Day =>
  metric.kind === 'change' ? (q.memberDay ?? (members === 'start' ? start : end)) : memberDay(q, members);

const memberDays = (q: Asked, metric: Metric, members: Members): readonly Day[] =>
  stretchesOf(q, metric).map((stretch) => stretchMemberDay(q, metric, members, stretch));

const leafRows = (world: World, q: Asked, metric: Metric, members: Members, group: readonly Value[]) =>
  stretchesOf(q, metric).flatMap((stretch) => rowsOfLeaf(world, q, metric, members, group, stretch));

/** What a metric's aggregates look at: facts' rows, members, or members before and after. */
function rowsOfLeaf(
  world: World,
  q: Asked,
  metric: Metric,
  members: Members,
  group: readonly Value[],
  stretch: Stretch,
): readonly (Row | Get | Moved)[] {
  const chosen = inGroup(placed(world, q, stretchMemberDay(q, metric, members, stretch)), group);
  switch (metric.kind) {
    case 'change':
      return changes(world, metric.entity, chosen, stretch);
    case 'state': {
      const day = stateDay(q, metric.at);
      const rows = theirs(world, q, metric.over, chosen, day).map(getter(world, metric.over, day));
      return rows.filter((get) => metric.where?.(get) ?? true);
    }
    case 'open':
      return factRows(world, q, metric.fact, { rows: 'open' }, stateDay(q, metric.at), chosen, metric.where);
    case 'flow': {
      const span = { from: metric.last ? back(q.until, metric.last) : q.from, until: q.until };
      const which = { rows: 'placed' as const, span, time: metric.time };
      const rows = factRows(world, q, metric.fact, which, lastDay(q), chosen, metric.where);
      const key = world.model.facts[metric.fact]?.key;
      return metric.latestPer === undefined ? rows : latestPer(rows, metric.latestPer, key);
    }
    case 'formula':
      throw new Error('a formula has no rows of its own');
  }
}

const stateDay = (q: Asked, at: 'start' | undefined): Day => (at === 'start' ? firstDay(q) : lastDay(q));

const factRows = (
  world: World,
  q: Asked,
  fact: string,
  which: Parameters<typeof rowsOf>[2],
  day: Day,
  members: readonly Row[],
  where: ((row: Row) => boolean) | undefined,
): readonly Row[] =>
  rowsOf(world, fact, which, day).filter(
    (row) => members.some((m) => owns(world, q.entity, m, fact)(row)) && (where?.(row) ?? true),
  );

/** Members themselves, or the users of those customers, as they are on another day. */
function theirs(world: World, q: Asked, entity: EntityName, members: readonly Row[], day: Day): readonly Row[] {
  const rows = population(world, entity, day);
  if (entity === q.entity) return rows.filter((row) => members.includes(row));
  const { key } = entityOf(world, 'customer');
  const { customer = '' } = entityOf(world, 'user');
  return rows.filter((user) => members.some((m) => m[key] === user[customer]));
}

const getter =
  (world: World, entity: EntityName, day: Day) =>
  (row: Row): Get =>
  (name) =>
    attributeOf(world, entity, name, row, day);

/** Every member that exists at the start; what does not exist at the end has nothing then. */
function changes(world: World, entity: EntityName, members: readonly Row[], [start, end]: Stretch): readonly Moved[] {
  const later = population(world, entity, end);
  return population(world, entity, start)
    .filter((row) => members.includes(row))
    .map((row) => ({
      before: getter(world, entity, start)(row),
      after: later.includes(row) ? getter(world, entity, end)(row) : () => null,
    }));
}
