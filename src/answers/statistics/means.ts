import { erfc } from './normal.js';
import type { Interval } from './proportions.js';
import { studentReach } from './student.js';

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

/**
 * Welch's interval of the difference of two means, with Student's t at the degrees of freedom of Welch and Satterthwaite. Null with fewer
 * than two in either.
 */
export function welchInterval(a: Moments, b: Moments, level: number): Interval | null {
  if (a.n < 2 || b.n < 2) return null;
  const [va, vb] = [a.variance / a.n, b.variance / b.n];
  const difference = a.mean - b.mean;
  if (va + vb === 0) return { low: difference, high: difference };
  const spare = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  const reach = studentReach(level, spare) * Math.sqrt(va + vb);
  return { low: difference - reach, high: difference + reach };
}
