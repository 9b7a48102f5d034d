/** erf x by its series around 0, for |x| up to about 3. */
function erfSeries(x: number): number {
  let [term, sum] = [x, x];
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return ((2 / Math.sqrt(Math.PI)) * sum) / Math.exp(x * x);
}

/** erfc x by its continued fraction, for x from about 2 up. */
function erfcFraction(x: number): number {
  let tail = x;
  for (let k = 120; k >= 1; k--) tail = x + k / 2 / tail;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * tail);
}

/** 1 − erf x, with full precision in the right tail. */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  return x < 2.5 ? 1 - erfSeries(x) : erfcFraction(x);
}

/** Probability that a standard normal variable is at most z. */
export const normalProbability = (z: number): number => erfc(-z / Math.SQRT2) / 2;

/** The z that a standard normal variable is below with probability p, 0 < p < 1. */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  // The curve is convex up to 0, so that Newton's steps from there come down to the root and never past it.
  let z = 0;
  for (let step = 0; step < 1_000; step++) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const next = z - (normalProbability(z) - p) / density;
    if (Math.abs(next - z) < 1e-15 * Math.max(1, Math.abs(z))) return next;
    z = next;
  }
  return z;
}

/** How many standard errors an interval of this level reaches to either side: 1.96 for 0.95. */
export const reachOf = (level: number): number => normalQuantile(0.5 + level / 2);
