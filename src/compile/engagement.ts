import type { Catalog } from '../catalog/model.js';
import type { EngagementQuestion } from '../query/activity.js';
import { addDays, daysBetween } from '../query/time.js';
import type { Where } from '../query/where.js';
import { keyColumns, placedRows } from './activity.js';
import {
  activeDayColumns,
  activeDays,
  allActiveDays,
  bitsSet,
  byteCounts,
  stretches,
  windowWords,
  type Stretch,
} from './day-bits.js';
import { clocksFrom } from './period-number.js';
import type { Sql } from './sql.js';
import { comma, model, sql, unionAll } from './sql.js';
import type { Compiled, StatementScope } from './statement.js';
import { createScope } from './statement.js';

/**
 * How many `members` and `persons`, who may be members at several customers, were active in the last `length` days on day `p` of the
 * period, 0 being its first; no row where nobody was. Of fewer days than the most, also on days before it. Each member's active days
 * are the bits of one number, so that each row is looked at once and each member once for all the windows.
 */
export function engagementStatement(catalog: Catalog, q: EngagementQuestion): Compiled {
  const scope = createScope(catalog);
  const { lengths } = q;
  const reach = Math.max(...lengths) - 1;
  const counts = stretches(-reach, daysBetween(q.period.from, q.period.until), reach).flatMap((stretch) => {
    const active = scope.shared(activeMembers(scope, q, stretch));
    const counted = (who: string, rows: Sql, n: Sql) =>
      lengths.flatMap((length) =>
        byteCounts(stretch, length, length - 1 - reach, rows, n).map(
          (each) => sql`select ${sql.lit(who)} as who, * from (${each}) as e`,
        ),
      );
    const members = scope.shared(windowWords(stretch, lengths, sql`select * from ${active} as a`));
    if (q.population.entity !== 'user') return counted('member', members, sql`count(*)`);
    const again = scope.shared(windowWords(stretch, lengths, atSeveral(scope, q, stretch, active), [sql`_n`]));
    return [...counted('member', members, sql`count(*)`), ...counted('person', again, sql`sum(_n)`)];
  });
  const own = sql`sum(case when who = 'member' then n else 0 end)`;
  return scope.finish(
    sql`select length, p, cast(${own} as bigint) as members, cast(sum(n) as bigint) as persons from (${bitsSet(unionAll(counts))}) as d where p >= length - ${sql.lit(reach + 1)} group by length, p order by length, p`,
  );
}

/** Members with their active days: of nearly everybody it is quicker to look up whose days they are than whose rows. */
function activeMembers(scope: StatementScope, q: EngagementQuestion, stretch: Stretch): Sql {
  const { catalog } = scope;
  const { entity, where } = q.population;
  const table = scope.members(entity, where, q.asOf, []);
  const late = isNearlyEverybody(where);
  const all = late && areMembers(catalog, q);
  const day = (p: number) => addDays(q.period.from, p);
  const span = { from: day(stretch.first - stretch.reach), until: day(stretch.first + stretch.days) };
  const grid = { grain: 'DAY', every: 1, anchor: q.period.from } as const;
  const clocks = clocksFrom(grid, stretch.first - stretch.reach, q.asOf, catalog.workspace.timeZone);
  const members = late ? undefined : { table, attributes: 0 };
  const rows = placedRows(catalog, { entity, rows: q.activity, asOf: q.asOf, span, members }, { grid, clocks });
  const by = comma(keyColumns(entity));
  const named = entity === 'user' ? sql`where _user is not null` : sql``;
  const active = sql`select ${by}, ${activeDays(stretch)} from (${rows}) as r ${named} group by ${by}`;
  const same = entity === 'user' ? sql`_member_customer = _customer and _member = _user` : sql`_member = _customer`;
  return late && !all ? sql`select a.* from (${active}) as a semi join ${table} as m on ${same}` : active;
}

const isNearlyEverybody = (where: Where): boolean =>
  (where.kind === 'and' && where.items.every(isNearlyEverybody)) ||
  (where.kind === 'customer' && isNearlyEverybody(where.where));

/** Whether it is known that everybody with such rows is a member. */
const areMembers = ({ ofCustomers, knownUsers }: Catalog, { population, activity: { fact } }: EngagementQuestion) =>
  (ofCustomers?.has(fact) ?? false) && (population.entity === 'customer' || (knownUsers?.ofUsers.has(fact) ?? false));

/** What is known of those who are at several customers: else all are looked through. */
const mayBeAtSeveral = (
  { catalog: { knownUsers } }: StatementScope,
  { activity: { fact } }: EngagementQuestion,
): Sql =>
  knownUsers?.ofUsers.has(fact) ? sql`where _user in (select "user" from ${model(knownUsers.atSeveral)})` : sql``;

/** What makes persons of members: those at several customers once with all their days, less each of what they are there. */
function atSeveral(scope: StatementScope, q: EngagementQuestion, stretch: Stretch, active: Sql): Sql {
  const whole = scope.shared(
    sql`select _user, ${allActiveDays(stretch)} from ${active} as a ${mayBeAtSeveral(scope, q)} group by _user having count(*) > 1`,
  );
  const days = activeDayColumns(stretch);
  return sql`select 1 as _n, ${days} from ${whole} as w union all select -1 as _n, ${days} from ${active} as a where _user in (select _user from ${whole} as w)`;
}
