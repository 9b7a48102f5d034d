import type { Catalog } from '../catalog/model.js';
import type { MemberTableQuestion } from '../query/question.js';
import type { EntityName } from '../query/where.js';
import { sortKeys } from './members.js';
import { comma, name, ref, sql } from './sql.js';
import { createScope } from './statement.js';
import { compileWhere } from './where.js';

/** Columns that lead a table of members: their keys, as text. */
export const keyColumns: Readonly<Record<EntityName, readonly string[]>> = {
  customer: ['id'],
  user: ['id', 'customer_id'],
};

/** Members with a column per key and per attribute; an attribute named like a key is that key. */
export function memberTableStatement(
  catalog: Catalog,
  q: MemberTableQuestion,
): { readonly sql: string; readonly parameters: readonly unknown[] } {
  const { entity, where } = q.population;
  const scope = createScope(catalog);
  const { base, table } = scope.base(entity, q.asOf);
  const keys = keyColumns[entity];
  const attributes = q.attributes.filter((a) => !keys.includes(a));
  for (const attribute of [...attributes, ...q.orderBy.map((o) => o.by)]) base.attribute(attribute);
  const columns = [
    ...keys.map((key) => sql`cast(${ref('b', key)} as varchar) as ${name(key)}`),
    ...attributes.map((attribute) => ref('b', attribute)),
  ];
  const order = sortKeys(catalog, entity, q.orderBy).map(
    ({ value, desc }) => sql`${value} ${desc ? sql`desc` : sql`asc`} nulls last`,
  );
  return scope.finish(
    sql`select ${comma(columns)} from ${table} as b where ${compileWhere(base, where, 'b')} order by ${comma(order)} limit ${q.limit}`,
  );
}
