import type { Metric } from '../../catalog/model.js';
import type { Day } from '../../query/time.js';
import { entityOf } from '../entity-of.js';
import { type Leaf, namesOf } from '../leaf.js';
import type { Sql } from '../sql.js';
import type { StatementScope } from '../statement.js';

/** The table of an entity on a day, with the attributes that leaves name. */
export function need(
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
