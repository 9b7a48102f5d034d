import { lnGamma } from './gamma.js';
import { hypergeometric } from './hypergeometric.js';
import { minimise } from './minimise.js';

/**
 * What is known of a customer's purchases: how many came after the first one, when the last of them came and how long the customer
 * has been watched, both counted from the first purchase in one unit of time. `weight` customers are alike.
 */
export interface Purchases {
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
  readonly weight: number;
}

/**
 * The BG/NBD model (Fader, Hardie and Lee 2005): purchases at a rate that is gamma distributed over customers (shape r, rate α
 * in the unit of time), and after each a chance to be gone for good that is beta distributed (a, b).
 */
export interface PurchaseModel {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

export interface PurchaseFit {
  readonly model: PurchaseModel;
  readonly logLikelihood: number;
  readonly converged: boolean;
}

/** ln Γ of x + shift for whole x from 0 on, each worked out once. */
function lnGammas(shift: number): (x: number) => number {
  const known: number[] = [];
  return (x) => (known[x] ??= lnGamma(x + shift));
}

/** Log-likelihood of the model (their equation 6, in the form of their note 004). */
export function logLikelihood({ r, alpha, a, b }: PurchaseModel, seen: readonly Purchases[]): number {
  const [rate, kept, lost] = [lnGammas(r), lnGammas(b), lnGammas(a + b)];
  const constant = r * Math.log(alpha) - rate(0) + lost(0) - kept(0);
  let total = 0;
  for (const { frequency: x, recency, age, weight } of seen) {
    const still = -(r + x) * Math.log(alpha + age);
    if (x === 0) {
      total += weight * (r * Math.log(alpha) + still);
      continue;
    }
    const gone = Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + recency);
    const either = Math.max(still, gone) + Math.log1p(Math.exp(-Math.abs(still - gone)));
    total += weight * (constant + rate(x) + kept(x) - lost(x) + either);
  }
  return total;
}

/** Logarithms of parameters flatten out towards this, so that a search that runs off comes to rest. */
const logRange = 12;
const held = (x: number): number => logRange * Math.tanh(x / logRange);

/**
 * The model under which the purchases are likeliest. `penalty` × Σ parameter² (α in units of the longest age) is taken from the
 * mean log-likelihood, as in the Python package lifetimes; 0 is plain maximum likelihood. Not converged where r or α runs off: a and
 * b may, where nobody seems to leave (a near 0) or all are as likely to (both large), without a difference to what is expected.
 */
export async function fitPurchases(seen: readonly Purchases[], penalty = 0): Promise<PurchaseFit> {
  const longest = seen.reduce((most, s) => Math.max(most, s.age), 0) || 1;
  const weights = seen.reduce((sum, s) => sum + s.weight, 0);
  const scaled = seen.map((s) => ({ ...s, recency: s.recency / longest, age: s.age / longest }));
  const target = (x: readonly number[]): number => {
    const model = modelAt(x);
    const squares = [model.r, model.alpha, model.a, model.b].reduce((sum, v) => sum + v ** 2, 0);
    return penalty * squares - logLikelihood(model, scaled) / weights;
  };
  const first = await minimise(target, [-1, -2, -1, 1]);
  const best = first.converged ? first : await minimise(target, [0, 0, 0, 0]);
  const model = modelAt(best.at);
  const unscaled = { ...model, alpha: model.alpha * longest };
  const runOff = best.at.slice(0, 2).some((v) => Math.abs(held(v)) > logRange - 2);
  return { model: unscaled, logLikelihood: logLikelihood(unscaled, seen), converged: best.converged && !runOff };
}

function modelAt(x: readonly number[]): PurchaseModel {
  const [r = 1, alpha = 1, a = 1, b = 1] = x.map((v) => Math.exp(held(v)));
  return { r, alpha, a, b };
}

/** The probability that a customer has not gone for good; 1 for one who has bought once. */
export function probabilityAlive({ r, alpha, a, b }: PurchaseModel, s: Omit<Purchases, 'weight'>): number {
  if (s.frequency === 0) return 1;
  const odds = (a / (b + s.frequency - 1)) * ((alpha + s.age) / (alpha + s.recency)) ** (r + s.frequency);
  return 1 / (1 + odds);
}

/** Where a is 1 the closed forms divide by 0; beside it they are as near as doubles allow. */
const besideOne = (a: number): number => (Math.abs(a - 1) < 1e-6 ? 1 + 1e-6 : a);

/** (c / (a − 1)) · (1 − (1 − z)^(a − 1) · ₂F₁(c − r − x, a − 1; c; z)): their equations 9 and 10 after Euler's transformation. */
function grown({ r, a }: PurchaseModel, c: number, x: number, z: number): number {
  return (c / (a - 1)) * (1 - (1 - z) ** (a - 1) * hypergeometric(c - r - x, a - 1, c, z));
}

/** Purchases to be expected of a customer in the time ahead, given what is known of it (their equation 10). */
export function expectedPurchases(model: PurchaseModel, s: Omit<Purchases, 'weight'>, ahead: number): number {
  const own = { ...model, a: besideOne(model.a) };
  const c = own.a + own.b + s.frequency - 1;
  return grown(own, c, s.frequency, ahead / (own.alpha + s.age + ahead)) * probabilityAlive(own, s);
}

/** Repeat purchases to be expected of a new customer in its first stretch of time (their equation 9). */
export function expectedOfNew(model: PurchaseModel, ahead: number): number {
  const own = { ...model, a: besideOne(model.a) };
  return grown(own, own.a + own.b - 1, 0, ahead / (own.alpha + ahead));
}
