import { purchaseSummariesStatement } from '../../compile/clv.js';
import type { SummaryQuestion } from '../../query/clv.js';
import { daysBetween, type Day } from '../../query/time.js';
import { toRows } from '../../warehouse/warehouse.js';
import type { Session } from '../session.js';

/** A purchaser as of a day. Purchases of one day are one purchase. */
export interface Summary {
  readonly id: string;
  /** The customer a user works at. */
  readonly customerId: string | undefined;
  readonly inside: boolean;
  readonly group: unknown;
  readonly purchases: number;
  readonly firstOn: Day;
  readonly lastOn: Day;
  readonly revenue: number;
  /** Mean of the days after the first; null without any. */
  readonly repeatMean: number | null;
}

export async function summariesOf(session: Session, question: SummaryQuestion): Promise<readonly Summary[]> {
  const answer = await session.run(purchaseSummariesStatement(session.catalog, question));
  return toRows(answer).map((row) => ({
    id: String(row['id']),
    customerId: question.population.entity === 'user' ? String(row['customer_id']) : undefined,
    inside: row['inside'] === true,
    group: row['d0'] ?? null,
    purchases: Number(row['purchases']),
    firstOn: String(row['first_day']),
    lastOn: String(row['last_day']),
    revenue: Number(row['total'] ?? 0),
    repeatMean: row['repeat_mean'] === null ? null : Number(row['repeat_mean']),
  }));
}

/** Purchases after the first, and times in weeks since it. */
export const historyOf = ({ purchases, firstOn, lastOn }: Summary, asOf: Day) => ({
  frequency: purchases - 1,
  recency: daysBetween(firstOn, lastOn) / 7,
  age: daysBetween(firstOn, asOf) / 7,
});
