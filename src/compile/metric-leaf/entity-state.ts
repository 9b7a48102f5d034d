import type { Grouping, MetricsQuestion } from '../../query/question.js';
import { byDayFirst } from '../by-day-first.js';
import { expressionsOf, isOfFixedMembers, lastDays, leafColumns, memberDay, stateDay } from '../leaf.js';
import { model, ref, type Sql, sql } from '../sql.js';
import { grouped, type GroupOf } from './grouped.js';
import { need } from './need.js';
import { wanted } from './wanted.js';

/** What attributes of an entity come to on a day, or on each of many. */
export const entityState: GroupOf<'state'> = (scope, q, leaves, leaf, source) => {
  const entity = 'entity' in source.over ? source.over.entity : 'customer';
  const day = stateDay(q, source);
  const table = need(scope, entity, day, leaves, lastDays(q));
  const filter = source.where ? sql`where ${model(source.where.sql)}` : sql``;
  if (entity === q.population.entity && day === memberDay(q, leaf.members) && !isOfFixedMembers(q)) {
    const rows = (asked: MetricsQuestion): Sql =>
      grouped(asked, sql`(${scope.memberRows(wanted(asked, day))}) as m ${filter}`, 'm', leaves);
    const addUp = leaves.every(({ metric }) => expressionsOf(metric).every(({ total }) => total === 'OF_ROWS'));
    return (addUp ? byDayFirst(scope, q, leaves.flatMap(leafColumns), rows) : undefined) ?? rows(q);
  }
  const members = scope.membersOf(wanted(q, memberDay(q, leaf.members)));
  const on =
    entity === q.population.entity
      ? entity === 'user'
        ? sql`m._member = b.id and m._member_customer is not distinct from b.customer_id`
        : sql`m._member = b.id`
      : sql`m._member = b.customer_id`;
  const joined = sql`${table} as b join ${members} as m on ${on}`;
  if (!isOfFixedMembers(q)) return grouped(q, sql`${joined} ${filter}`, 'm', leaves);
  const groups = q.by.slice(1).map((_, i) => sql`, ${ref('m', `_d${String(i + 1)}`)}`);
  const begun = q.by.map((by, i) => (isWithin(by) ? sql` and b._day >= ${ref('m', `_d${String(i)}`)}` : sql``));
  const rows = sql`select b.*, b._day as _d0 ${sql.join(groups, sql``)} from ${joined}${sql.join(begun, sql``)}`;
  return grouped(q, sql`(${rows}) as g ${filter}`, 'g', leaves);
};

/** Of such members only the days from their own start on are asked about. */
const isWithin = (by: Grouping): boolean => typeof by !== 'string' && by.kind === 'start' && by.within !== undefined;
