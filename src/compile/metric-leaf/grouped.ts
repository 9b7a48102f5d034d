import type { Metric } from '../../catalog/model.js';
import type { MetricsQuestion } from '../../query/question.js';
import { leafColumn, type Leaf } from '../leaf.js';
import type { Reading } from '../people.js';
import { comma, model, name, ref, type Sql, sql } from '../sql.js';
import type { StatementScope } from '../statement.js';

export type Source<K extends Metric['source']['kind']> = Extract<Metric['source'], { kind: K }>;

/** The SELECT of leaves of one kind that share rows; the first of them and its source tell which. */
export type GroupOf<K extends Metric['source']['kind']> = (
  scope: StatementScope,
  q: MetricsQuestion,
  leaves: readonly Leaf[],
  first: Leaf,
  source: Source<K>,
) => Sql;

/** Rows counted and aggregated by their `_d0` …, which the alias has. */
export const grouped = (
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
