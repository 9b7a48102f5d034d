import type { Catalog, Column } from '../catalog/model.js';
import type { Baskets } from '../query/affinity.js';
import type { Day } from '../query/time.js';
import type { EntityName, Where } from '../query/where.js';
import { factOf, keysOf } from './attribute-scan.js';
import type { Base } from './base.js';
import { entityOf } from './entity-of.js';
import { factRows } from './fact-rows.js';
import type { Sql } from './sql.js';
import { comma, name, ref, sql } from './sql.js';
import { valueTests, type Typed } from './value-test.js';
import { spanOf } from './window.js';

/** A column of items as it is compared and told: texts of any type of the engine's as text. */
const told = (column: Column): Sql =>
  column.type === 'string' ? sql`cast(${name(column.name)} as varchar)` : name(column.name);

const columnOf = (catalog: Catalog, { rows }: Baskets, column: string): Column => {
  const found = factOf(catalog, rows.fact).relation.columns[column];
  if (!found) throw new Error(`No column ${column}`);
  return found;
};

/** Each item in each basket once: the member's keys, `_i`, and `_b` where a column makes the baskets. */
export function itemsHeld(catalog: Catalog, entity: EntityName, of: Baskets, asOf: Day): Sql {
  const { rows, item, basket } = of;
  const scan = factRows(catalog, {
    fact: factOf(catalog, rows.fact),
    asOf,
    rows: rows.during ? { kind: 'overlapping', span: spanOf(rows.during, asOf, catalog) } : { kind: 'open' },
    asked: rows.where,
    names: [item, ...(basket === undefined ? [] : [basket])],
  });
  const columns = [
    ...keysOf(entityOf(catalog, entity)),
    ...(basket === undefined ? [] : [sql`${name(basket)} as _b`]),
    sql`${told(columnOf(catalog, of, item))} as _i`,
  ];
  const known = [item, ...(basket === undefined ? [] : [basket])].map((c) => sql`${name(c)} is not null`);
  return sql`select distinct ${comma(columns)} from (${scan}) as r where ${sql.join(known, sql` and `)}`;
}

/** Whether a member has a basket with all of some items in it. */
export function inBasket(base: Base, { of }: Extract<Where, { kind: 'basket' }>, alias: string): Sql {
  const { catalog, entity, day } = base;
  const keys = comma(keysOf(entityOf(catalog, entity)));
  const item: Typed = { value: sql`_i`, type: columnOf(catalog, of, of.item).type };
  const wanted = valueTests(item, [{ op: 'in', values: of.has }], day, catalog);
  const held = sql`select * from (${itemsHeld(catalog, entity, of, day)}) as h where ${wanted}`;
  const full = sql`select ${keys} from (${held}) as w group by ${keys}, _b having count(*) = ${new Set(of.has).size}`;
  const scan = sql`select ${keys}, count(*) as value from (${full}) as f group by ${keys}`;
  const found = base.joined({ sql: scan, on: 'entity' }, (side) => sql`coalesce(${ref(side, 'value')}, 0)`);
  return sql`(${ref(alias, found)} > 0)`;
}
