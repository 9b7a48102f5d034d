import type { Grouping, MetricsQuestion } from '../query/question.js';
import { startOfUnit } from './dialect.js';
import type { Sql } from './sql.js';
import { comma, name, sql } from './sql.js';
import type { StatementScope } from './statement.js';

/**
 * What adds up, by the units that members' time begins in: told by day and then summed, as there are fewer days to find the unit of
 * than members. `rows` is a SELECT of `_d0` …, `_count` and these columns for the question it is given; undefined where no unit is
 * longer than a day.
 */
export function byDayFirst(
  { catalog }: StatementScope,
  q: MetricsQuestion,
  columns: readonly string[],
  rows: (q: MetricsQuestion) => Sql,
): Sql | undefined {
  if (!q.by.some(isLonger)) return undefined;
  const daily = q.by.map((by) => (isLonger(by) ? { ...by, grain: 'DAY' as const } : by));
  const keys = q.by.map((by, i) => {
    const key = name(`_d${String(i)}`);
    return { key, unit: isLonger(by) ? startOfUnit(by.grain, key, catalog.workspace.weekStart) : key };
  });
  const units = keys.map(({ key, unit }) => sql`${unit} as ${key}`);
  const sums = columns.map((column) => sql`sum(${name(column)}) as ${name(column)}`);
  return sql`select ${comma([...units, sql`cast(sum(_count) as bigint) as _count`, ...sums])} from (${rows({ ...q, by: daily })}) as d group by ${comma(keys.map(({ unit }) => unit))}`;
}

type Longer = Extract<Exclude<Grouping, string>, { kind: 'start' }>;
const isLonger = (by: Grouping): by is Longer => typeof by !== 'string' && by.kind === 'start' && by.grain !== 'DAY';
