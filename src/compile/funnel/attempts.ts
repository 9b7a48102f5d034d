import type { FunnelExclusion } from '../../query/funnel.js';
import { keyColumns } from '../activity.js';
import { dialect } from '../dialect.js';
import { bigint } from '../period-number.js';
import { all, any, comma, name, sql, type Sql } from '../sql.js';
import { attemptsInAnyOrder } from './any-order.js';
import { same } from './moments.js';
import { rowsOf } from './rows.js';
import { daysOf, keys, t, times, type Seen } from './seen.js';
import { attemptsInOrder, withTables, type Tables } from './stages.js';

/**
 * Everyone's attempts: keys, how many steps were `reached` (0 where it was excluded, without times), when (`t1` …), and whether it is `open`:
 * not all are reached and more may follow what is known. An attempt may have several rows; the one that reached most is its own.
 */
export function attempts(seen: Seen): Sql {
  const found = seen.funnel.order === 'ANY' ? attemptsInAnyOrder(seen) : attemptsInOrder(seen);
  return withTables(seen.funnel.exclusions.length === 0 ? found : withoutExcluded(seen, found));
}

/** One row per attempt, and the first excluded row that came after the step it is looked for behind. */
function withoutExcluded(seen: Seen, { tables, body }: Tables): Tables {
  const { steps, exclusions } = seen.funnel;
  const attempt = sql`partition by ${keys(seen)}, t1`;
  const best = sql`row_number() over (${attempt} order by reached desc, ${comma(times(steps.length).map((time) => sql`${time} nulls last`))}) as _best`;
  const open = sql`bool_or(open) over (${attempt}) as _open`;
  const final = sql`select * from (select *, ${best}, ${open} from (${body}) as a) as o where _best = 1`;
  const looked = exclusions.map((exclusion, i): readonly [string, Sql] => [
    `x${String(i + 1)}`,
    next(seen, exclusion, i),
  ]);
  const spoiled = any(exclusions.map((exclusion, i) => spoils(exclusion, name(`x${String(i)}`))));
  const columns = [
    ...keyColumns(seen.entity),
    sql`case when ${spoiled} then 0 else reached end as reached`,
    ...times(steps.length).map((time) => sql`case when not ${spoiled} then ${time} end as ${time}`),
    sql`_until`,
    sql`(_open and reached < ${sql.lit(steps.length)} and not ${spoiled}) as open`,
  ];
  return {
    tables: [...tables, ['x0', final], ...looked],
    body: sql`select ${comma(columns)} from ${name(`x${String(exclusions.length)}`)}`,
  };
}

const never = bigint(Number.MAX_SAFE_INTEGER);

function next(seen: Seen, exclusion: FunnelExclusion, i: number): Sql {
  const rows = sql`(${rowsOf(seen, exclusion, daysOf(seen))}) as x`;
  const on = all([same(seen, 'x', 'b'), sql`x._t > coalesce(b.${name(t(exclusion.after))}, ${never})`]);
  const from = dialect.nearestIfAny(sql`${name(`x${String(i)}`)} as b`, rows, on);
  return sql`select b.*, x._t as ${name(`x${String(i)}`)} from ${from}`;
}

/** Before the step it is to come before, or where that was not reached, within the window. */
const spoils = ({ after, before }: FunnelExclusion, at: Sql): Sql =>
  sql`coalesce(${name(t(after))} is not null and case when ${name(t(before))} is not null then ${at} < ${name(t(before))} else ${at} <= _until end, false)`;
