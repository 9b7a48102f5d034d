import type { Catalog } from '../catalog/model.js';
import type { MembersQuestion, Order } from '../query/question.js';
import type { Day } from '../query/time.js';
import type { EntityName } from '../query/where.js';
import { createBase } from './base.js';
import { entityOf } from './entity-of.js';
import { sortKey } from './dialect.js';
import type { Sql } from './sql.js';
import { all, any, comma, name, no, ref, sql } from './sql.js';
import { createScope } from './statement.js';
import { compileWhere } from './where.js';

interface Compiled {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Sort keys of a page: each order's value, then the keys that make a member unique. */
export function sortKeys(
  catalog: Catalog,
  entity: EntityName,
  orderBy: readonly Order[],
): readonly { value: Sql; desc: boolean }[] {
  const { attributes } = entityOf(catalog, entity);
  const asked = orderBy.map((o) => ({
    value: sortKey(attributes[o.by]?.type ?? 'string', ref('b', o.by)),
    desc: o.direction === 'DESC',
  }));
  const unique = entity === 'user' ? ['customer_id', 'id'] : ['id'];
  return [...asked, ...unique.map((u) => ({ value: sql`cast(${ref('b', u)} as varchar)`, desc: false }))];
}

/** Rows after the cursor: nulls come last in either direction, so nothing follows a null but another null. */
function afterCursor(keys: readonly { value: Sql; desc: boolean }[], cursor: readonly (string | number | null)[]): Sql {
  const same = (i: number): Sql => {
    const at = cursor[i] ?? null;
    const key = keys[i];
    if (!key) return no;
    return at === null ? sql`${key.value} is null` : sql`${key.value} is not distinct from ${at}`;
  };
  return any(
    keys.map(({ value, desc }, i) => {
      const at = cursor[i] ?? null;
      if (at === null) return no;
      const beyond = sql`(${value} ${desc ? sql`<` : sql`>`} ${at} or ${value} is null)`;
      return all([...keys.slice(0, i).map((_, j) => same(j)), beyond]);
    }),
  );
}

/** A page of members, one more than asked so that the caller sees whether another follows: `id`, `customer_id`, `k0` … */
export function membersStatement(catalog: Catalog, q: MembersQuestion): Compiled {
  const { entity, where } = q.population;
  const scope = createScope(catalog);
  const { base, table } = scope.base(entity, q.asOf);
  q.orderBy.forEach((o) => {
    base.attribute(o.by);
  });
  const keys = sortKeys(catalog, entity, q.orderBy);
  const filters = [compileWhere(base, where, 'b'), ...(q.after ? [afterCursor(keys, q.after)] : [])];
  const columns = [
    sql`b.id`,
    ...(entity === 'user' ? [sql`b.customer_id`] : []),
    ...keys.map((k, i) => sql`${k.value} as ${name(`k${String(i)}`)}`),
  ];
  const order = keys.map((k) => sql`${k.value} ${k.desc ? sql`desc` : sql`asc`} nulls last`);
  return scope.finish(
    sql`select ${comma(columns)} from ${table} as b where ${all(filters)} order by ${comma(order)} limit ${q.first + 1}`,
  );
}

/** Every member's id, for movement and export. */
export function memberIdsStatement(catalog: Catalog, q: Pick<MembersQuestion, 'population' | 'asOf'>): Compiled {
  const scope = createScope(catalog);
  const members = scope.members(q.population.entity, q.population.where, q.asOf, []);
  return scope.finish(sql`select _member as id from ${members}`);
}

/** Attributes of given members as of a day: `id`, `customer_id` (users) and a column per attribute. */
export function valuesStatement(
  catalog: Catalog,
  entity: EntityName,
  asOf: Day,
  ids: readonly string[],
  attributes: readonly string[],
): Compiled {
  const scope = createScope(catalog);
  const base = createBase(catalog, entity, asOf, { only: ids });
  attributes.forEach((a) => {
    base.attribute(a);
  });
  const columns = ['id', ...(entity === 'user' ? ['customer_id'] : []), ...attributes].map((c) => ref('b', c));
  return scope.finish(sql`select ${comma(columns)} from (${base.build()}) as b`);
}

/** Values of an attribute with how many have them, most frequent first. */
export function suggestionsStatement(
  catalog: Catalog,
  entity: EntityName,
  attribute: string,
  asOf: Day,
  search: string | undefined,
  first: number,
): Compiled {
  const scope = createScope(catalog);
  const { base, table } = scope.base(entity, asOf);
  base.attribute(attribute);
  const list = entityOf(catalog, entity).attributes[attribute]?.type === 'list';
  const value = list ? sql`unnest(${name(attribute)})` : name(attribute);
  const matches = search === undefined ? sql`` : sql`where contains(lower(cast(value as varchar)), lower(${search}))`;
  return scope.finish(
    sql`select cast(value as varchar) as value, count(*) as count from (select ${value} as value from ${table}) as v ${matches} group by 1 order by 2 desc, 1 nulls last limit ${first}`,
  );
}
