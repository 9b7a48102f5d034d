import type { Catalog } from '../catalog/model.js';
import type { CombinationQuestion } from '../query/comparison.js';
import { comma, sql } from './sql.js';
import { createScope } from './statement.js';
import { compileWhere } from './where.js';

/**
 * Members by the set of wheres that hold for them, one row per set: `mask` (bit i for where i; at most 60) and `count`. One
 * scan of the base, whatever the number of wheres.
 */
export function combinationsStatement(
  catalog: Catalog,
  q: CombinationQuestion,
): { readonly sql: string; readonly parameters: readonly unknown[] } {
  const scope = createScope(catalog);
  const { base, table } = scope.base(q.entity, q.asOf);
  const within = compileWhere(base, q.within, 'b');
  const bits = q.wheres.map(
    (where, i) => sql`case when ${compileWhere(base, where, 'b')} then ${sql.lit(2 ** i)}::bigint else 0::bigint end`,
  );
  const mask = bits.length > 0 ? sql.join(bits, sql` + `) : sql`0::bigint`;
  return scope.finish(
    sql`select ${comma([sql`mask`, sql`count(*) as count`])} from (select ${mask} as mask from ${table} as b where ${within}) as m group by mask order by count desc, mask`,
  );
}
