import { lnGamma } from './gamma.js';
import { minimise } from './minimise.js';

/** What is known of a customer's purchases: how many there are and what they brought in on average, above 0. */
export interface Spend {
  readonly count: number;
  readonly mean: number;
}

/**
 * The Gamma-Gamma model (Fader and Hardie 2013): amounts of a customer's purchases are gamma distributed (shape p), with a
 * rate that is gamma distributed over customers (shape q, rate v in money). Amounts do not depend on how often one buys.
 */
export interface SpendModel {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

export interface SpendFit {
  readonly model: SpendModel;
  readonly logLikelihood: number;
  readonly converged: boolean;
}

/** Log-likelihood of the model (their equation 1a). */
export function logLikelihood({ p, q, v }: SpendModel, seen: readonly Spend[]): number {
  const constant = q * Math.log(v) - lnGamma(q);
  const counts = new Map<number, number>();
  let total = 0;
  for (const { count: x, mean: m } of seen) {
    const own = counts.get(x) ?? lnGamma(p * x + q) - lnGamma(p * x) + p * x * Math.log(x);
    counts.set(x, own);
    total += constant + own + (p * x - 1) * Math.log(m) - (p * x + q) * Math.log(x * m + v);
  }
  return total;
}

/** Logarithms of parameters flatten out towards this, so that a search that runs off comes to rest. */
const logRange = 14;
const held = (x: number): number => logRange * Math.tanh(x / logRange);

/**
 * The model under which the amounts are likeliest. `penalty` × Σ parameter² (v in units of the mean amount) is taken from the mean
 * log-likelihood; 0 is plain maximum likelihood. Not converged where a parameter runs off or where the mean is infinite (q ≤ 1).
 */
export async function fitSpend(seen: readonly Spend[], penalty = 0): Promise<SpendFit> {
  const usual = seen.reduce((sum, s) => sum + s.mean, 0) / seen.length || 1;
  const scaled = seen.map((s) => ({ ...s, mean: s.mean / usual }));
  const modelAt = (x: readonly number[]): SpendModel => {
    const [p = 1, q = 1, v = 1] = x.map((value) => Math.exp(held(value)));
    return { p, q, v };
  };
  const target = (x: readonly number[]): number => {
    const model = modelAt(x);
    const squares = [model.p, model.q, model.v].reduce((sum, v) => sum + v ** 2, 0);
    return penalty * squares - logLikelihood(model, scaled) / seen.length;
  };
  const best = await minimise(target, [1, 1, 0]);
  const model = modelAt(best.at);
  const unscaled = { ...model, v: model.v * usual };
  const runOff = best.at.some((value) => Math.abs(held(value)) > logRange - 2);
  return {
    model: unscaled,
    logLikelihood: logLikelihood(unscaled, seen),
    converged: best.converged && !runOff && model.q > 1,
  };
}

/** The amount to be expected of a customer's next purchase, given those known; of one without any, that of everybody. */
export function expectedAmount({ p, q, v }: SpendModel, { count, mean }: Spend): number {
  return (p * (v + count * mean)) / (p * count + q - 1);
}
