import { hypergeometric } from './hypergeometric.js';
import type { Purchases } from './purchases.js';

/**
 * The Pareto/NBD model (Schmittlein, Morrison and Colombo 1987): purchases at a rate that is gamma distributed over customers
 * (shape r, rate α), and a lifetime whose rate is gamma distributed (shape s, rate β).
 */
export interface LifetimeModel {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}
type Seen = Omit<Purchases, 'weight'>;

/** (1 − (from ÷ to)^(s − 1)) ÷ (s − 1), which is ln(to ÷ from) where s is 1. */
const shrunk = (s: number, from: number, to: number): number =>
  Math.abs(s - 1) < 1e-9 ? Math.log(to / from) : -Math.expm1((s - 1) * Math.log(from / to)) / (s - 1);

/** Repeat purchases to be expected of a new customer in its first stretch of time. */
export const expectedOfNew = ({ r, alpha, s, beta }: LifetimeModel, within: number): number =>
  ((r * beta) / alpha) * shrunk(s, beta, beta + within);

/** The probability that a customer has not gone for good (Fader and Hardie 2005, note on the Pareto/NBD, equation 11). */
export function probabilityAlive({ r, alpha, s, beta }: LifetimeModel, seen: Seen): number {
  const { frequency: x, recency, age } = seen;
  const [larger, apart] = [Math.max(alpha, beta), Math.abs(alpha - beta)];
  const all = r + s + x;
  const second = alpha >= beta ? s + 1 : r + x;
  const scale = (r + x) * Math.log(alpha + age) + s * Math.log(beta + age);
  const part = (time: number): number =>
    hypergeometric(all, second, all + 1, apart / (larger + time)) * Math.exp(scale - all * Math.log(larger + time));
  return 1 / (1 + (s / all) * (part(recency) - part(age)));
}

/** Purchases to be expected of a customer in the time ahead, given what is known of it. */
export function expectedPurchases(model: LifetimeModel, seen: Seen, ahead: number): number {
  const { r, alpha, s, beta } = model;
  const rate = (r + seen.frequency) / (alpha + seen.age);
  const time = (beta + seen.age) * shrunk(s, beta + seen.age, beta + seen.age + ahead);
  return rate * time * probabilityAlive(model, seen);
}
