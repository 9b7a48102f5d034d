import type { RankTest } from '../query/where.js';
import type { Base } from './base.js';
import { exactly } from './exactly.js';
import type { Sql } from './sql.js';
import { name, ref, sql } from './sql.js';
import { valueTests } from './value-test.js';

/** The place or the percentile among the whole population of the day; a missing value has none. */
export function rankValue(base: Base, by: string, { kind }: RankTest, alias: string): Sql {
  base.attribute(by);
  const value = name(by);
  if (kind === 'percentile') {
    const share = sql`100 * cume_dist() over (partition by ${value} is null order by ${value})`;
    return ref(alias, base.ranked(sql`case when ${value} is not null then ${exactly(share)} end`, by));
  }
  const direction = kind === 'top' ? sql`desc` : sql`asc`;
  const ties = base.entity === 'user' ? sql`id, customer_id` : sql`id`;
  const place = sql`row_number() over (order by ${value} ${direction} nulls last, ${ties})`;
  return ref(alias, base.ranked(sql`case when ${value} is not null then ${place} end`, by));
}

export function ranked(base: Base, by: string, test: RankTest, alias: string): Sql {
  const value = rankValue(base, by, test, alias);
  return test.kind === 'percentile'
    ? valueTests({ value, type: 'number' }, test.tests, base.day, base.catalog)
    : sql`coalesce(${value} <= ${test.n}, false)`;
}
