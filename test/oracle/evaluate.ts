import { createHash } from 'node:crypto';
import { avg, count, distinct, max, min, sum } from './aggregates.js';
import { attributeOf, entityOf, owns, population, usersOf } from './attributes.js';
import { back, dayOf, shift, upTo, type Day, type Duration, type Span } from './days.js';
import { periodsOf, type PeriodsTest } from './periods.js';
import { once } from './once.js';
import { rowsOf } from './rows.js';
import { fields, holds, spanOf, type View } from './tests.js';
import { camel, compare, text, type EntityName, type Json, type Row, type Value, type World } from './world.js';

/** Reads a where of docs/where.md over plain rows: no SQL, no tree, one member at a time. */
interface Scope extends View {
  readonly entity: EntityName;
  readonly world: World;
  readonly day: Day;
}

/** Members of a where as of a day. */
export function membersOf(world: World, entity: EntityName, where: Json, day: Day): readonly Row[] {
  const scope = { world, entity, day };
  return once(world, `${entity} ${day} ${JSON.stringify(where)}`, () =>
    population(world, entity, day).filter((member) => satisfies(scope, member, where)),
  );
}

export const satisfies = (scope: Scope, member: Row, where: Json): boolean =>
  Object.entries(fields(where)).every(([field, given]) => condition(scope, member, field, given));

const logic: Readonly<Record<string, (scope: Scope, member: Row, given: never) => boolean>> = {
  and: (s, m, wheres: readonly Json[]) => wheres.every((w) => satisfies(s, m, w)),
  or: (s, m, wheres: readonly Json[]) => wheres.some((w) => satisfies(s, m, w)),
  not: (s, m, where) => !satisfies(s, m, where),
  asOf: onAnotherDay,
  users: ofUsers,
  customer: ofCustomer,
  segment: ofSegments,
  valueMoved,
  rank: ranked,
  bucket: (s, m, given: { of: number; in: readonly number[]; salt?: string }) => {
    const id = `${given.salt ?? ''}:${text(idOf(s, m))}`;
    const number = parseInt(createHash('md5').update(id).digest('hex').slice(0, 8), 16);
    return given.in.includes(number % given.of);
  },
  ids: (s, m, ids: readonly string[]) => ids.includes(text(idOf(s, m))),
};

const idOf = ({ world, entity }: Scope, member: Row): Value => member[entityOf(world, entity).key] ?? null;

function condition(scope: Scope, member: Row, field: string, given: Json): boolean {
  const rule = logic[field];
  if (rule) return rule(scope, member, given as never);
  const { world, entity, day } = scope;
  const fact = Object.keys(world.model.facts).find((name) => camel(name) === field);
  if (fact !== undefined) return ofFact(scope, member, fact, given);
  const name = Object.keys(entityOf(world, entity).attributes).find((a) => camel(a) === field);
  if (name === undefined) throw new Error(`no field ${field}`);
  const { change, ...tests } = fields(given);
  return (
    holds(attributeOf(world, entity, name, member, day), tests, scope) &&
    (change === undefined || moved(scope, member, name, change))
  );
}

/** As it was on an earlier day; nobody who did not exist yet was anything. A day after the one asked about is that one. */
function onAnotherDay(scope: Scope, member: Row, given: { ago?: Duration; day?: Day; where: Json }): boolean {
  const { world, entity, day } = scope;
  const meant = given.ago ? back(day, given.ago) : (given.day ?? day);
  const then = meant < day ? meant : day;
  return population(world, entity, then).includes(member) && satisfies({ ...scope, day: then }, member, given.where);
}

interface SegmentTest {
  readonly in?: readonly string[];
  readonly notIn?: readonly string[];
  readonly entered?: { ids: readonly string[]; during: Json };
  readonly left?: { ids: readonly string[]; during: Json };
  readonly ever?: { ids: readonly string[]; during: Json };
  readonly memberForAtLeast?: Duration;
}

/** Membership now, at both ends of a window, and on each of its days: few enough to look at all of them. */
function ofSegments(scope: Scope, member: Row, given: SegmentTest): boolean {
  const { world, entity, day } = scope;
  const on = (id: string, then: Day): boolean =>
    population(world, entity, then).includes(member) && satisfies({ ...scope, day: then }, member, world.segments[id]);
  const daysOf = ({ from, until }: Span): readonly Day[] => {
    const days: Day[] = [];
    for (let d = from ?? ''; d <= day && (until === undefined || d < until); d = shift(d, 1)) days.push(d);
    if (days.length > 92) throw new Error('a longer window is not looked at every day');
    return days;
  };
  const test = (of: SegmentTest['ever'], holds: (id: string, days: readonly Day[]) => boolean): boolean => {
    if (of === undefined) return true;
    const days = daysOf(spanOf(of.during, scope));
    return days.length > 0 && of.ids.some((id) => holds(id, days));
  };
  const first = (id: string, days: readonly Day[]): boolean => on(id, shift(days[0] ?? day, -1));
  const last = (id: string, days: readonly Day[]): boolean => on(id, days.at(-1) ?? day);
  const long = given.memberForAtLeast && daysOf(upTo(day, given.memberForAtLeast));
  return (
    (given.in?.some((id) => (long ?? [day]).every((d) => on(id, d))) ?? true) &&
    !(given.notIn?.some((id) => on(id, day)) ?? false) &&
    test(given.entered, (id, days) => !first(id, days) && last(id, days)) &&
    test(given.left, (id, days) => first(id, days) && !last(id, days)) &&
    test(given.ever, (id, days) => days.some((d) => on(id, d)))
  );
}

/** How a number moves from a day to the next, or over a window at once: nothing is 0, missing and not being there yet. */
function valueMoved(
  scope: Scope,
  member: Row,
  given: { value: string; kinds: readonly string[]; during: Json; netting?: string },
): boolean {
  const { world, entity, day } = scope;
  const attribute = given.value.toLowerCase();
  const rule = entityOf(world, entity).attributes[attribute];
  const begins = 'of' in (rule ?? {}) ? (world.model.facts[(rule as { of: string }).of]?.interval?.[0] ?? '') : '';
  const starts = (world.tables[(rule as { of: string }).of] ?? []).map((row) => dayOf(String(row[begins]), world.zone));
  const value = (on: Day): number =>
    population(world, entity, on).includes(member) ? Number(attributeOf(world, entity, attribute, member, on) ?? 0) : 0;
  const span = spanOf(given.during, scope);
  const [from = '', until] = [span.from, [span.until ?? '9', shift(day, 1)].sort()[0] ?? ''];
  if (from >= until) return false;
  const ever = (before: Day): boolean => {
    for (let d = [...starts].sort()[0] ?? before; d <= before; d = shift(d, 1)) if (value(d) !== 0) return true;
    return false;
  };
  const kind = (first: Day, last: Day): string => {
    const [a, b] = [value(first), value(last)];
    if (a === b) return '';
    if (a === 0) return ever(first) ? 'REACTIVATION' : 'NEW';
    return b === 0 ? 'CHURN' : b > a ? 'EXPANSION' : 'CONTRACTION';
  };
  if (given.netting === 'PERIOD') return given.kinds.includes(kind(shift(from, -1), shift(until, -1)));
  for (let d = from; d < until; d = shift(d, 1)) if (given.kinds.includes(kind(shift(d, -1), d))) return true;
  return false;
}

/** The attribute now less what it was: in itself, or as a percentage of that. */
function moved(scope: Scope, member: Row, name: string, change: Json): boolean {
  const { world, entity, day } = scope;
  const { over, percent, absolute } = change as { over: Duration; percent?: Json; absolute?: Json };
  const past = back(day, over);
  const now = attributeOf(world, entity, name, member, day) as number | null;
  const existed = population(world, entity, past).includes(member);
  const then = existed ? (attributeOf(world, entity, name, member, past) as number | null) : null;
  const by = now === null || then === null ? null : now - then;
  const share = by === null || then === null || then === 0 ? null : (100 * by) / Math.abs(then);
  return (
    (percent === undefined || holds(share, percent, scope)) && (absolute === undefined || holds(by, absolute, scope))
  );
}

interface Aggregated {
  readonly column: string;
  readonly is: Json;
}

function ofFact(scope: Scope, member: Row, table: string, given: Json): boolean {
  const { world, entity, day } = scope;
  const { where = {}, during, ...asked } = fields(given);
  const which =
    during === undefined ? { rows: 'open' as const } : { rows: 'overlapping' as const, span: spanOf(during, scope) };
  const rows = rowsOf(world, table, which, day)
    .filter(owns(world, entity, member, table))
    .filter((row) => rowSatisfies(scope, row, where));
  const user = world.model.facts[table]?.user ?? '';
  const column = (of: Json): string => (of as Aggregated).column.toLowerCase();
  const values: Readonly<Record<string, (of: Json) => Value>> = {
    count: () => count(rows),
    users: () => distinct(rows, user),
    sum: (of) => sum(rows, column(of)) ?? 0,
    avg: (of) => avg(rows, column(of)),
    min: (of) => min(rows, column(of)),
    max: (of) => max(rows, column(of)),
    first: () => min(rows, 'day'),
    last: () => max(rows, 'day'),
    periods: (of) => periodsOf(rows, which.rows === 'open' ? {} : which.span, of as PeriodsTest, scope),
  };
  const measures = Object.entries(asked).filter(([, of]) => Object.keys(testOf(of)).length > 0);
  if (measures.length === 0) return rows.length > 0;
  return measures.every(([name, of]) => holds(values[name]?.(of) ?? null, testOf(of), scope));
}
const testOf = (measure: Json): object => (fields(measure)['is'] ?? measure) as object;

function rowSatisfies(scope: Scope, row: Row, where: Json): boolean {
  return Object.entries(fields(where)).every(([field, given]) => {
    if (field === 'and') return (given as Json[]).every((w) => rowSatisfies(scope, row, w));
    if (field === 'or') return (given as Json[]).some((w) => rowSatisfies(scope, row, w));
    if (field === 'not') return !rowSatisfies(scope, row, given);
    const column = Object.keys(row).find((name) => camel(name) === field);
    return holds((column === undefined ? null : row[column]) ?? null, given, scope);
  });
}

/** Nobody is every one of no users. */
function ofUsers(scope: Scope, member: Row, given: Json): boolean {
  const { some, every, none, where = {}, count: howMany } = fields(given);
  const users = usersOf(scope.world, member, scope.day);
  const matching = (w: Json): number => users.filter((u) => satisfies({ ...scope, entity: 'user' }, u, w)).length;
  const counted = howMany !== undefined && Object.keys(howMany as object).length > 0;
  const quantified = [some, every, none].some((w) => w !== undefined);
  return (
    (some === undefined || matching(some) > 0) &&
    (every === undefined || (users.length > 0 && matching(every) === users.length)) &&
    (none === undefined || matching(none) === 0) &&
    (counted ? holds(matching(where), howMany, scope) : quantified || matching(where) > 0)
  );
}

function ofCustomer(scope: Scope, member: Row, where: Json): boolean {
  const { key } = entityOf(scope.world, 'customer');
  const works = member[entityOf(scope.world, 'user').customer ?? ''];
  const customer = population(scope.world, 'customer', scope.day).find((c) => c[key] === works);
  return customer !== undefined && satisfies({ ...scope, entity: 'customer' }, customer, where);
}

/** Sorts after every key: a user without a customer comes last. */
const last = '\uffff';

/** Among all who exist on the day and have a value. The smaller id comes first of two who are level. */
function ranked(scope: Scope, member: Row, given: Json): boolean {
  const { world, entity, day } = scope;
  const { by, top, bottom, percentile } = given as { by: string; top?: number; bottom?: number; percentile?: Json };
  const valueOf = (m: Row): Value => attributeOf(world, entity, by.toLowerCase(), m, day);
  const own = valueOf(member);
  const others = population(world, entity, day).filter((m) => valueOf(m) !== null);
  if (percentile !== undefined) {
    const notAbove = others.filter((m) => compare(valueOf(m), own) <= 0).length;
    return holds(own === null ? null : 100 * (notAbove / others.length), percentile, scope);
  }
  if (own === null) return false;
  const customer = entityOf(world, entity).customer ?? '';
  const ahead = (m: Row): boolean => {
    const order =
      compare(valueOf(m), own) * (top === undefined ? 1 : -1) ||
      compare(idOf(scope, m), idOf(scope, member)) ||
      compare(m[customer] ?? last, member[customer] ?? last);
    return order < 0;
  };
  return others.filter(ahead).length < (top ?? bottom ?? 0);
}
