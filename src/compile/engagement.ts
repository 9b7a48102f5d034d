import type { Catalog } from '../catalog/model.js';
import type { EngagementQuestion } from '../query/activity.js';
import { addDays } from '../query/time.js';
import type { EntityName } from '../query/where.js';
import { activity, keyColumns } from './activity.js';
import { clocksFrom } from './period-number.js';
import type { Sql } from './sql.js';
import { comma, sql, unionAll } from './sql.js';
import type { StatementScope } from './statement.js';
import { createScope } from './statement.js';

/** Who is counted: members, and persons, who may be members at several customers. */
const counted: Readonly<Record<EntityName, Readonly<Record<string, readonly string[]>>>> = {
  customer: { members: ['_customer'] },
  user: { members: ['_customer', '_user'], persons: ['_user'] },
};

/**
 * By how many `n` those active in the last `length` days grow or shrink on day `p` of the period, 0 being its first: for `who`,
 * members and (of users) persons. Each active day covers the days up to the next one, at most `length` of them, so the number on a
 * day is the sum of what came before: exact, without looking at each day's window.
 */
export function engagementStatement(catalog: Catalog, q: EngagementQuestion): ReturnType<StatementScope['finish']> {
  const { entity, where } = q.population;
  const longest = Math.max(...q.lengths);
  const scope = createScope(catalog);
  const members = { table: scope.members(entity, where, q.asOf, []), attributes: 0 };
  const span = { from: addDays(q.period.from, 1 - longest), until: q.period.until };
  const grid = { grain: 'DAY', every: 1, anchor: q.period.from } as const;
  const clocks = clocksFrom(grid, -longest, q.asOf, catalog.workspace.timeZone);
  const days = scope.shared(
    activity(catalog, { entity, rows: q.activity, asOf: q.asOf, span, members }, { grid, clocks }),
  );
  const parts = Object.entries(counted[entity]).flatMap(([who, keys]) => {
    const whom = comma(keys.map((key) => sql.id(key)));
    const distinct = keys.length === keyColumns(entity).length ? sql`` : sql`distinct`;
    const ahead = sql`lead(_p) over (partition by ${whom} order by _p) as _after`;
    const active = scope.shared(sql`select _p, ${ahead} from (select ${distinct} ${whom}, _p from ${days} as d) as w`);
    return q.lengths.flatMap((length) => [
      changes(who, length, active, sql`_p`, 1),
      changes(who, length, active, sql`least(coalesce(_after, _p + ${length}), _p + ${length})`, -1),
    ]);
  });
  const columns = sql`select who, length, p, cast(sum(n) as bigint) as n from (${unionAll(parts)}) as c`;
  return scope.finish(sql`${columns} group by who, length, p order by who, length, p`);
}

const changes = (who: string, length: number, active: Sql, day: Sql, by: 1 | -1): Sql =>
  sql`select ${sql.lit(who)} as who, ${sql.lit(length)} as length, p, ${sql.lit(by)} * count(*) as n from (select ${day} as p from ${active} as a) as d group by p`;
