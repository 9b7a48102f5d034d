import type { Catalog } from '../catalog/model.js';
import { addDays, daysBetween, type Day } from '../query/time.js';
import type { FactRows, Window } from '../query/where.js';
import { activity, keyColumns } from './activity.js';
import { factOf } from './attribute-scan.js';
import type { Base } from './base.js';
import { day } from './dialect.js';
import { rowWhere, rowWhereNames } from './fact-rows.js';
import { clocksIn } from './period-number.js';
import type { Sql } from './sql.js';
import { comma, ref, sql, toStatement } from './sql.js';
import { knownSpan, spanOf } from './window.js';

/** Windows that cover more days than this, each counted as often as it is covered, are better looked at one by one. */
const MOST_COVERED = 4_000;

/** The days of a window as of each of some days, the last one included. */
interface Covered {
  readonly asOf: Day;
  readonly first: Day;
  readonly last: Day;
}

/**
 * How many rows a customer has in a window as of each of many days: rows are counted by day once, and each day counts for the
 * windows that cover it. Null where that would not be the same as looking at each window, or no less work.
 */
export function countOnDays(base: Base, rows: FactRows, alias: string): Sql | null {
  const { catalog, days, entity } = base;
  const covered = days && rows.during && coveredBy(catalog, days, rows.during);
  if (!covered || entity !== 'customer' || !isTheSameOn(catalog, rows, days)) return null;
  const end = days.at(-1) ?? base.day;
  const anchor = covered.map(({ first }) => first).sort()[0] ?? end;
  const span = { from: anchor, until: addDays(end, 1) };
  const found = activity(
    catalog,
    { entity, rows: { fact: rows.fact, where: rows.where }, asOf: end, span },
    { grid: { grain: 'DAY', every: 1, anchor }, clocks: clocksIn(span, end, catalog.workspace.timeZone) },
  );
  const windows = covered.map(
    ({ asOf, first, last }) =>
      sql`(${day(asOf)}, ${sql.lit(daysBetween(anchor, first))}, ${sql.lit(daysBetween(anchor, last) + 1)})`,
  );
  const each = sql`select _day, unnest(range(first, until)) as _p from (values ${comma(windows)}) as v(_day, first, until)`;
  const keys = comma(keyColumns(entity));
  const counted = sql`select ${keys}, w._day, cast(sum(_n) as bigint) as value from (${found}) as a join (${each}) as w on w._p = a._p group by ${keys}, w._day`;
  const count = base.joined(
    { sql: counted, on: 'entity', onEachDay: true },
    (s) => sql`coalesce(${ref(s, 'value')}, 0)`,
  );
  return ref(alias, count);
}

function coveredBy(catalog: Catalog, days: readonly Day[], window: Window): readonly Covered[] | null {
  const found: Covered[] = [];
  let total = 0;
  for (const asOf of days) {
    const { from, until, since, before } = knownSpan(spanOf(window, asOf, catalog), asOf);
    if (from === undefined || until === undefined || since !== undefined || before !== undefined) return null;
    const length = daysBetween(from, until);
    total += Math.max(length, 0);
    if (total > MOST_COVERED) return null;
    if (length > 0) found.push({ asOf, first: from, last: addDays(until, -1) });
  }
  return found.length === 0 ? null : found;
}

/** Rows that do not change after their day, and conditions on them that say the same on the first and on the last day. */
function isTheSameOn(catalog: Catalog, { fact: plural, where }: FactRows, days: readonly Day[]): boolean {
  const fact = factOf(catalog, plural);
  const names = rowWhereNames(where);
  if (fact.time.kind !== 'time' || names.some((n) => fact.relation.columns[n]?.knownFrom !== undefined)) return false;
  const [first, last] = [days[0], days.at(-1)].map((on) =>
    on ? JSON.stringify(toStatement(rowWhere(catalog, fact, where, on))) : '',
  );
  return first === last;
}
