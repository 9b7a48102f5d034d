import type { Catalog } from '../catalog/model.js';
import type { MetricsQuestion } from '../query/question.js';
import { type Alike, alikeButForWheres } from './alike.js';
import { lastDays, leafColumn, type Leaf } from './leaf.js';
import { ofOwnDays } from './lasting.js';
import { expand, metricOf, ownLeaf, valued, withFormula, type Wide } from './metric-formulas.js';
import { metricTable, sizesOfWheres } from './metric-table.js';
import type { Sql } from './sql.js';
import { comma, name, sql, toStatement, unionAll } from './sql.js';
import type { StatementScope } from './statement.js';
import { createScope } from './statement.js';
import { compileWhere } from './where.js';

type Compiled = ReturnType<StatementScope['finish']>;

/** Column of a metric's part in the answer; metrics are numbered as in the question. */
export const answerColumn = (part: 'value' | 'numerator' | 'denominator' | 'n', metric: number): string =>
  `${part}_${String(metric)}`;

/** All the questions in one statement: `q`, `d0` … (groups), `size`, and four columns per metric. */
export function metricsStatement(catalog: Catalog, questions: readonly MetricsQuestion[]): Compiled {
  const scope = createScope(catalog);
  const width = Math.max(...questions.map((q) => q.metrics.length));
  return scope.finish(unionAll(alikeButForWheres(questions).map((alike) => branch(scope, alike, width))));
}

/** The same for one question about many periods; null where the snapshots do not keep all that it asks. */
export function seriesStatement(catalog: Catalog, asked: MetricsQuestion): Compiled | null {
  const question = ofOwnDays(catalog, asked);
  if (question.population.memberDay === undefined && !meansTheSame(catalog, question)) return null;
  const scope = createScope(catalog);
  const statement = scope.finish(branch(scope, { question, positions: [0] }, question.metrics.length));
  return scope.beyond() ? null : statement;
}

/** A condition that means the same on the first and on the last day means it on every day between them. */
function meansTheSame(catalog: Catalog, q: MetricsQuestion): boolean {
  const days = lastDays(q) ?? [];
  const { base } = createScope(catalog).base('customer', days.at(-1) ?? '', days);
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''].map((day) =>
    JSON.stringify(toStatement(compileWhere({ ...base, day }, q.population.where, 'b'))),
  );
  return first === last;
}

function branch(scope: StatementScope, { question, positions }: Alike, width: number): Sql {
  const { metrics, by, wheres, limit } = question;
  const metric = Array.from({ length: width }, (_, i) => {
    const asked = metrics[i];
    return asked === undefined ? padding(i) : outputs(ownLeaf(metricOf(scope.catalog, asked)), i);
  });
  const numbers = comma(positions.map((position) => sql.lit(position)));
  if (wheres && metrics.length === 0 && by.length === 1)
    return sql`select unnest([${numbers}]) as q, unnest(_sizes) as size, ${comma(metric)} from (${sizesOfWheres(scope, question, wheres)}) as s`;
  const { leaves, formulas } = expand(scope.catalog, metrics);
  const table = formulas.reduce<Wide>(
    (inner, formula) => withFormula(scope.catalog, inner, formula),
    metricTable(scope, question, leaves),
  ).sql;
  const q = wheres ? sql`[${numbers}][_d0 + 1]` : numbers;
  const first = wheres ? 1 : 0;
  const dims = by.slice(first).map((_, i) => sql`${name(`_d${String(i + first)}`)} as ${name(`d${String(i)}`)}`);
  const size = sql`cast(${question.size ? sql`_size` : sql`null`} as bigint) as size`;
  const select = sql`select ${comma([sql`${q} as q`, ...dims, size, ...metric])} from (${table}) as w`;
  if (limit === undefined) return select;
  const order = comma([sql`size desc`, ...by.map((_, i) => sql`${name(`d${String(i)}`)} nulls last`)]);
  return sql`select * from (${select} order by ${order} limit ${limit}) as _t`;
}

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
