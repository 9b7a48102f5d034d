import type { Catalog } from '../catalog/model.js';
import type { Population } from '../query/question.js';
import type { Day } from '../query/time.js';
import { everyone } from '../query/where.js';
import { comma, sql, unionAll } from './sql.js';
import type { Sql } from './sql.js';
import { createScope } from './statement.js';

interface Compiled {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}
const keys = ({ entity }: Population): readonly Sql[] =>
  entity === 'user' ? [sql`_member`, sql`_member_customer`] : [sql`_member`];

/** Members at each day, a row each: `k` (position of the day) and the member's keys. */
function presence(catalog: Catalog, population: Population, days: readonly Day[]) {
  const scope = createScope(catalog);
  const members = days.map((day, k) => {
    const table = scope.members(population.entity, population.where, day, []);
    return sql`select ${sql.lit(k)} as k, ${comma(keys(population))} from ${table}`;
  });
  return { scope, rows: scope.shared(unionAll(members)) };
}

/** Per day: `k`, `size`, and `stayed`: members that were members on the day before it in the list. */
export function stabilityStatement(catalog: Catalog, population: Population, days: readonly Day[]): Compiled {
  const { scope, rows } = presence(catalog, population, days);
  const same = sql.join(
    keys(population).map((key) => sql`a.${key} is not distinct from b.${key}`),
    sql` and `,
  );
  return scope.finish(
    sql`select a.k as k, count(*) as size, count(b.k) as stayed from ${rows} as a left join ${rows} as b on ${same} and b.k = a.k - 1 group by a.k order by a.k`,
  );
}

/**
 * `id` and `customer` of members that entered or left at least so many times over the days; `several` where the same person is somebody else's
 * user too, so that the id alone does not tell them apart. `customer` is null in a population of customers.
 */
export function flappingStatement(
  catalog: Catalog,
  population: Population,
  days: readonly Day[],
  switches: number,
): Compiled {
  const { scope, rows } = presence(catalog, population, days);
  const key = comma(keys(population));
  const runs = sql`select ${key}, k, lag(k) over (partition by ${key} order by k) as before from ${rows}`;
  const last = sql.lit(days.length - 1);
  // A run of presence has an entry and an exit, but for one that starts with the first day or lasts to the last.
  const turns = sql`2 * sum(case when before is distinct from k - 1 then 1 else 0 end) - max(case when k = 0 then 1 else 0 end) - max(case when k = ${last} then 1 else 0 end)`;
  const often = sql`select * from (select ${key}, ${turns} as switches from (${runs}) as r group by ${key}) as s where switches >= ${switches}`;
  if (population.entity === 'customer')
    return scope.finish(
      sql`select cast(_member as varchar) as id, null as customer, false as several from (${often}) as o order by id`,
    );
  const everybody = scope.members('user', everyone, days.at(-1) ?? catalog.dataAsOf, []);
  const known = sql`select _member, count(*) as n from ${everybody} as e group by _member`;
  return scope.finish(
    sql`select cast(o._member as varchar) as id, cast(o._member_customer as varchar) as customer, a.n > 1 as several
      from (${often}) as o join (${known}) as a on a._member = o._member order by id, customer`,
  );
}
