import type { FactRows, RowWhere } from '../query/where.js';
import { keyColumns } from './activity.js';
import { factOf } from './attribute-scan.js';
import type { Base } from './base.js';
import { factRows, rowWhere, rowWhereNames } from './fact-rows.js';
import type { Sql } from './sql.js';
import { comma, name, ref, sql } from './sql.js';
import { spanOf } from './window.js';

/** Whether the latest of each member's rows (of equal times, the one with the greatest key) is like this; false without rows. */
export function latestIs(base: Base, rows: FactRows, like: RowWhere, alias: string): Sql {
  const { catalog, day, entity } = base;
  const fact = factOf(catalog, rows.fact);
  const found = factRows(catalog, {
    fact,
    asOf: day,
    rows: rows.during ? { kind: 'overlapping', span: spanOf(rows.during, day, catalog) } : { kind: 'open' },
    asked: rows.where,
    names: [...rowWhereNames(like), ...(fact.key ? [fact.key] : [])],
  });
  const keys = comma(keyColumns(entity));
  const ties = fact.key ? sql`, ${name(fact.key)} desc` : sql``;
  const placed = sql`select *, row_number() over (partition by ${keys} order by _time desc${ties}) as _place from (${found}) as f`;
  const holds = sql`select ${keys}, ${rowWhere(catalog, fact, like, day)} as value from (${placed}) as p where _place = 1`;
  const value = base.joined({ sql: holds, on: 'entity' }, (side) => sql`coalesce(${ref(side, 'value')}, false)`);
  return ref(alias, value);
}
