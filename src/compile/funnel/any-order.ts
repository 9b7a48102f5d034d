import { keyColumns } from '../activity.js';
import { dialect } from '../dialect.js';
import { bigint } from '../period-number.js';
import { all, any, comma, name, sql, type Sql } from '../sql.js';
import { allRows, kindsOf, setName, subsets, type Kinds } from './kinds.js';
import { kindColumn } from './rows.js';
import { keys, t, type Seen } from './seen.js';
import type { Tables } from './stages.js';

const never = bigint(Number.MAX_SAFE_INTEGER);
const column = (set: readonly number[], nth: number, prefix: 'l' | 'n'): Sql =>
  name(`${prefix}${setName(set)}_${String(nth)}`);

/** How many steps there are of these kinds. */
const needed = ({ ofStep }: Kinds, set: readonly number[]): number => ofStep.filter((k) => set.includes(k)).length;
const nths = (kinds: Kinds, set: readonly number[]): readonly number[] =>
  Array.from({ length: needed(kinds, set) }, (_, i) => i + 1);

/**
 * When the n-th of the steps of kinds that may share rows is done: each needs a row of its own, so of every combination of the
 * kinds at least so many rows as steps that the others cannot account for must have come (Hall's theorem).
 */
function doneAt(kinds: Kinds, related: readonly number[], n: number): Sql {
  const total = needed(kinds, related);
  const bounds = subsets(related).flatMap((set) => {
    const nth = n - total + needed(kinds, set);
    return nth >= 1 ? [sql`coalesce(${column(set, nth, 'n')}, ${never})`] : [];
  });
  return bounds.length === 1 && bounds[0] ? bounds[0] : sql`greatest(${comma(bounds)})`;
}

/**
 * Attempts in any order: one begins with each row of any step, and has done as many steps as rows within the window can be
 * told apart for. `t1` … are when so many of the steps were done.
 */
export function attemptsInAnyOrder(seen: Seen): Tables {
  const { steps, window } = seen.funnel;
  const kinds = kindsOf(steps);
  const sets = kinds.related.flatMap((related) => subsets(related));
  const own = keys(seen);
  const holds = (set: readonly number[]): Sql => any(set.map((kind) => name(kindColumn(kind))));
  const nth = sets.flatMap((set) =>
    nths(kinds, set).map((n) => {
      const time =
        n === 1 ? sql`_t` : sql`lead(_t, ${sql.lit(n - 1)}) over (partition by ${own}, ${holds(set)} order by _t)`;
      return sql`case when ${holds(set)} then ${time} end as ${column(set, n, 'l')}`;
    }),
  );
  const following = sql`over (partition by ${own} order by _t desc range between unbounded preceding and current row)`;
  const next = sets.flatMap((set) =>
    nths(kinds, set).map((n) => sql`min(${column(set, n, 'l')}) ${following} as ${column(set, n, 'n')}`),
  );
  const done = kinds.related.flatMap((related) => nths(kinds, related).map((n) => doneAt(kinds, related, n)));
  const entered = all([
    ...seen.clock.within(sql`_t`, seen.entry),
    any(kinds.all.map(({ kind }) => name(kindColumn(kind)))),
  ]);
  const inOrder = sql`${dialect.sorted(dialect.array(comma(done)))} as _done`;
  const until = sql`${seen.clock.later(sql`_t`, window)} as _until`;
  const reachedAt = steps.map((_, i) => dialect.item(sql`_done`, i + 1));
  const reached = sql.join(
    reachedAt.map((at) => sql`case when ${at} <= _until then 1 else 0 end`),
    sql` + `,
  );
  const times = reachedAt.map((at, i) => sql`case when ${at} <= _until then ${at} end as ${name(t(i + 1))}`);
  return {
    tables: [
      ['r', allRows(seen, kinds, false)],
      ['l', sql`select *, ${comma(nth)} from r`],
      ['n', sql`select *, ${comma(next)} from l`],
      ['d', sql`select distinct ${own}, _t, ${inOrder}, ${until} from n where ${entered}`],
    ],
    body: sql`select ${comma([...keyColumns(seen.entity), sql`${reached} as reached`, ...times, sql`_until`, sql`_until >= ${bigint(seen.end)} as open`])} from d`,
  };
}
