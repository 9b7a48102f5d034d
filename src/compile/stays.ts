import type { Catalog, TimeType } from '../catalog/model.js';
import type { StaysQuestion } from '../query/movement.js';
import { addDays } from '../query/time.js';
import { factOf } from './attribute-scan.js';
import { day, dialect, instant, localDay, startOfDay } from './dialect.js';
import { factRows, timeTypeOf } from './fact-rows.js';
import type { Sql } from './sql.js';
import { all, comma, name, sql } from './sql.js';
import { createScope } from './statement.js';
import { openAt } from './window.js';

/** Columns of the answer beside `stage` and `completed`. Lengths are in days. */
export const stayMeasures = ['mean', 'median', 'p90', 'shortest', 'longest'] as const;

const microsecondsInDay = 86_400_000_000;

/** From one time to another in days; of times of day a part of 24 hours. */
function daysBetween(from: Sql, fromType: TimeType, until: Sql, untilType: TimeType, zone: string): Sql {
  if (fromType === 'date' && untilType === 'date')
    return sql`cast(${dialect.daysBetween(localDay('date', from, zone), localDay('date', until, zone))} as double)`;
  const at = (type: TimeType, time: Sql): Sql => dialect.microseconds(instant(type, time, zone));
  return sql`(${at(untilType, until)} - ${at(fromType, from)}) / cast(${sql.lit(microsecondsInDay)} as double)`;
}

/**
 * A row per stage and whether its stays ended in the period or were open at its end, over the members as of that end: `stage`,
 * `completed`, `stays`, `people` and how long they lasted, or had lasted by then.
 */
export function staysStatement(
  catalog: Catalog,
  q: StaysQuestion,
): { readonly sql: string; readonly parameters: readonly unknown[] } {
  const scope = createScope(catalog);
  const fact = factOf(catalog, q.fact);
  if (fact.time.kind !== 'interval') throw new Error(`${q.fact} have no length`);
  const zone = catalog.workspace.timeZone;
  const { from, until } = fact.time;
  const [fromType, untilType] = [timeTypeOf(fact, from), timeTypeOf(fact, until)];
  const last = addDays(q.period.until, -1);
  const rows = factRows(catalog, {
    fact,
    asOf: last,
    rows: { kind: 'overlapping', span: {} },
    names: [q.column, from, until],
  });
  const { entity, where } = q.population;
  const members = scope.members(entity, where, last, []);
  const on =
    entity === 'user' ? sql`m._member_customer = f._customer and m._member = f._user` : sql`m._member = f._customer`;
  const [begin, end] = [sql`f.${name(from)}`, sql`f.${name(until)}`];
  const open = openAt(begin, fromType, end, untilType, last, zone);
  const ended = localDay(untilType, end, zone);
  const inPeriod = all([sql`${ended} >= ${day(q.period.from)}`, sql`${ended} < ${day(q.period.until)}`]);
  const length = daysBetween(begin, fromType, end, untilType, zone);
  const soFar = daysBetween(begin, fromType, startOfDay(untilType, q.period.until, zone), untilType, zone);
  const column = fact.relation.columns[q.column];
  const stage = column?.timeType ? localDay(column.timeType, sql`f.${name(q.column)}`, zone) : sql`f.${name(q.column)}`;
  const person = entity === 'user' ? sql`(m._member_customer, m._member)` : sql`m._member`;
  // A row that ends before it begins is a mistake of the data and lasted for nothing.
  const stays = sql`select ${stage} as stage, not (${open}) as completed, ${person} as person,
    greatest(case when ${open} then ${soFar} else ${length} end, 0) as days
    from (${rows}) as f join ${members} as m on ${on} where ${open} or ${inPeriod}`;
  const measures = [
    sql`count(*) as stays`,
    sql`count(distinct person) as people`,
    sql`avg(days) as mean`,
    sql`percentile_cont(0.5) within group (order by days) as median`,
    sql`percentile_cont(0.9) within group (order by days) as p90`,
    sql`min(days) as shortest`,
    sql`max(days) as longest`,
  ];
  return scope.finish(
    sql`select stage, completed, ${comma(measures)} from (${stays}) as s group by stage, completed order by stage nulls last, completed desc`,
  );
}
