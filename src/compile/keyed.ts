import type { Related } from './related.js';
import type { Sql } from './sql.js';
import { name, sql } from './sql.js';

/** Another base as a side: its rows under the keys that joins use, with its conditions as columns. */
export function keyed({ base, conditions }: Related): Sql {
  const found = conditions();
  const keys = base.entity === 'user' ? sql`customer_id as _customer, id as _user` : sql`id as _customer`;
  const extra = found.map((c) => sql`, ${c.condition} as ${name(c.column)}`);
  return sql`select ${keys}, * ${sql.join(extra, sql``)} from (${base.build()}) as o`;
}
