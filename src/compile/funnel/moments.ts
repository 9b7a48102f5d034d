import { sameMember } from '../activity.js';
import { all, any, comma, name, sql, type Sql } from '../sql.js';
import { allRows, kindsOf, setName, subsets, type Kinds } from './kinds.js';
import { kindColumn } from './rows.js';
import { keys, type Seen } from './seen.js';

/** Beyond this many kinds that may share rows, only the smaller combinations are looked at. */
const mostTogether = 6;
const largestOfMany = 3;

const combinations = (related: readonly number[]): readonly (readonly number[])[] =>
  subsets(related, related.length > mostTogether ? largestOfMany : related.length);

const countColumn = (set: readonly number[]): Sql => name(`n${setName(set)}`);
export const run = (step: number): Sql => name(`r${String(step)}`);

/**
 * What step j adds to the steps from i on being done at one moment, each by a row of its own: of any of its kinds there are
 * at least as many rows as steps that need one (Hall's theorem).
 */
function added({ ofStep, related }: Kinds, i: number, j: number): Sql {
  const needed = ofStep.slice(i - 1, j);
  const kind = ofStep[j - 1];
  const sets = related
    .flatMap(combinations)
    .filter((set) => set.includes(kind ?? -1) && set.every((k) => needed.includes(k)));
  return all(sets.map((set) => sql`${countColumn(set)} >= ${sql.lit(needed.filter((k) => set.includes(k)).length)}`));
}

/** How many steps from step i on can be done at one moment. */
function runs(kinds: Kinds, steps: number): readonly Sql[] {
  return Array.from({ length: steps }, (_, at) => {
    const i = at + 1;
    const cases = Array.from(
      { length: steps - at },
      (__, k) => sql`when not ${added(kinds, i, i + k)} then ${sql.lit(k)}`,
    );
    return sql`case ${sql.join(cases, sql` `)} else ${sql.lit(steps - at)} end as ${run(i)}`;
  });
}

/**
 * A row per member and moment with rows: `_t`, how many steps from each on can be done then (`r1` …); and in a strict order how
 * many rows there are (`_n`), the moment's number (`_g`) and whether it is the last (`_last`).
 */
export function moments(seen: Seen): Sql {
  const { steps, order } = seen.funnel;
  const kinds = kindsOf(steps);
  const strict = order === 'STRICT';
  const counts = kinds.related.flatMap(combinations).map((set) => {
    const holds = any(set.map((kind) => name(kindColumn(kind))));
    return sql`sum(case when ${holds} then 1 else 0 end) as ${countColumn(set)}`;
  });
  const own = keys(seen);
  const rows = allRows(seen, kinds, strict);
  const counted = sql`select ${own}, _t, count(*) as _n, ${comma(counts)} from (${rows}) as r group by ${own}, _t`;
  const place = sql`over (partition by ${own} order by _t)`;
  const numbered = strict ? [sql`row_number() ${place} as _g`, sql`lead(_t) ${place} is null as _last`] : [];
  return sql`select ${comma([own, sql`_t`, sql`_n`, ...runs(kinds, steps.length), ...numbered])} from (${counted}) as c`;
}

export const same = ({ entity }: Seen, a: string, b: string): Sql => sameMember(entity, a, b);
