import { gridBack } from '../query/grid.js';
import { addDays } from '../query/time.js';
import type { Activity, FactRows } from '../query/where.js';
import { activity, keyColumns } from './activity.js';
import type { Base } from './base.js';
import { clocksIn } from './period-number.js';
import type { Sql } from './sql.js';
import { comma, ref, sql } from './sql.js';
import { valueTests } from './value-test.js';
import { spanOf } from './window.js';

/** How many periods a member was active in: 0 where there are no rows. */
export function activePeriodCount(base: Base, rows: FactRows, measure: Activity, alias: string): Sql {
  const { catalog, day, entity } = base;
  const span = rows.during ? spanOf(rows.during, day, catalog) : {};
  const end = span.before ?? span.until ?? addDays(day, 1);
  const grid = gridBack(measure.unit, measure.every, end, catalog.workspace);
  const clocks = clocksIn(span, day, catalog.workspace.timeZone);
  const found = activity(catalog, { entity, rows, asOf: day, span }, { grid, clocks });
  const enough = valueTests({ value: sql`_n`, type: 'number' }, measure.rows, day, catalog);
  const keys = comma(keyColumns(entity));
  const counted = sql`select ${keys}, count(*) as value from (${found}) as a where ${enough} group by ${keys}`;
  const periods = base.joined({ sql: counted, on: 'entity' }, (side) => sql`coalesce(${ref(side, 'value')}, 0)`);
  return ref(alias, periods);
}
