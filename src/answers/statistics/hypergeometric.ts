const mostTerms = 100_000;

/**
 * Gauss' hypergeometric function ₂F₁(a, b; c; z) for 0 ≤ z < 1 by its power series, which converges there for any a and b;
 * NaN where it has not settled after 100,000 terms.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let [term, sum] = [1, 1];
  for (let n = 0; n < mostTerms; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    // Terms may grow before they shrink: only where they shrink for good is a small one the last that counts.
    const shrinking = Math.abs(((a + n + 1) * (b + n + 1)) / ((c + n + 1) * (n + 2))) * z < 1;
    if (shrinking && Math.abs(term) <= Math.abs(sum) * 1e-16 * (1 - z)) return sum;
  }
  return NaN;
}
