import { byKind } from '../kinds.js';
import { monthlyMovements, movements } from './movements.js';
import { payments } from './payments.js';
import { totals } from './totals.js';

/** Movements of MRR and the rates made of them. */
export const mrr = byKind({
  mrr_rates: totals,
  quick_ratio: totals,
  mrr_churn_rates: totals,
  mrr_retention: totals,
  mrr_movements: movements,
  mrr_movements_monthly: monthlyMovements,
  mrr_from_payments: payments,
});
