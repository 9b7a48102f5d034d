import type { Catalog } from '../catalog/model.js';
import type { StickinessQuestion } from '../query/activity.js';
import { activity, attributeColumns, keyColumns } from './activity.js';
import { clocksFrom } from './period-number.js';
import { comma, name, sql } from './sql.js';
import type { Compiled } from './statement.js';
import { createScope } from './statement.js';
import { valueTests } from './value-test.js';
import { spanOf } from './window.js';

/** How many members `n` were active in exactly `periods` periods of the stretch, by groups `d0` …; nobody is in none. */
export function stickinessStatement(catalog: Catalog, q: StickinessQuestion): Compiled {
  const { entity, where } = q.population;
  const scope = createScope(catalog);
  const members = { table: scope.members(entity, where, q.asOf, q.by), attributes: q.by.length };
  const { grid, first } = q.periods;
  const clocks = clocksFrom(grid, first, q.asOf, catalog.workspace.timeZone);
  const span = spanOf(q.stretch, q.asOf, catalog);
  const active = activity(catalog, { entity, rows: q.activity, asOf: q.asOf, span, members }, { grid, clocks });
  const enough = valueTests({ value: sql`_n`, type: 'number' }, q.rows, q.asOf, catalog);
  const groups = attributeColumns(members);
  const by = comma([...keyColumns(entity), ...groups]);
  const counted = sql`select ${by}, count(*) as periods from (${active}) as a where ${enough} group by ${by}`;
  const columns = [...groups.map((d, i) => sql`${d} as ${name(`d${String(i)}`)}`), sql`periods`];
  return scope.finish(
    sql`select ${comma([...columns, sql`count(*) as n`])} from (${counted}) as c group by ${comma([...groups, sql`periods`])}`,
  );
}
