import type { Catalog } from '../catalog/model.js';
import type { Day } from '../query/time.js';
import { createBase } from './base.js';
import { day } from './dialect.js';
import { comma, ref, sql, toStatement } from './sql.js';

interface Compiled {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Customers as of a day as a snapshot keeps them: `_day`, `_id` and the attributes, by customer. */
export function snapshotStatement(catalog: Catalog, asOf: Day, attributes: readonly string[]): Compiled {
  const base = createBase(catalog, 'customer', asOf);
  attributes.forEach((attribute) => {
    base.attribute(attribute);
  });
  const columns = [sql`${day(asOf)} as _day`, sql`b.id as _id`, ...attributes.map((a) => ref('b', a))];
  return toStatement(sql`select ${comma(columns)} from (${base.build()}) as b order by 2`);
}
