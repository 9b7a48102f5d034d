import { dialect } from '../dialect.js';
import { comma, sql, type Sql } from '../sql.js';
import { attempts } from './attempts.js';
import { keys, t, times, type Seen } from './seen.js';

/** A row per entrant: keys, the most steps `reached` (0 where all attempts were excluded) and whether an attempt is `open`. */
export const progress = (seen: Seen): Sql =>
  sql`select ${keys(seen)}, max(reached) as reached, bool_or(open) as open from (${attempts(seen)}) as a group by ${keys(seen)}`;

/**
 * The same with the times of one attempt (`t1` …): of those that got furthest the first to get there, and of several that
 * did so at one moment the one that began last, its steps as early as they can be.
 */
export function journeys(seen: Seen): Sql {
  const steps = times(seen.funnel.steps.length);
  const last = steps.length > 1 ? sql`coalesce(${comma([...steps].reverse())})` : sql`t1`;
  const sooner = (time: Sql): Sql => sql`-${time}`;
  const best = dialect.record([
    ['reached', sql`reached`],
    ['sooner', sooner(last)],
    ...steps.map((time, i) => [t(i + 1), i === 0 ? time : sooner(time)] as const),
  ]);
  const grouped = sql`select ${keys(seen)}, max(${best}) as _best, bool_or(open) as open from (${attempts(seen)}) as a group by ${keys(seen)}`;
  const field = (name: string): Sql => dialect.field(sql`_best`, name);
  const columns = [
    keys(seen),
    sql`${field('reached')} as reached`,
    ...steps.map((time, i) => sql`${i === 0 ? field(t(1)) : sooner(field(t(i + 1)))} as ${time}`),
    sql`open`,
  ];
  return sql`select ${comma(columns)} from (${grouped}) as j`;
}
