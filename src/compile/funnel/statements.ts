import type { Catalog } from '../../catalog/model.js';
import type { FunnelJourneysQuestion, FunnelQuestion, FunnelTrendQuestion } from '../../query/funnel.js';
import { keyColumns } from '../activity.js';
import { dialect } from '../dialect.js';
import { periodNumber } from '../period-number.js';
import { all, any, comma, name, sql, type Sql } from '../sql.js';
import { createScope, type StatementScope } from '../statement.js';
import { valueTests } from '../value-test.js';
import { spanOf } from '../window.js';
import { attempts } from './attempts.js';
import { journeys } from './entrants.js';
import { keys, seenAt, t, type Seen } from './seen.js';
import { outcomeIs } from './where.js';

interface Compiled {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

function seenBy(catalog: Catalog, q: FunnelQuestion, scope?: StatementScope): Seen {
  const { entity, where } = q.population;
  const members = scope && { table: scope.members(entity, where, q.asOf, q.by), attributes: q.by.length };
  const entry = spanOf(q.entry, q.asOf, catalog);
  return seenAt({ catalog, entity, asOf: q.asOf, funnel: q.funnel, entry, members });
}

/** Whether everything is known of attempts that began before a day or a moment. */
export function isSettled(catalog: Catalog, q: FunnelQuestion, until: string): boolean {
  const { clock, end } = seenBy(catalog, q);
  return clock.ends(until, q.funnel.window) <= end;
}

const seconds = (microseconds: Sql): Sql => sql`cast(${microseconds} as double) / 1e6`;
const took = (column: string, microseconds: Sql): readonly Sql[] => [
  sql`${seconds(sql`avg(${microseconds})`)} as ${name(`${column}_mean`)}`,
  sql`${seconds(dialect.quantile(microseconds, 0.5))} as ${name(`${column}_median`)}`,
  sql`${seconds(dialect.quantile(microseconds, 0.9))} as ${name(`${column}_p90`)}`,
];

/**
 * A row for everyone, and one for each value `d0` of the attribute split by, largest first: `r1` … reached a step, `p1` … reached
 * just that and may go on, `excluded`, and from step 2 on the time since the first step (`e2_mean`, `_median`, `_p90` …) and
 * since the step before (`s2_mean` …).
 */
export function summaryStatement(catalog: Catalog, q: FunnelQuestion): Compiled {
  const scope = createScope(catalog);
  const seen = seenBy(catalog, q, scope);
  const groups = q.by.map((_, i) => name(`_d${String(i)}`));
  const entrants = scope.shared(journeys(seen));
  const on =
    seen.entity === 'user'
      ? sql`m._member_customer = j._customer and m._member = j._user`
      : sql`m._member = j._customer`;
  const from =
    seen.members && groups.length > 0
      ? sql`${entrants} as j join ${seen.members.table} as m on ${on}`
      : sql`${entrants} as j`;
  const steps = q.funnel.steps.map((_, i) => i + 1);
  const count = (holds: Sql): Sql => sql`sum(case when ${holds} then 1 else 0 end)`;
  const counts = [
    ...steps.map((step) => sql`${count(sql`reached >= ${sql.lit(step)}`)} as ${name(`r${String(step)}`)}`),
    ...steps
      .slice(0, -1)
      .map((step) => sql`${count(sql`reached = ${sql.lit(step)} and open`)} as ${name(`p${String(step)}`)}`),
  ];
  const taken = steps
    .slice(1)
    .flatMap((step) => [
      ...took(`e${String(step)}`, sql`(${name(t(step))} - t1)`),
      ...took(`s${String(step)}`, sql`(${name(t(step))} - ${name(t(step - 1))})`),
    ]);
  const numbers = comma([sql`${count(sql`reached = 0`)} as excluded`, ...counts, ...taken]);
  if (groups.length === 0) return scope.finish(sql`select true as everyone, ${numbers} from ${entrants}`);
  const [d0 = sql`null`] = groups;
  return scope.finish(
    sql`select ${d0} as d0, grouping(${d0}) = 1 as everyone, ${numbers} from ${from} group by grouping sets ((), (${d0})) order by everyone desc, r1 desc, excluded desc, d0 nulls last limit ${q.limit + 2}`,
  );
}

/** By period `p` of the beginning: how many had an attempt that reached the step converted `entered` from and to. */
export function trendStatement(catalog: Catalog, q: FunnelQuestion, of: FunnelTrendQuestion): Compiled {
  const scope = createScope(catalog);
  const seen = seenBy(catalog, q, scope);
  const { time, type } = seen.clock.shown(sql`t1`);
  const period = periodNumber(of.periods.grid, type, time, catalog.workspace.timeZone);
  const best = sql`select p, ${keys(seen)}, max(reached) as reached from (select *, ${period} as p from (${attempts(seen)}) as a where reached > 0) as w group by p, ${keys(seen)}`;
  const count = (step: number): Sql => sql`sum(case when reached >= ${sql.lit(step)} then 1 else 0 end)`;
  return scope.finish(
    sql`select p, ${count(of.fromStep)} as entered, ${count(of.toStep)} as converted from (${best}) as b group by p order by p`,
  );
}

/** A page of those who entered, by key, one more than asked: keys as `customer_id` and `user_id`, `reached`, `open`, `t1` …, `s1` …. */
export function journeysStatement(catalog: Catalog, q: FunnelQuestion, page: FunnelJourneysQuestion): Compiled {
  const scope = createScope(catalog);
  const seen = seenBy(catalog, q, scope);
  const own = keyColumns(seen.entity).map((key) => sql`cast(${key} as varchar)`);
  const labels = ['customer_id', 'user_id'];
  const steps = q.funnel.steps.length;
  const reached = sql`reached`;
  const filters = [
    valueTests({ value: reached, type: 'number' }, page.reached, q.asOf, catalog),
    ...(page.outcomes ? [any(page.outcomes.map((o) => outcomeIs[o](reached, sql`open`, steps)))] : []),
    ...(page.after ? [after(own, page.after)] : []),
  ];
  const times = q.funnel.steps.flatMap((_, i) => {
    const time = name(t(i + 1));
    return [
      sql`${seen.clock.shown(time).time} as ${name(`at${String(i + 1)}`)}`,
      sql`${seconds(sql`(${time} - t1)`)} as ${name(`e${String(i + 1)}`)}`,
    ];
  });
  const columns = [...own.map((key, i) => sql`${key} as ${name(labels[i] ?? '')}`), reached, sql`open`, ...times];
  return scope.finish(
    sql`select ${comma(columns)} from (${journeys(seen)}) as j where ${all(filters)} order by ${comma(own)} limit ${page.first + 1}`,
  );
}

const after = (own: readonly Sql[], last: readonly string[]): Sql =>
  any(
    own.map((key, i) =>
      all([...own.slice(0, i).map((same, j) => sql`${same} = ${last[j] ?? ''}`), sql`${key} > ${last[i] ?? ''}`]),
    ),
  );
