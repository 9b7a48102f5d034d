import type { Catalog, Metric } from '../catalog/model.js';
import type { Grouping, MetricsQuestion, OwnTime } from '../query/question.js';
import type { Day } from '../query/time.js';
import { addDays, minus, times } from '../query/time.js';
import { factOf } from './attribute-scan.js';
import { entityOf } from './entity-of.js';
import { byDayFirst } from './by-day-first.js';
import type { FactScan } from './fact-rows.js';
import { factRows, latestOnly } from './fact-rows.js';
import { peopleOfADay, type Reading } from './people.js';
import {
  expressionsOf,
  isOfEveryone,
  isOfFixedMembers,
  lastDay,
  lastDays,
  lastMemberDay,
  leafColumn,
  leafColumns,
  memberDay,
  memberDays,
  namesOf,
  firstDay,
  stateDay,
  type Leaf,
} from './leaf.js';
import { inPeriods } from './periods.js';
import { inOwnTime, openInOwnTime, openOver } from './own-time.js';
import type { Sql } from './sql.js';
import { asFilter, comma, model, name, ref, sql, unionAll } from './sql.js';
import type { MembersWanted, StatementScope } from './statement.js';
import { compileWhere } from './where.js';

/** Members on a day, or of each period or where that is asked about. */
const wanted = (q: MetricsQuestion, day: Day, by: readonly Grouping[] = q.by): MembersWanted => ({
  entity: q.population.entity,
  where: q.population.where,
  day,
  by,
  days: memberDays(q),
  wheres: q.wheres,
});

export const membersAtEnd = (scope: StatementScope, q: MetricsQuestion): Sql =>
  scope.membersOf(wanted(q, lastMemberDay(q)));

const dims = (q: MetricsQuestion, alias: string): readonly Sql[] =>
  q.by.map((_, i) => sql`${ref(alias, `_d${String(i)}`)}`);

function aggregates(leaves: readonly Leaf[], value: Reading['value'] = (e) => model(e.sql)): readonly Sql[] {
  return leaves.flatMap((leaf) => {
    const { ratio } = leaf.metric;
    return ratio.kind === 'value'
      ? [sql`${value(ratio.value)} as ${name(leafColumn(leaf))}`]
      : [
          sql`${value(ratio.numerator)} as ${name(leafColumn(leaf, '$n'))}`,
          sql`${value(ratio.denominator)} as ${name(leafColumn(leaf, '$d'))}`,
        ];
  });
}

/** One SELECT for leaves that share rows: `_d0` …, `_count` and per leaf its value or numerator and denominator. */
export function leafGroup(scope: StatementScope, q: MetricsQuestion, leaves: readonly Leaf[]): Sql {
  const [first] = leaves;
  if (!first) throw new Error('A group has at least one leaf');
  const { source } = first.metric;
  switch (source.kind) {
    case 'flow':
      return flow(scope, q, leaves, first, source);
    case 'state':
      return 'fact' in source.over
        ? intervalState(scope, q, leaves, first, source)
        : entityState(scope, q, leaves, first, source);
    case 'change':
      return change(scope, q, leaves, first, source);
    case 'formula':
      throw new Error('A formula has no rows of its own');
  }
}

const grouped = (
  q: MetricsQuestion,
  from: Sql,
  alias: string,
  leaves: readonly Leaf[],
  value?: Reading['value'],
): Sql => {
  const keys = dims(q, alias);
  const group = keys.length > 0 ? sql`group by ${comma(keys)}` : sql``;
  return sql`select ${comma([...keys, sql`count(*) as _count`, ...aggregates(leaves, value)])} from ${from} ${group}`;
};

type Source<K extends Metric['source']['kind']> = Extract<Metric['source'], { kind: K }>;

/** Whether rows of a fact need not be looked up among the members: they are all customers, and all its rows are of them. */
const needsNoMembers = (scope: StatementScope, q: MetricsQuestion, { fact, time, rows }: FactScan): boolean =>
  q.population.entity === 'customer' &&
  isOfEveryone(q) &&
  q.population.memberDay === undefined &&
  q.ownTime === undefined &&
  q.by.every((by) => typeof by !== 'string' && by.kind === 'day') &&
  rows.kind === 'placed' &&
  time === undefined &&
  (scope.catalog.ofCustomers?.has(fact.plural) ?? false);

/** Rows of a fact that belong to members, with what they are grouped by beside them; `own` picks rows by their member's start. */
function memberRows(
  scope: StatementScope,
  q: MetricsQuestion,
  leaf: Leaf,
  scan: FactScan,
  own?: (start: Sql, ownTime: OwnTime) => Sql,
): Sql {
  const { entity } = q.population;
  const { ownTime } = q;
  const scanned = q.periods ? inPeriods(scope, q.periods, scan) : factRows(scope.catalog, scan);
  if (leaf.members === 'end' && needsNoMembers(scope, q, scan)) return scanned;
  const start = ownTime && ({ kind: 'start', start: ownTime.start, grain: 'DAY' } as const);
  const by = [...q.by, ...(start ? [start] : [])];
  const members = scope.membersOf(wanted(q, memberDay(q, leaf.members), by));
  const on =
    entity === 'user' ? sql`m._member_customer = f._customer and m._member = f._user` : sql`m._member = f._customer`;
  const extra = q.by.flatMap((_, i) => (q.periods && i === 0 ? [] : [sql`, m.${name(`_d${String(i)}`)}`]));
  const mine = own && ownTime ? sql` and ${own(ref('m', `_d${String(q.by.length)}`), ownTime)}` : sql``;
  return sql`select f.* ${sql.join(extra, sql``)} from (${scanned}) as f join ${members} as m on ${on}${memberDays(q) ? sql` and m._d0 = f._d0` : sql``}${mine}`;
}

function flow(
  scope: StatementScope,
  q: MetricsQuestion,
  leaves: readonly Leaf[],
  leaf: Leaf,
  source: Source<'flow'>,
): Sql {
  const fact = factOf(scope.catalog, source.fact);
  const { until } = q.period;
  const whole = q.periods?.[0] ? { from: q.periods[0].from, until } : q.period;
  const span = source.last && !q.periods ? { from: minus(until, source.last), until } : whole;
  const scan: FactScan = {
    fact,
    asOf: lastDay(q),
    rows: { kind: 'placed', span: q.ownTime ? {} : span },
    time: source.time,
    where: source.where,
    latestPer: source.latestPer,
    names: leaves.flatMap((l) => namesOf(l.metric)),
  };
  const rows = memberRows(scope, q, leaf, scan, (start, own) => inOwnTime(scope.catalog, scan, start, own));
  // A group is a population of its own: who answered for two of them has a latest row in each.
  const groups = q.by.map((_, i) => name(`_d${String(i)}`));
  const kept = source.latestPer ? latestOnly(fact, source.latestPer, rows, groups) : rows;
  const reading = peopleOfADay(
    scope.catalog,
    q,
    scan,
    span,
    leaves.flatMap(({ metric }) => expressionsOf(metric)),
  );
  return grouped(q, sql`(${reading.rows(kept)}) as g`, 'g', leaves, reading.value);
}

function intervalState(
  scope: StatementScope,
  q: MetricsQuestion,
  leaves: readonly Leaf[],
  leaf: Leaf,
  source: Source<'state'>,
): Sql {
  const fact = factOf(scope.catalog, 'fact' in source.over ? source.over.fact : '');
  const names = leaves.flatMap((l) => namesOf(l.metric));
  const scan = { fact, asOf: stateDay(q, source), where: source.where, names };
  const rows = q.ownTime
    ? memberRows(scope, q, leaf, openOver(scan), (start, own) => openInOwnTime(scope.catalog, fact, source, start, own))
    : memberRows(scope, q, leaf, { ...scan, rows: { kind: 'open' } });
  return grouped(q, sql`(${rows}) as g`, 'g', leaves);
}

function need(
  scope: StatementScope,
  entity: 'customer' | 'user',
  day: Day,
  leaves: readonly Leaf[],
  days?: readonly Day[],
): Sql {
  const { base, table } = scope.base(entity, day, days);
  const known = entityOf(scope.catalog, entity).attributes;
  leaves
    .flatMap(({ metric }) => [...namesOf(metric), ...whereNames(metric)])
    .filter((n) => n in known)
    .forEach((n) => {
      base.attribute(n);
    });
  return table;
}
const whereNames = (metric: Metric): readonly string[] =>
  metric.source.kind === 'state' ? (metric.source.where?.names ?? []) : [];

function entityState(
  scope: StatementScope,
  q: MetricsQuestion,
  leaves: readonly Leaf[],
  leaf: Leaf,
  source: Source<'state'>,
): Sql {
  const entity = 'entity' in source.over ? source.over.entity : 'customer';
  const day = stateDay(q, source);
  const table = need(scope, entity, day, leaves, lastDays(q));
  const filter = source.where ? sql`where ${model(source.where.sql)}` : sql``;
  if (entity === q.population.entity && day === memberDay(q, leaf.members) && !isOfFixedMembers(q)) {
    const rows = (asked: MetricsQuestion): Sql =>
      grouped(asked, sql`(${scope.memberRows(wanted(asked, day))}) as m ${filter}`, 'm', leaves);
    const addUp = leaves.every(({ metric }) => expressionsOf(metric).every(({ total }) => total === 'OF_ROWS'));
    return (addUp ? byDayFirst(scope, q, leaves.flatMap(leafColumns), rows) : undefined) ?? rows(q);
  }
  const members = scope.membersOf(wanted(q, memberDay(q, leaf.members)));
  const on =
    entity === q.population.entity
      ? entity === 'user'
        ? sql`m._member = b.id and m._member_customer is not distinct from b.customer_id`
        : sql`m._member = b.id`
      : sql`m._member = b.customer_id`;
  const joined = sql`${table} as b join ${members} as m on ${on}`;
  if (!isOfFixedMembers(q)) return grouped(q, sql`${joined} ${filter}`, 'm', leaves);
  const groups = q.by.slice(1).map((_, i) => sql`, ${ref('m', `_d${String(i + 1)}`)}`);
  const begun = q.by.map((by, i) => (isWithin(by) ? sql` and b._day >= ${ref('m', `_d${String(i)}`)}` : sql``));
  const rows = sql`select b.*, b._day as _d0 ${sql.join(groups, sql``)} from ${joined}${sql.join(begun, sql``)}`;
  return grouped(q, sql`(${rows}) as g ${filter}`, 'g', leaves);
}

/** Of such members only the days from their own start on are asked about. */
const isWithin = (by: Grouping): boolean => typeof by !== 'string' && by.kind === 'start' && by.within !== undefined;

/** Each member at the start with its attributes `before` and `after`; pooled changes add their parts up. */
function change(
  scope: StatementScope,
  q: MetricsQuestion,
  leaves: readonly Leaf[],
  leaf: Leaf,
  source: Source<'change'>,
): Sql {
  const { entity, where, memberDay: fixed } = q.population;
  const stretches = Array.from({ length: source.pool ?? 1 }, (_, k) => stretch(q, source, k));
  const parts = stretches.map(([start, end]) => {
    const before = need(scope, entity, start, leaves);
    const after = need(scope, entity, end, leaves);
    const { base } = scope.base(entity, start);
    const same = entity === 'user' ? sql` and after.customer_id is not distinct from before.customer_id` : sql``;
    const from = sql`${before} as before left join ${after} as after on after.id = before.id${same}`;
    if (fixed === undefined && leaf.members === 'start' && q.by.length === 0) {
      return grouped(q, sql`${from} where ${asFilter(compileWhere(base, where, 'before'))}`, 'before', leaves);
    }
    const on =
      entity === 'user'
        ? sql`m._member = before.id and m._member_customer is not distinct from before.customer_id`
        : sql`m._member = before.id`;
    const members = scope.membersOf(wanted(q, fixed ?? (leaf.members === 'end' ? end : start)));
    return grouped(q, sql`${from} join ${members} as m on ${on}`, 'm', leaves);
  });
  if (parts.length === 1 && parts[0]) return parts[0];
  const columns = leaves.flatMap(leafColumns);
  const keys = q.by.map((_, i) => name(`_d${String(i)}`));
  const sums = ['_count', ...columns].map((c) => sql`sum(${name(c)}) as ${name(c)}`);
  const group = keys.length > 0 ? sql`group by ${comma(keys)}` : sql``;
  return sql`select ${comma([...keys, ...sums])} from (${unionAll(parts)}) as _p ${group}`;
}

function stretch(q: MetricsQuestion, source: Source<'change'>, back: number): readonly [Day, Day] {
  if (!source.over) return [firstDay(q), lastDay(q)];
  const { over } = source;
  const end = (k: number): Day => addDays(minus(q.period.until, times(over, k)), -1);
  return [end(back + 1), end(back)];
}

export const usesUsers = (catalog: Catalog, metric: Metric): boolean => {
  const { source } = metric;
  if (source.kind === 'flow') return factOf(catalog, source.fact).user !== undefined;
  if (source.kind === 'state') {
    return 'entity' in source.over
      ? source.over.entity === 'user'
      : factOf(catalog, source.over.fact).user !== undefined;
  }
  return source.kind === 'change' ? source.entity === 'user' : true;
};
