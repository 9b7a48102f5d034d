import type { Catalog } from '../catalog/model.js';
import type { LifecycleQuestion } from '../query/activity.js';
import { activity, attributeColumns, keyColumns } from './activity.js';
import { clocksFrom } from './period-number.js';
import type { Sql } from './sql.js';
import { comma, name, sql, unionAll } from './sql.js';
import type { Compiled } from './statement.js';
import { createScope } from './statement.js';

/**
 * How many members `n` are of which `state` in which period `p`, by groups `d0` …: `new`, `returning`, `resurrecting` and
 * `dormant`. One look at every member's active periods, each beside the one before and the one after it.
 */
export function lifecycleStatement(catalog: Catalog, q: LifecycleQuestion): Compiled {
  const { entity, where } = q.population;
  const { grid, first, count } = q.periods;
  const scope = createScope(catalog);
  const members = { table: scope.members(entity, where, q.asOf, q.by), attributes: q.by.length };
  const own = { entity, rows: q.activity, asOf: q.asOf, span: {}, members };
  const clocks = clocksFrom(grid, first, q.asOf, catalog.workspace.timeZone);
  const [keys, groups] = [comma(keyColumns(entity)), attributeColumns(members)];
  const beside = (row: Sql): Sql => sql`${row} over (partition by ${keys} order by _p)`;
  const active = scope.shared(
    sql`select ${comma([...groups, sql`_p`, sql`${beside(sql`lag(_p)`)} as _before`, sql`${beside(sql`lead(_p)`)} as _after`])} from (${activity(catalog, own, { grid, clocks })}) as a`,
  );
  const state = sql`case when _before is null then 'new' when _before = _p - 1 then 'returning' else 'resurrecting' end`;
  const states = unionAll([
    sql`select ${comma([...groups, sql`_p`, sql`${state} as state`])} from ${active} as a`,
    sql`select ${comma([...groups, sql`_p + 1 as _p`, sql`'dormant' as state`])} from ${active} as a where _after is null or _after > _p + 1`,
  ]);
  const columns = [...groups.map((d, i) => sql`${d} as ${name(`d${String(i)}`)}`), sql`_p as p`, sql`state`];
  return scope.finish(
    sql`select ${comma([...columns, sql`count(*) as n`])} from (${states}) as s where _p >= ${first} and _p < ${first + count} group by ${comma([...groups, sql`_p`, sql`state`])}`,
  );
}
