import type { Catalog, Metric } from '../catalog/model.js';
import { dialect } from './dialect.js';
import { leafColumn, leafColumns, namesOf, partsOf, type Leaf } from './leaf.js';
import type { Sql } from './sql.js';
import { comma, model, name, sql } from './sql.js';

export const metricOf = (catalog: Catalog, metric: string): Metric => {
  const found = catalog.metrics[metric];
  if (!found) throw new Error(`No metric ${metric}`);
  return found;
};

/** A SELECT and the names of its columns, and which of them tell the size and the number of rows behind a leaf. */
export interface Wide {
  readonly sql: Sql;
  readonly columns: readonly string[];
  readonly size: string;
  readonly rowsOf: (leaf: Leaf) => string;
}

/** Formulas a metric is made of, innermost first, and the leaves under them. */
export function expand(
  catalog: Catalog,
  metrics: readonly string[],
): { leaves: readonly Leaf[]; formulas: readonly Leaf[] } {
  const leaves = new Map<string, Leaf>();
  const formulas = new Map<string, Leaf>();
  const visit = (leaf: Leaf): void => {
    const key = leafColumn(leaf);
    if (leaves.has(key) || formulas.has(key)) return;
    if (leaf.metric.source.kind !== 'formula') {
      leaves.set(key, leaf);
      return;
    }
    leavesOf(catalog, leaf).forEach(visit);
    formulas.set(key, leaf);
  };
  metrics.forEach((m) => {
    visit(ownLeaf(metricOf(catalog, m)));
  });
  return { leaves: [...leaves.values()], formulas: [...formulas.values()] };
}

export const ownLeaf = (metric: Metric): Leaf => ({ metric, members: metric.members });
/** A formula over the members at the start takes every metric in it over them. */
const leavesOf = (catalog: Catalog, formula: Leaf): readonly Leaf[] =>
  partsOf(catalog, formula.metric).map((metric) => ({
    metric,
    members: formula.members === 'start' ? 'start' : metric.members,
  }));

/** A leaf's or a formula's value, which may be infinite. */
export function valueOf(leaf: Leaf): Sql {
  if (leaf.metric.ratio.kind === 'value') return sql`cast(${name(leafColumn(leaf))} as double)`;
  const [n, d] = [name(leafColumn(leaf, '$n')), name(leafColumn(leaf, '$d'))];
  return sql`cast(${n} as double) / nullif(cast(${d} as double), 0)`;
}

/** Adds a formula's columns; the metrics and constants it names are in scope under their own names. */
export function withFormula(catalog: Catalog, inner: Wide, formula: Leaf): Wide {
  const mentioned = new Set(namesOf(formula.metric));
  const scoped = new Map(leavesOf(catalog, formula).map((p) => [p.metric.name, dialect.finite(valueOf(p))]));
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
    ...inner,
    sql: sql`select ${comma([...kept, ...own])} from (select ${comma([...kept, ...inScope])} from (${inner.sql}) as i) as x`,
    columns: [...inner.columns, ...leafColumns(formula)],
  };
}
