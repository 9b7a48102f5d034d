import { problem, ProblemError } from '../../query/problem.js';
import type { Translation } from '../family.js';
import { monthlyMovements, movements } from './movements.js';
import { payments } from './payments.js';
import { totals } from './totals.js';

const kinds: Readonly<Record<string, Translation>> = {
  mrr_rates: totals,
  quick_ratio: totals,
  mrr_churn_rates: totals,
  mrr_retention: totals,
  mrr_movements: movements,
  mrr_movements_monthly: monthlyMovements,
  mrr_from_payments: payments,
};

/** Movements of MRR and the rates made of them. */
export const mrr: Translation = (worked, open) => {
  const { kind } = worked.question;
  const translation = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (translation) return translation(worked, open);
  throw new ProblemError([
    problem('CASE_NOT_UNDERSTOOD', ['question', 'kind'], `no meaning is known for ${String(kind)}`),
  ]);
};
