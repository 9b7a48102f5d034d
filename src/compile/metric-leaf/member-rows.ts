import type { MetricsQuestion, OwnTime } from '../../query/question.js';
import { factRows, type FactScan } from '../fact-rows.js';
import { isOfEveryone, memberDay, memberDays, type Leaf } from '../leaf.js';
import { inPeriods } from '../periods.js';
import { name, ref, type Sql, sql } from '../sql.js';
import type { StatementScope } from '../statement.js';
import { wanted } from './wanted.js';

/** Whether rows of a fact need not be looked up among the members: they are all customers, and all its rows are of them. */
const needsNoMembers = (scope: StatementScope, q: MetricsQuestion, { fact, time, rows }: FactScan): boolean =>
  q.population.entity === 'customer' &&
  isOfEveryone(q) &&
  q.population.memberDay === undefined &&
  q.ownTime === undefined &&
  q.by.every((by) => typeof by !== 'string' && by.kind === 'day') &&
  rows.kind === 'placed' &&
  time === undefined &&
  (scope.catalog.ofCustomers?.has(fact.plural) ?? false);

/** Rows of a fact that belong to members, with what they are grouped by beside them; `own` picks rows by their member's start. */
export function memberRows(
  scope: StatementScope,
  q: MetricsQuestion,
  leaf: Leaf,
  scan: FactScan,
  own?: (start: Sql, ownTime: OwnTime) => Sql,
): Sql {
  const { entity } = q.population;
  const { ownTime } = q;
  const scanned = q.periods ? inPeriods(scope, q.periods, scan) : factRows(scope.catalog, scan);
  if (leaf.members === 'end' && needsNoMembers(scope, q, scan)) return scanned;
  const start = ownTime && ({ kind: 'start', start: ownTime.start, grain: 'DAY' } as const);
  const by = [...q.by, ...(start ? [start] : [])];
  const members = scope.membersOf(wanted(q, memberDay(q, leaf.members), by));
  const on =
    entity === 'user' ? sql`m._member_customer = f._customer and m._member = f._user` : sql`m._member = f._customer`;
  const extra = q.by.flatMap((_, i) => (q.periods && i === 0 ? [] : [sql`, m.${name(`_d${String(i)}`)}`]));
  const mine = own && ownTime ? sql` and ${own(ref('m', `_d${String(q.by.length)}`), ownTime)}` : sql``;
  return sql`select f.* ${sql.join(extra, sql``)} from (${scanned}) as f join ${members} as m on ${on}${memberDays(q) ? sql` and m._d0 = f._d0` : sql``}${mine}`;
}
