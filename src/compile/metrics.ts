import type { Catalog } from '../catalog/model.js';
import type { MetricsQuestion } from '../query/question.js';
import { type Alike, alikeButForWheres } from './alike.js';
import { lastDays, leafColumn, type Leaf } from './leaf.js';
import { ofOwnDays } from './lasting.js';
import { expand, metricOf, ownLeaf, valueOf, withFormula, type Wide } from './metric-formulas.js';
import { metricTable, sizesOfWheres } from './metric-table.js';
import type { Sql } from './sql.js';
import { comma, name, sql, toStatement, unionAll } from './sql.js';
import type { Compiled, StatementScope } from './statement.js';
import { createScope } from './statement.js';
import { compileWhere } from './where.js';

const parts = ['value', 'numerator', 'denominator', 'n'] as const;
type Part = (typeof parts)[number];

/** Column of a metric's part in the answer; metrics are numbered as in the question. */
export const answerColumn = (part: Part, metric: number): string => `${part}_${String(metric)}`;

/**
 * All the questions in one statement: `q`, `d0` … (groups), `size` where it is asked for, and columns for the metrics, those of
 * quotients only where there is one.
 */
export function metricsStatement(catalog: Catalog, questions: readonly MetricsQuestion[]): Compiled {
  const scope = createScope(catalog);
  const told = toldOf(catalog, questions);
  const branches = alikeButForWheres(questions);
  const selects = branches.map((alike) => branch(scope, alike, told));
  // Each of several may have an order and a limit of its own.
  const statement = scope.finish(unionAll(selects.length > 1 ? selects.map((select) => sql`(${select})`) : selects));
  const rows = branches.map(mostRows);
  return rows.includes(undefined)
    ? statement
    : { ...statement, mostRows: rows.reduce<number>((a, b) => a + (b ?? 0), 0) };
}

/** How many rows a branch has at most, where its question tells. */
function mostRows({ question: { by, limit }, positions }: Alike): number | undefined {
  const groups = by.filter((each) => typeof each === 'string' || each.kind !== 'where');
  return groups.length === 0 ? positions.length : limit;
}

/** What the answer tells of each of the questions, which share its columns. */
interface Told {
  readonly size: boolean;
  readonly metrics: readonly (readonly Part[])[];
}

function toldOf(catalog: Catalog, questions: readonly MetricsQuestion[]): Told {
  const width = Math.max(...questions.map(({ metrics }) => metrics.length));
  const isQuotient = (name: string | undefined): boolean =>
    name !== undefined && metricOf(catalog, name).ratio.kind === 'ratio';
  const metrics = Array.from({ length: width }, (_, i) =>
    questions.some((q) => isQuotient(q.metrics[i])) ? parts : (['value', 'n'] as const),
  );
  // The largest groups come first.
  return { size: questions.some(({ size, limit }) => size || limit !== undefined), metrics };
}

/** The same for one question about many periods; null where the snapshots do not keep all that it asks. */
export function seriesStatement(catalog: Catalog, asked: MetricsQuestion): Compiled | null {
  const question = ofOwnDays(catalog, asked);
  if (question.population.memberDay === undefined && !meansTheSame(catalog, question)) return null;
  const scope = createScope(catalog);
  const statement = scope.finish(branch(scope, { question, positions: [0] }, toldOf(catalog, [question])));
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

function branch(scope: StatementScope, { question, positions }: Alike, told: Told): Sql {
  const { by, wheres, limit } = question;
  const numbers = comma(positions.map((position) => sql.lit(position)));
  if (wheres && question.metrics.length === 0 && by.length === 1)
    return sql`select ${comma([sql`unnest([${numbers}]) as q`, sql`unnest(_sizes) as size`, ...metricColumns(scope, question, told)])} from (${sizesOfWheres(scope, question, wheres)}) as s`;
  const { leaves, formulas } = expand(scope.catalog, question.metrics);
  const table = formulas.reduce<Wide>(
    (inner, formula) => withFormula(scope.catalog, inner, formula),
    metricTable(scope, question, leaves),
  );
  const q = wheres ? sql`[${numbers}][_d0 + 1]` : numbers;
  const first = wheres ? 1 : 0;
  const dims = by.slice(first).map((_, i) => sql`${name(`_d${String(i + first)}`)} as ${name(`d${String(i)}`)}`);
  const size = told.size ? [sql`cast(${question.size ? name(table.size) : sql`null`} as bigint) as size`] : [];
  const columns = [sql`${q} as q`, ...dims, ...size, ...metricColumns(scope, question, told, table)];
  const select = sql`select ${comma(columns)} from (${table.sql}) as w`;
  if (limit === undefined) return select;
  const order = comma([sql`size desc`, ...by.map((_, i) => sql`${name(`d${String(i)}`)} nulls last`)]);
  return sql`${select} order by ${order} limit ${limit}`;
}

/** What a table says of a question's metrics, where it says anything; null of those that others have besides. */
function metricColumns({ catalog }: StatementScope, { metrics }: MetricsQuestion, told: Told, table?: Wide) {
  return told.metrics.flatMap((columns, i) => {
    const asked = metrics[i];
    const leaf = asked === undefined ? undefined : ownLeaf(metricOf(catalog, asked));
    return columns.map((part) => {
      const value = table && leaf && outputs[part](leaf, table);
      return sql`${value ?? sql`cast(null as ${types[part]})`} as ${name(answerColumn(part, i))}`;
    });
  });
}

const types: Readonly<Record<Part, Sql>> = {
  value: sql`double`,
  numerator: sql`double`,
  denominator: sql`double`,
  n: sql`bigint`,
};

/** Parts of a metric; an answer has no infinite numbers. */
const outputs: Readonly<Record<Part, (leaf: Leaf, table: Wide) => Sql | undefined>> = {
  value: valueOf,
  numerator: (leaf) => ofQuotient(leaf, '$n'),
  denominator: (leaf) => ofQuotient(leaf, '$d'),
  n: (leaf, { rowsOf }) =>
    leaf.metric.source.kind === 'formula' ? undefined : sql`cast(${name(rowsOf(leaf))} as bigint)`,
};

const ofQuotient = (leaf: Leaf, part: '$n' | '$d'): Sql | undefined =>
  leaf.metric.ratio.kind === 'ratio' ? sql`cast(${name(leafColumn(leaf, part))} as double)` : undefined;
