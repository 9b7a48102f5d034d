import type { Entity } from '../catalog/model.js';
import { keyOf } from './identity.js';
import { name, ref, type Sql, sql } from './sql.js';

/**
 * A SELECT joined to the entity: keyed by `_customer`, and on the user entity by `_user` unless `on` says customer. On
 * `self` it is the entity once more, where a user without a customer is still the same user.
 */
export interface Side {
  readonly sql: Sql | (() => Sql);
  /** Names a side whose SQL is made when everything asked of it is known. */
  readonly key?: string;
  readonly on: 'entity' | 'customer' | 'self';
  /** It has a row for each of many days, told by `_day`. */
  readonly onEachDay?: boolean;
}

/** The SELECTs that are joined to the rows of a base, each once. */
export interface Sides {
  readonly aliasOf: (side: Side) => string;
  readonly none: () => boolean;
  /** The joins to rows of an entity whose key this is. */
  readonly joins: (entity: Entity, key: Sql) => readonly Sql[];
}

export function createSides(): Sides {
  const sides = new Map<string, { alias: string; side: Side }>();
  return {
    aliasOf: (side) => {
      const key = side.key ?? (typeof side.sql === 'function' ? '' : keyOf(side.sql));
      const known = sides.get(key) ?? { alias: `s${String(sides.size)}`, side };
      sides.set(key, known);
      return known.alias;
    },
    none: () => sides.size === 0,
    joins: (entity, key) =>
      [...sides.values()].map(({ alias, side }) => {
        const same = side.onEachDay ? sql` and ${ref(alias, '_day')} = p._day` : sql``;
        const keys = sql`${joinKeys(entity, key, side.on, alias)}${same}`;
        return sql`left join (${typeof side.sql === 'function' ? side.sql() : side.sql}) as ${name(alias)} on ${keys}`;
      }),
  };
}

function joinKeys(entity: Entity, key: Sql, on: Side['on'], alias: string): Sql {
  const [customer, user] = [ref(alias, '_customer'), ref(alias, '_user')];
  if (!entity.customer) return sql`${customer} = ${key}`;
  const own = sql`e.${name(entity.customer)}`;
  if (on === 'customer') return sql`${customer} = ${own}`;
  const same = on === 'self' ? sql`is not distinct from` : sql`=`;
  return sql`${customer} ${same} ${own} and ${user} = ${key}`;
}
