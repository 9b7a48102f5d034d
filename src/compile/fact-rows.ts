import type { Catalog, Expression, Fact, TimeType } from '../catalog/model.js';
import type { Day } from '../query/time.js';
import { addDays } from '../query/time.js';
import type { RowWhere } from '../query/where.js';
import { day, localDay, startOfDay } from './dialect.js';
import type { Sql } from './sql.js';
import { all, any, asFilter, comma, model, name, not, sql } from './sql.js';
import { valueTests } from './value-test.js';
import type { Span } from './window.js';
import { knownSpan, openAt, overlaps, within } from './window.js';

/** Which rows of a fact, as they were known at the end of a day. */
export interface FactScan {
  readonly fact: Fact;
  readonly asOf: Day;
  readonly rows: { readonly kind: 'open' } | { readonly kind: 'overlapping' | 'placed'; readonly span: Span };
  /** Another time column to place rows by. */
  readonly time?: string | undefined;
  /** SQL of the model over the fact's columns. */
  readonly where?: Expression | undefined;
  /** A condition of a request over the fact's columns. */
  readonly asked?: RowWhere | undefined;
  readonly latestPer?: string | undefined;
  /** Columns and `day`, `as_of` that the aggregates above will name. */
  readonly names: readonly string[];
}

export const timeTypeOf = (fact: Fact, column: string): TimeType => fact.relation.columns[column]?.timeType ?? 'date';
export const placedBy = (fact: Fact): string => (fact.time.kind === 'time' ? fact.time.column : fact.time.from);

/** A column as it was known at the end of the day asked about. */
function known(catalog: Catalog, fact: Fact, column: string, asOf: Day): Sql {
  const from = fact.relation.columns[column]?.knownFrom;
  if (from === undefined) return name(column);
  const end = startOfDay(timeTypeOf(fact, from), addDays(asOf, 1), catalog.workspace.timeZone);
  return sql`case when ${name(from)} < ${end} then ${name(column)} end`;
}

function inRows(catalog: Catalog, scan: FactScan): Sql {
  const { fact, asOf, rows } = scan;
  const zone = catalog.workspace.timeZone;
  if (rows.kind === 'placed' || fact.time.kind === 'time') {
    const column = scan.time ?? placedBy(fact);
    const span = knownSpan(rows.kind === 'open' ? {} : rows.span, asOf);
    return within(name(column), timeTypeOf(fact, column), span, zone);
  }
  const { from, until } = fact.time;
  const [fromType, untilType] = [timeTypeOf(fact, from), timeTypeOf(fact, until)];
  return rows.kind === 'open'
    ? openAt(name(from), fromType, name(until), untilType, asOf, zone)
    : overlaps(name(from), fromType, name(until), untilType, knownSpan(rows.span, asOf), zone);
}

export function rowWhere(catalog: Catalog, fact: Fact, where: RowWhere, asOf: Day): Sql {
  switch (where.kind) {
    case 'and':
      return all(where.items.map((w) => rowWhere(catalog, fact, w, asOf)));
    case 'or':
      return any(where.items.map((w) => rowWhere(catalog, fact, w, asOf)));
    case 'not':
      return not(rowWhere(catalog, fact, where.item, asOf));
    case 'column': {
      const column = fact.relation.columns[where.name];
      const typed = {
        value: name(where.name),
        type: column?.type ?? 'string',
        timeType: column?.timeType,
        sqlType: column?.sqlType,
      };
      return valueTests(typed, where.tests, asOf, catalog);
    }
  }
}

export const rowWhereNames = (where: RowWhere): readonly string[] =>
  where.kind === 'column'
    ? [where.name]
    : where.kind === 'not'
      ? rowWhereNames(where.item)
      : where.items.flatMap(rowWhereNames);

/**
 * A SELECT of a fact's rows with `_customer`, `_user` (when the fact has users), `_time` and the columns named:
 * only those, so that the engine reads no more.
 */
export function factRows(catalog: Catalog, scan: FactScan): Sql {
  const { fact, asOf } = scan;
  const placed = scan.time ?? placedBy(fact);
  const asked = scan.asked ? rowWhereNames(scan.asked) : [];
  const wanted = new Set([
    ...scan.names,
    ...(scan.where?.names ?? []),
    ...asked,
    ...(scan.latestPer ? [scan.latestPer, ...(fact.key ? [fact.key] : [])] : []),
  ]);
  const own = [...wanted].filter((n) => n in fact.relation.columns && n !== 'day' && n !== 'as_of').sort();
  const zone = catalog.workspace.timeZone;
  const columns = [
    sql`${name(fact.customer)} as _customer`,
    ...(fact.user ? [sql`${name(fact.user)} as _user`] : []),
    sql`${name(placed)} as _time`,
    ...(wanted.has('day') ? [sql`${localDay(timeTypeOf(fact, placed), name(placed), zone)} as day`] : []),
    ...(wanted.has('as_of') ? [sql`${day(asOf)} as as_of`] : []),
    ...own.map((c) => sql`${known(catalog, fact, c, asOf)} as ${name(c)}`),
  ];
  const rows = sql`select ${comma(columns)} from ${name(fact.plural)} where ${inRows(catalog, scan)}`;
  const filters = [
    ...(scan.where ? [sql`(${model(scan.where.sql)})`] : []),
    ...(scan.asked ? [rowWhere(catalog, fact, scan.asked, asOf)] : []),
  ];
  return filters.length === 0 ? rows : sql`select * from (${rows}) _r where ${asFilter(all(filters))}`;
}

/** Keeps the latest row of each value of a column (ties by the fact's key); rows without a value all stay. */
export function latestOnly(fact: Fact, column: string, rows: Sql, within: readonly Sql[] = []): Sql {
  const key = fact.key ? sql`, ${name(fact.key)} desc` : sql``;
  const part = comma([...within, name(column)]);
  return sql`select * from (select *, row_number() over (partition by ${part} order by _time desc${key}) as _latest from (${rows}) _l) _k where _latest = 1 or ${name(column)} is null`;
}
