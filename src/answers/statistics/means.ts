import { erfc } from './normal.js';

/** A sample of a number by its moments; the variance is that of a sample (÷ n − 1). */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/** Cohen's d: difference of the means ÷ pooled standard deviation; null when nothing varies. */
export function cohensD(a: Moments, b: Moments): number | null {
  const pooled = ((a.n - 1) * a.variance + (b.n - 1) * b.variance) / (a.n + b.n - 2);
  return pooled > 0 ? (a.mean - b.mean) / Math.sqrt(pooled) : null;
}

/** Welch's test of equal means, two-sided, by the normal approximation; null when nothing varies. */
export function welch(a: Moments, b: Moments): number | null {
  const error = Math.sqrt(a.variance / a.n + b.variance / b.n);
  return error > 0 ? erfc(Math.abs(a.mean - b.mean) / error / Math.SQRT2) : null;
}
