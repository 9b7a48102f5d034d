import type { Catalog } from '../../catalog/model.js';
import type { BacktestQuestion } from '../../query/backtest.js';
import { addDays, minus, type Day, type Period } from '../../query/time.js';
import { ref, sql } from '../sql.js';
import { createScope } from '../statement.js';
import { compileWhere } from '../where.js';

/** The day whose score is set against the outcomes of a unit. */
export const scoredOn = ({ from }: Period, { before }: BacktestQuestion): Day => minus(from, before);
export const outcomeDay = ({ until }: Period): Day => addDays(until, -1);

/** One unit: `churned` (or else renewed), `score`, `band` and how many customers. */
export function backtestStatement(
  catalog: Catalog,
  question: BacktestQuestion,
  unit: Period,
): { readonly sql: string; readonly parameters: readonly unknown[] } {
  const scope = createScope(catalog);
  const now = scope.base('customer', outcomeDay(unit));
  const churned = compileWhere(now.base, question.churned, 'b');
  const renewed = compileWhere(now.base, question.renewed, 'b');
  const outcomes = scope.shared(
    sql`select b.id, ${churned} as churned from ${now.table} as b where ${churned} or ${renewed}`,
  );
  const then = scope.base('customer', scoredOn(unit, question));
  then.base.attribute('health_score');
  then.base.attribute('health_band');
  const [score, band] = [ref('s', 'health_score'), ref('s', 'health_band')];
  return scope.finish(
    sql`select o.churned, ${score} as score, ${band} as band, count(*) as n from ${outcomes} as o left join ${then.table} as s on s.id = o.id group by 1, 2, 3`,
  );
}
