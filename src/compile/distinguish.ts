import type { Catalog } from '../catalog/model.js';
import type { Population } from '../query/question.js';
import type { Day } from '../query/time.js';
import { comma, name, ref, sql, unionAll } from './sql.js';
import type { Sql } from './sql.js';
import { createScope } from './statement.js';
import { compileWhere } from './where.js';

interface Compiled {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Everyone of the day with `inside`: whether the where holds. */
function judged(catalog: Catalog, population: Population, asOf: Day, attributes: readonly string[]) {
  const scope = createScope(catalog);
  const { base, table } = scope.base(population.entity, asOf);
  attributes.forEach((a) => {
    base.attribute(a);
  });
  const inside = compileWhere(base, population.where, 'b');
  const columns = attributes.map((a) => ref('b', a));
  const all = scope.shared(sql`select ${comma([sql`${inside} as _inside`, ...columns])} from ${table} as b`);
  return { scope, all };
}

const counts: readonly Sql[] = [
  sql`sum(case when _inside then 1 else 0 end) as inside`,
  sql`sum(case when _inside then 0 else 1 end) as outside`,
];

/** How many members and others there are: `inside`, `outside`. */
export function headsStatement(catalog: Catalog, population: Population, asOf: Day): Compiled {
  const { scope, all } = judged(catalog, population, asOf, []);
  return scope.finish(sql`select ${comma(counts)} from ${all}`);
}

/** Members and others by each value of each attribute, at most `most` values an attribute: `a` (position), `value`, `inside`, `outside`. */
export function valueCountsStatement(
  catalog: Catalog,
  population: Population,
  asOf: Day,
  attributes: readonly string[],
  most: number,
): Compiled {
  const { scope, all } = judged(catalog, population, asOf, attributes);
  const branches = attributes.map(
    (a, i) =>
      sql`select * from (select ${sql.lit(i)} as a, cast(${name(a)} as varchar) as value, ${comma(counts)} from ${all} group by 2 order by count(*) desc, 2 limit ${most}) as v`,
  );
  return scope.finish(unionAll(branches));
}

/** Count, mean, variance and median of each number of members and others: `a` (position), `inside`, `n`, `mean`, `variance`, `median`. */
export function numberMomentsStatement(
  catalog: Catalog,
  population: Population,
  asOf: Day,
  attributes: readonly string[],
): Compiled {
  const { scope, all } = judged(catalog, population, asOf, attributes);
  const branches = attributes.map((a, i) => {
    const value = sql`cast(${name(a)} as double)`;
    return sql`select ${sql.lit(i)} as a, _inside as inside, count(${value}) as n, avg(${value}) as mean, var_samp(${value}) as variance, median(${value}) as median from ${all} where isfinite(${value}) group by _inside`;
  });
  return scope.finish(unionAll(branches));
}

/** How a number is spread over members: `n`, `total`, `least`, `top1`, `top5`, `top_tenth`, `weighted` (Σ rank × value, smallest first). */
export function spreadStatement(catalog: Catalog, population: Population, asOf: Day, attribute: string): Compiled {
  const { scope, all } = judged(catalog, population, asOf, [attribute]);
  const ranked = sql`select coalesce(cast(${name(attribute)} as double), 0) as x, row_number() over (order by coalesce(cast(${name(attribute)} as double), 0)) as rank, count(*) over () as n from ${all} where _inside`;
  const top = (share: Sql): Sql => sql`coalesce(sum(case when rank > n - ${share} then x end), 0)`;
  return scope.finish(
    sql`select count(*) as n, coalesce(sum(x), 0) as total, min(x) as least, ${top(sql`1`)} as top1, ${top(sql`5`)} as top5, ${top(sql`ceil(n / 10.0)`)} as top_tenth, coalesce(sum(rank * x), 0) as weighted from (${ranked}) as r`,
  );
}
