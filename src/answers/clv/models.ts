import type { Day } from '../../query/time.js';
import type { Refusal } from '../refusal.js';
import { fitPurchases, type PurchaseFit, type Purchases } from '../statistics/purchases.js';
import { fitSpend, type Spend, type SpendFit } from '../statistics/spend.js';
import { historyOf, type Summary } from './summaries.js';

/** A model, or why there is none. */
export type Fitted<F> = { readonly fit: F; readonly of: number } | { readonly refusal: Refusal };

const fewestCustomers = 50;
const fewestRepeaters = 20;
/** More say nothing more of so few parameters, and would only take longer. */
const most = 20_000;

/** So many of a list at most, at equal distances. */
function thinned<T>(list: readonly T[]): readonly T[] {
  const step = Math.ceil(list.length / most);
  return step <= 1 ? list : list.filter((_, i) => i % step === 0);
}

const refused = (code: Refusal['code'], message: string): { readonly refusal: Refusal } => ({
  refusal: { code, message },
});
const vary = (values: readonly number[]): boolean => values.some((v) => v !== values[0]);

/** Those with the same history counted together. */
function together(histories: readonly Omit<Purchases, 'weight'>[]): readonly Purchases[] {
  const found = new Map<string, Purchases>();
  for (const h of histories) {
    const key = `${String(h.frequency)} ${String(h.recency)} ${String(h.age)}`;
    found.set(key, { ...h, weight: (found.get(key)?.weight ?? 0) + 1 });
  }
  return [...found.values()];
}

/** How often they buy and for how long they stay; refused where they are too few or too much alike. */
export async function purchaseModel(
  summaries: readonly Summary[],
  asOf: Day,
  penalty: number,
): Promise<Fitted<PurchaseFit>> {
  const repeaters = summaries.filter((s) => s.purchases > 1).length;
  if (summaries.length < fewestCustomers)
    return refused('TOO_FEW_CUSTOMERS', `${few(summaries.length, 'bought')}; ${String(fewestCustomers)} are needed`);
  if (repeaters < fewestRepeaters)
    return refused('TOO_FEW_REPEATERS', `${few(repeaters, 'bought again')}; ${String(fewestRepeaters)} are needed`);
  const histories = thinned(summaries).map((s) => historyOf(s, asOf));
  if (!vary(histories.map((h) => h.frequency)) || !vary(histories.map((h) => h.age - h.recency)))
    return refused('NO_VARIATION', 'all of them bought equally often, or have not bought for equally long');
  const fit = await fitPurchases(together(histories), penalty);
  return fit.converged
    ? { fit, of: histories.length }
    : refused('NOT_CONVERGED', 'no parameters fit these purchases best; a penalty may help');
}

const few = (n: number, did: string): string => `${String(n)} ${n === 1 ? 'customer has' : 'customers have'} ${did}`;

/** What they spend on a purchase after the first; only those who spent something count. */
export async function spendModel(summaries: readonly Summary[], penalty: number): Promise<Fitted<SpendFit>> {
  const spent = summaries.flatMap((s): Spend[] =>
    s.repeatMean !== null && s.repeatMean > 0 ? [{ count: s.purchases - 1, mean: s.repeatMean }] : [],
  );
  if (spent.length < fewestRepeaters)
    return refused(
      'TOO_FEW_REPEATERS',
      `${few(spent.length, 'spent something again')}; ${String(fewestRepeaters)} are needed`,
    );
  if (!vary(spent.map((s) => s.mean))) return refused('NO_VARIATION', 'all of them spend the same on a purchase');
  const known = thinned(spent);
  const fit = await fitSpend(known, penalty);
  return fit.converged
    ? { fit, of: known.length }
    : refused('NOT_CONVERGED', 'no parameters fit these amounts best; a penalty may help');
}
