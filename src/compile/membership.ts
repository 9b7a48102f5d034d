import { sampledDays } from '../query/sampling.js';
import type { Day } from '../query/time.js';
import { addDays } from '../query/time.js';
import type { MembershipTest, Where } from '../query/where.js';
import type { Base } from './base.js';
import { createBase } from './base.js';
import type { Sql } from './sql.js';
import { all, no, not, ref, sql, unionAll } from './sql.js';
import { knownSpan, spanOf } from './window.js';
import { asOfDay, compileWhere } from './where.js';

type Membership = Extract<Where, { kind: 'membership' }>;
/** The first and the day after the last day of a window, as far as they are known; none where it has not begun. */
interface Stretch {
  readonly from: Day;
  readonly until: Day;
}
type Compile = (base: Base, where: Where, stretch: Stretch, alias: string) => Sql;

const compilers: Readonly<Record<MembershipTest, Compile>> = {
  entered: (base, where, stretch, alias) =>
    compared(base, where, stretch, alias, (before, after) => [not(before), after]),
  left: (base, where, stretch, alias) => compared(base, where, stretch, alias, (before, after) => [before, not(after)]),
  ever: (base, where, stretch, alias) => {
    const { found } = sampled(base, where, stretch, alias);
    return sql`(${found} > 0)`;
  },
  throughout: (base, where, stretch, alias) => {
    const { found, days } = sampled(base, where, stretch, alias);
    return sql`(${found} = ${days})`;
  },
};

/** What became of membership in a window: of nobody where it has not begun. */
export function membership(base: Base, { how, during, where }: Membership, alias: string): Sql {
  const { from, until } = knownSpan(spanOf(during, base.day, base.catalog), base.day);
  if (from === undefined || until === undefined) throw new Error('The window of a membership has two ends');
  return from < until ? compilers[how](base, where, { from, until }, alias) : no;
}

/** The end of the day before the window against the end of its last day. */
function compared(
  base: Base,
  where: Where,
  { from, until }: Stretch,
  alias: string,
  moved: (before: Sql, after: Sql) => readonly Sql[],
): Sql {
  const [before, after] = [addDays(from, -1), addDays(until, -1)].map((day) => asOfDay(base, day, where, alias));
  if (!before || !after) throw new Error('A window has two ends');
  return all(moved(before, after));
}

/** On how many of the sampled days the where held. A base for each day: a join with a series of days would be slower. */
function sampled(base: Base, where: Where, stretch: Stretch, alias: string): { found: Sql; days: number } {
  const { catalog, entity } = base;
  const days = sampledDays(stretch, catalog.workspace.weekStart);
  const keys = entity === 'user' ? sql`o.customer_id as _customer, o.id as _user` : sql`o.id as _customer`;
  const members = days.map((day) => {
    const then = createBase(catalog, entity, day);
    const holds = compileWhere(then, where, 'o');
    return sql`select ${keys} from (${then.build()}) as o where ${holds}`;
  });
  const by = entity === 'user' ? sql`_customer, _user` : sql`_customer`;
  const counted = sql`select ${by}, count(*) as value from (${unionAll(members)}) as d group by ${by}`;
  const column = base.joined({ sql: counted, on: 'self' }, (side) => sql`coalesce(${ref(side, 'value')}, 0)`);
  return { found: ref(alias, column), days: days.length };
}
