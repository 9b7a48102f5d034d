import { lnBeta, lnGamma } from './gamma.js';
import type { PurchaseModel } from './purchases.js';

/** The probability of so many repeat purchases of a new customer in a stretch of time (Fader, Hardie and Lee 2005, equation 8). */
export function probabilityOf({ r, alpha, a, b }: PurchaseModel, purchases: number, within: number): number {
  const share = within / (alpha + within);
  const none = r * Math.log1p(-share);
  /** ln of the probability that one who cannot leave buys j times. */
  const exactly = (j: number): number =>
    j === 0 ? none : lnGamma(r + j) - lnGamma(r) - lnGamma(j + 1) + none + j * Math.log(share);
  const stays = Math.exp(lnBeta(a, b + purchases) - lnBeta(a, b) + exactly(purchases));
  if (purchases === 0) return stays;
  const fewer = Array.from({ length: purchases }, (_, j) => Math.exp(exactly(j))).reduce((sum, p) => sum + p, 0);
  return stays + Math.exp(lnBeta(a + 1, b + purchases - 1) - lnBeta(a, b)) * Math.max(0, 1 - fewer);
}
