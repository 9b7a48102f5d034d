import type { Grouping, MetricsQuestion } from '../../query/question.js';
import type { Day } from '../../query/time.js';
import { lastMemberDay, memberDays } from '../leaf.js';
import type { Sql } from '../sql.js';
import type { MembersWanted, StatementScope } from '../statement.js';

/** Members on a day, or of each period or where that is asked about. */
export const wanted = (q: MetricsQuestion, day: Day, by: readonly Grouping[] = q.by): MembersWanted => ({
  entity: q.population.entity,
  where: q.population.where,
  day,
  by,
  days: memberDays(q),
  wheres: q.wheres,
});

export const membersAtEnd = (scope: StatementScope, q: MetricsQuestion): Sql =>
  scope.membersOf(wanted(q, lastMemberDay(q)));
