import { lnGamma } from './gamma.js';
import { reachOf } from './normal.js';

/** An interval, both ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How many of how many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** Wilson's score interval of a proportion; null where there is nobody to ask. */
export function wilson({ count, of }: Share, level: number): Interval | null {
  if (of === 0) return null;
  const z = reachOf(level);
  const p = count / of;
  const centre = p + (z * z) / (2 * of);
  const reach = z * Math.sqrt((p * (1 - p) + (z * z) / (4 * of)) / of);
  const scale = 1 + (z * z) / of;
  return {
    low: count === 0 ? 0 : Math.max(0, (centre - reach) / scale),
    high: count === of ? 1 : Math.min(1, (centre + reach) / scale),
  };
}

/** Newcombe's interval of the difference of two independent proportions (his method 10, from Wilson's two intervals). */
export function newcombe(a: Share, b: Share, level: number): Interval | null {
  const [first, second] = [wilson(a, level), wilson(b, level)];
  if (!first || !second) return null;
  const [p, q] = [a.count / a.of, b.count / b.of];
  return {
    low: p - q - Math.hypot(p - first.low, second.high - q),
    high: p - q + Math.hypot(first.high - p, q - second.low),
  };
}

const lnChoose = (n: number, k: number): number => lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);

/**
 * Fisher's exact test, two-sided: the probability of a table as unlikely as this one or more, were both proportions the same.
 * Null where either has nobody in it.
 */
export function fisherExact(a: Share, b: Share): number | null {
  if (a.of === 0 || b.of === 0) return null;
  const hits = a.count + b.count;
  const likelihood = (k: number): number =>
    Math.exp(lnChoose(a.of, k) + lnChoose(b.of, hits - k) - lnChoose(a.of + b.of, hits));
  const seen = likelihood(a.count);
  const [least, most] = [Math.max(0, hits - b.of), Math.min(a.of, hits)];
  let total = 0;
  for (let k = least; k <= most; k++) {
    const p = likelihood(k);
    if (p <= seen * (1 + 1e-7)) total += p;
  }
  return Math.min(1, total);
}
