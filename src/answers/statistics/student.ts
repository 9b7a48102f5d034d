import { reachOf } from './normal.js';

/**
 * How many standard errors an interval of this level reaches to either side where the error itself was estimated from so many spare
 * points: Student's t by its expansion around the normal distribution (Abramowitz and Stegun 26.7.5), within 1 % from 4 on.
 */
export function studentReach(level: number, spare: number): number {
  const z = reachOf(level);
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return terms.reduce((sum, term, i) => sum + term / spare ** (i + 1), z);
}
