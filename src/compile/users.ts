import type { Where } from '../query/where.js';
import type { Base } from './base.js';
import type { Related } from './related.js';
import { keyed } from './keyed.js';
import type { Sql } from './sql.js';
import { name, ref, sql } from './sql.js';
import { compileWhere } from './where.js';

const counted = (users: Related) => ({
  key: 'users',
  on: 'entity' as const,
  sql: () => {
    const counts = users
      .conditions()
      .map((c) => sql`, sum(case when ${name(c.column)} then 1 else 0 end) as ${name(c.column)}`);
    return sql`select _customer, count(*) as total ${sql.join(counts, sql``)} from (${keyed(users)}) as _u group by _customer`;
  },
});

/** Number of a customer's users for whom a where holds. */
export function usersMatching(base: Base, where: Where, alias: string): Sql {
  const users = base.related();
  const column = users.condition(compileWhere(users.base, where, 'o'));
  return ref(
    alias,
    base.joined(counted(users), (side) => sql`coalesce(${ref(side, column)}, 0)`),
  );
}

/** Number of a customer's users. */
export const usersTotal = (base: Base, alias: string): Sql =>
  ref(
    alias,
    base.joined(counted(base.related()), (side) => sql`coalesce(${ref(side, 'total')}, 0)`),
  );

export function ofUsers(base: Base, where: Extract<Where, { kind: 'users' }>, alias: string): Sql {
  const matching = usersMatching(base, where.where, alias);
  if (where.quantifier === 'some') return sql`(${matching} > 0)`;
  if (where.quantifier === 'none') return sql`(${matching} = 0)`;
  const total = usersTotal(base, alias);
  return sql`(${total} > 0 and ${matching} = ${total})`;
}
