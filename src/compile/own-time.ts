import type { Catalog, Fact, MetricSource } from '../catalog/model.js';
import type { OwnTime } from '../query/question.js';
import { localDay, startOfDate, unitsOn } from './dialect.js';
import type { FactScan } from './fact-rows.js';
import { placedBy, timeTypeOf } from './fact-rows.js';
import type { Sql } from './sql.js';
import { all, name, sql } from './sql.js';

/** Rows that lie in a stretch of their member's own time. */
export function inOwnTime(catalog: Catalog, scan: FactScan, start: Sql, { unit, age }: OwnTime): Sql {
  const type = timeTypeOf(scan.fact, scan.time ?? placedBy(scan.fact));
  const day = localDay(type, sql`f._time`, catalog.workspace.timeZone);
  return all([sql`${day} >= ${unitsOn(start, age, unit)}`, sql`${day} < ${unitsOn(start, age + 1, unit)}`]);
}

/** A scan of all the rows that have begun, with their ends. */
export const openOver = (scan: Omit<FactScan, 'rows'>): FactScan => ({
  ...scan,
  rows: { kind: 'overlapping', span: {} },
  names: [...scan.names, ...(scan.fact.time.kind === 'interval' ? [scan.fact.time.until] : [])],
});

/** Rows open at the end of a stretch of their member's own time, or of the day before it. */
export function openInOwnTime(
  catalog: Catalog,
  fact: Fact,
  source: Extract<MetricSource, { kind: 'state' }>,
  start: Sql,
  { unit, age }: OwnTime,
): Sql {
  if (fact.time.kind !== 'interval') throw new Error(`${fact.plural} are open at no time`);
  const { from, until } = fact.time;
  const next = unitsOn(start, source.at === 'start' ? age : age + 1, unit);
  const begins = (column: string): Sql => startOfDate(timeTypeOf(fact, column), next, catalog.workspace.timeZone);
  const end = sql`f.${name(until)}`;
  return all([sql`f._time < ${begins(from)}`, sql`(${end} is null or ${end} >= ${begins(until)})`]);
}
