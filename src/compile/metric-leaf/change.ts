import type { MetricsQuestion } from '../../query/question.js';
import { addDays, type Day, minus, times } from '../../query/time.js';
import { firstDay, lastDay, leafColumns } from '../leaf.js';
import { asFilter, comma, name, sql, unionAll } from '../sql.js';
import { compileWhere } from '../where.js';
import { grouped, type GroupOf, type Source } from './grouped.js';
import { need } from './need.js';
import { wanted } from './wanted.js';

/** Each member at the start with its attributes `before` and `after`; pooled changes add their parts up. */
export const change: GroupOf<'change'> = (scope, q, leaves, leaf, source) => {
  const { entity, where, memberDay: fixed } = q.population;
  const stretches = Array.from({ length: source.pool ?? 1 }, (_, k) => stretch(q, source, k));
  const parts = stretches.map(([start, end]) => {
    const before = need(scope, entity, start, leaves);
    const after = need(scope, entity, end, leaves);
    const { base } = scope.base(entity, start);
    const same = entity === 'user' ? sql` and after.customer_id is not distinct from before.customer_id` : sql``;
    const from = sql`${before} as before left join ${after} as after on after.id = before.id${same}`;
    if (fixed === undefined && leaf.members === 'start' && q.by.length === 0) {
      return grouped(q, sql`${from} where ${asFilter(compileWhere(base, where, 'before'))}`, 'before', leaves);
    }
    const on =
      entity === 'user'
        ? sql`m._member = before.id and m._member_customer is not distinct from before.customer_id`
        : sql`m._member = before.id`;
    const members = scope.membersOf(wanted(q, fixed ?? (leaf.members === 'end' ? end : start)));
    return grouped(q, sql`${from} join ${members} as m on ${on}`, 'm', leaves);
  });
  if (parts.length === 1 && parts[0]) return parts[0];
  const columns = leaves.flatMap(leafColumns);
  const keys = q.by.map((_, i) => name(`_d${String(i)}`));
  const sums = ['_count', ...columns].map((c) => sql`sum(${name(c)}) as ${name(c)}`);
  const group = keys.length > 0 ? sql`group by ${comma(keys)}` : sql``;
  return sql`select ${comma([...keys, ...sums])} from (${unionAll(parts)}) as _p ${group}`;
};

function stretch(q: MetricsQuestion, source: Source<'change'>, back: number): readonly [Day, Day] {
  if (!source.over) return [firstDay(q), lastDay(q)];
  const { over } = source;
  const end = (k: number): Day => addDays(minus(q.period.until, times(over, k)), -1);
  return [end(back + 1), end(back)];
}
