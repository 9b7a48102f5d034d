import type { Catalog, Expression, Metric } from '../catalog/model.js';
import type { MetricsQuestion } from '../query/question.js';
import { addDays } from '../query/time.js';
import { nobody } from '../query/where.js';
import { day, dialect } from './dialect.js';
import type { Leaf } from './metric-leaf.js';
import { groupKey, leafColumn, leafGroup } from './metric-leaf.js';
import type { Sql } from './sql.js';
import { comma, lines, model, name, ref, sql, toStatement, unionAll } from './sql.js';
import type { StatementScope } from './statement.js';
import { createScope } from './statement.js';
import { compileWhere } from './where.js';

/** Column of a metric's part in the answer; metrics are numbered as in the question. */
export const answerColumn = (part: 'value' | 'numerator' | 'denominator' | 'n', metric: number): string =>
  `${part}_${String(metric)}`;

/** All the questions in one statement, a branch each: `q`, `d0` … (groups), `size`, and four columns per metric. */
export function metricsStatement(
  catalog: Catalog,
  questions: readonly MetricsQuestion[],
): { readonly sql: string; readonly parameters: readonly unknown[] } {
  const scope = createScope(catalog);
  const width = Math.max(...questions.map((q) => q.metrics.length));
  return scope.finish(unionAll(questions.map((q, i) => branch(scope, q, i, width))));
}

/** The same for one question about many periods; null where the snapshots do not keep all that it asks. */
export function seriesStatement(
  catalog: Catalog,
  question: MetricsQuestion,
): { readonly sql: string; readonly parameters: readonly unknown[] } | null {
  const days = question.periods?.map(({ until }) => addDays(until, -1)) ?? [];
  const [first = '', last = ''] = [days[0], days.at(-1)];
  // A condition that means the same on the first and on the last day means it on every day between them.
  const same = [first, last].map((each) => {
    const { base } = createScope(catalog, days).base('customer', last);
    const condition = compileWhere({ ...base, day: each }, question.population.where, 'b');
    return JSON.stringify(toStatement(condition));
  });
  if (same[0] !== same[1]) return null;
  const scope = createScope(catalog, days);
  const statement = scope.finish(branch(scope, question, 0, question.metrics.length));
  return scope.beyond() ? null : statement;
}

export const metricOf = (catalog: Catalog, metric: string): Metric => {
  const found = catalog.metrics[metric];
  if (!found) throw new Error(`No metric ${metric}`);
  return found;
};

/** Formulas a metric is made of, innermost first, and the leaves under them. */
function expand(catalog: Catalog, metrics: readonly string[]): { leaves: readonly Leaf[]; formulas: readonly Leaf[] } {
  const leaves = new Map<string, Leaf>();
  const formulas = new Map<string, Leaf>();
  const visit = (leaf: Leaf): void => {
    const key = leafColumn(leaf);
    if (leaves.has(key) || formulas.has(key)) return;
    if (leaf.metric.source.kind !== 'formula') {
      leaves.set(key, leaf);
      return;
    }
    partsOf(catalog, leaf).forEach(visit);
    formulas.set(key, leaf);
  };
  metrics.forEach((m) => {
    visit(ownLeaf(metricOf(catalog, m)));
  });
  return { leaves: [...leaves.values()], formulas: [...formulas.values()] };
}

export const ownLeaf = (metric: Metric): Leaf => ({ metric, members: metric.members });
/** A formula over the members at the start takes every metric in it over them. */
const partsOf = (catalog: Catalog, formula: Leaf): readonly Leaf[] =>
  expressionsOf(formula.metric)
    .flatMap((e) => e.names)
    .flatMap((n) => catalog.metrics[n] ?? [])
    .map((metric) => ({ metric, members: formula.members === 'start' ? 'start' : metric.members }));
const expressionsOf = (metric: Metric): readonly Expression[] =>
  metric.ratio.kind === 'value' ? [metric.ratio.value] : [metric.ratio.numerator, metric.ratio.denominator];

function branch(scope: StatementScope, q: MetricsQuestion, index: number, width: number): Sql {
  const { leaves, formulas } = expand(scope.catalog, q.metrics);
  const joined = joinGroups(scope, q, groupLeaves(leaves));
  const wide = formulas.reduce<Wide>((inner, f) => withFormula(scope.catalog, inner, f), joined).sql;
  const dims = q.by.map((_, i) => sql`${name(`_d${String(i)}`)} as ${name(`d${String(i)}`)}`);
  const metrics = Array.from({ length: width }, (_, i) => {
    const metric = q.metrics[i];
    return metric === undefined ? padding(i) : outputs(ownLeaf(metricOf(scope.catalog, metric)), i);
  });
  const size = needsSize(q) ? sql`_size` : sql`null`;
  const select = sql`select ${index} as q, ${comma([...dims, sql`cast(${size} as bigint) as size`, ...metrics])} from (${wide}) as w`;
  if (q.limit === undefined) return select;
  const order = comma([sql`size desc`, ...q.by.map((_, i) => sql`${name(`d${String(i)}`)} nulls last`)]);
  return sql`select * from (${select} order by ${order} limit ${q.limit}) as _t`;
}

const valued = (leaf: Leaf): Sql => {
  if (leaf.metric.ratio.kind === 'value') return dialect.finite(sql`cast(${name(leafColumn(leaf))} as double)`);
  const [n, d] = [name(leafColumn(leaf, '$n')), name(leafColumn(leaf, '$d'))];
  return dialect.finite(sql`cast(${n} as double) / nullif(cast(${d} as double), 0)`);
};

const outputs = (leaf: Leaf, i: number): Sql => {
  const ratio = leaf.metric.ratio.kind === 'ratio';
  const part = (suffix: '$n' | '$d'): Sql =>
    ratio ? sql`cast(${name(leafColumn(leaf, suffix))} as double)` : sql`cast(null as double)`;
  const n = leaf.metric.source.kind === 'formula' ? sql`cast(null as bigint)` : name(`${leafColumn(leaf)}$count`);
  return comma([
    sql`${valued(leaf)} as ${name(answerColumn('value', i))}`,
    sql`${part('$n')} as ${name(answerColumn('numerator', i))}`,
    sql`${part('$d')} as ${name(answerColumn('denominator', i))}`,
    sql`cast(${n} as bigint) as ${name(answerColumn('n', i))}`,
  ]);
};
const padding = (i: number): Sql =>
  comma([
    ...(['value', 'numerator', 'denominator'] as const).map(
      (part) => sql`cast(null as double) as ${name(answerColumn(part, i))}`,
    ),
    sql`cast(null as bigint) as ${name(answerColumn('n', i))}`,
  ]);

function groupLeaves(leaves: readonly Leaf[]): readonly (readonly Leaf[])[] {
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const key = groupKey(leaf);
    groups.set(key, [...(groups.get(key) ?? []), leaf]);
  }
  return [...groups.values()];
}

/** A SELECT and the names of its columns. */
interface Wide {
  readonly sql: Sql;
  readonly columns: readonly string[];
}

const leafColumns = (leaf: Leaf): readonly string[] =>
  leaf.metric.ratio.kind === 'value' ? [leafColumn(leaf)] : [leafColumn(leaf, '$n'), leafColumn(leaf, '$d')];

/** Groups are told with their sizes; the days of a series are no groups. */
const needsSize = ({ size, by, periods }: MetricsQuestion): boolean => size || by.length > (periods ? 1 : 0);

/** One row per group (or one row in all) with the columns of every leaf and the size. */
function joinGroups(scope: StatementScope, q: MetricsQuestion, groups: readonly (readonly Leaf[])[]): Wide {
  const { entity, where, memberDay } = q.population;
  const endDay = memberDay ?? addDays(q.period.until, -1);
  const keys = q.by.map((_, i) => `_d${String(i)}`);
  const sizes = (): Sql => {
    const group = keys.length > 0 ? sql`group by ${comma(keys.map(name))}` : sql``;
    const members = scope.members(entity, where, endDay, q.by);
    return sql`select ${comma([...keys.map(name), sql`count(*) as _size`])} from ${members} ${group}`;
  };
  const parts = [
    ...(needsSize(q) ? [{ sql: sizes(), leaves: [] }] : []),
    ...groups.map((leaves) => ({ sql: leafGroup(scope, q, leaves), leaves })),
  ].map((part, i) => ({
    ...part,
    alias: `g${String(i)}`,
    table: q.by.length > 0 ? scope.shared(part.sql) : sql`(${part.sql})`,
    ...(q.by.length > 0 && part.leaves.length > 0 && { nothing: nothingOf(scope, q, part.leaves, `n${String(i)}`) }),
  }));
  const columns = parts.flatMap(({ leaves, alias, nothing }) =>
    leaves.flatMap((leaf) => [
      ...leafColumns(leaf).map((c) => ({
        column: c,
        value: nothing
          ? sql`case when ${ref(alias, '_count')} is null then ${ref(nothing.alias, c)} else ${ref(alias, c)} end`
          : ref(alias, c),
      })),
      { column: `${leafColumn(leaf)}$count`, value: sql`coalesce(${ref(alias, '_count')}, 0)` },
    ]),
  );
  if (q.periods && q.by.length === 1) {
    // A period without any row has a group too.
    const days = q.periods.map(({ until }) => sql`(${day(addDays(until, -1))})`);
    parts.push({
      sql: sql``,
      leaves: [],
      alias: 'each',
      table: sql`(select _d0 from (values ${comma(days)}) as _v(_d0))`,
    });
  }
  if (needsSize(q)) columns.push({ column: '_size', value: sql`coalesce(g0._size, 0)` });
  const named = columns.map((c) => sql`${c.value} as ${name(c.column)}`);
  const tables = parts.map((p) => sql`${p.table} as ${name(p.alias)}`);
  if (keys.length === 0) {
    const from = tables.length > 0 ? sql`from ${sql.join(tables, sql` cross join `)}` : sql``;
    return { sql: sql`select ${comma([sql`1 as _one`, ...named])} ${from}`, columns: columns.map((c) => c.column) };
  }
  const rows = byGroups(
    tables,
    parts.map((p) => p.alias),
    keys.map(name),
    named,
  );
  const nothings = parts.flatMap(({ nothing }) =>
    nothing ? [sql`cross join ${nothing.table} as ${name(nothing.alias)}`] : [],
  );
  return { sql: lines([rows, ...nothings]), columns: [...keys, ...columns.map((c) => c.column)] };
}

/** What metrics are over no rows at all: their values for a group that has none. One row. */
function nothingOf(scope: StatementScope, q: MetricsQuestion, leaves: readonly Leaf[], alias: string) {
  const { period, metrics, size } = q;
  const one = { period, metrics, size, population: { ...q.population, where: nobody }, by: [] };
  return { alias, table: scope.shared(leafGroup(scope, one, leaves)) };
}

/** Every group that any part has, with what each part says of it. */
function byGroups(
  tables: readonly Sql[],
  aliases: readonly string[],
  keys: readonly Sql[],
  columns: readonly Sql[],
): Sql {
  const every = sql.join(
    tables.map((t) => sql`select ${comma(keys)} from ${t}`),
    sql` union `,
  );
  const joins = tables.map((t, i) => {
    const on = keys.map((k) => sql`${name(aliases[i] ?? '')}.${k} is not distinct from k.${k}`);
    return sql`left join ${t} on ${sql.join(on, sql` and `)}`;
  });
  return lines([sql`select ${comma([...keys.map((k) => sql`k.${k}`), ...columns])} from (${every}) as k`, ...joins]);
}

/** Adds a formula's columns; the metrics and constants it names are in scope under their own names. */
function withFormula(catalog: Catalog, inner: Wide, formula: Leaf): Wide {
  const mentioned = new Set(expressionsOf(formula.metric).flatMap((e) => e.names));
  const scoped = new Map(partsOf(catalog, formula).map((p) => [p.metric.name, valued(p)]));
  for (const [constant, value] of Object.entries(catalog.workspace.constants))
    if (mentioned.has(constant)) scoped.set(constant, sql.lit(value));
  const kept = inner.columns.map(name);
  const inScope = [...scoped].map(([n, value]) => sql`${value} as ${name(n)}`);
  const { ratio } = formula.metric;
  const own =
    ratio.kind === 'value'
      ? [sql`(${model(ratio.value.sql)}) as ${name(leafColumn(formula))}`]
      : [
          sql`(${model(ratio.numerator.sql)}) as ${name(leafColumn(formula, '$n'))}`,
          sql`(${model(ratio.denominator.sql)}) as ${name(leafColumn(formula, '$d'))}`,
        ];
  return {
    sql: sql`select ${comma([...kept, ...own])} from (select ${comma([...kept, ...inScope])} from (${inner.sql}) as i) as x`,
    columns: [...inner.columns, ...leafColumns(formula)],
  };
}
