import { describe, expect, it } from 'vitest';
import { lnBeta, lnGamma } from '../../src/answers/statistics/gamma.js';
import { hypergeometric } from '../../src/answers/statistics/hypergeometric.js';
import { erfc, normalProbability, normalQuantile, reachOf } from '../../src/answers/statistics/normal.js';

/** Equal to so many significant digits. */
const near = (got: number, wanted: number, digits = 12): void => {
  expect(Math.abs(got - wanted)).toBeLessThanOrEqual(Math.max(Math.abs(wanted), 1e-3) * 10 ** -digits);
};

describe('the logarithm of the gamma function', () => {
  // SciPy 1.17
  it.each([
    [0.001, 6.907178885383854],
    [0.243, 1.3180435846996699],
    [7.3, 7.147892523022248],
    [250.5, 1131.284001332255],
    [1e5, 1051287.7089736566],
  ])('at %d', (x, wanted) => {
    near(lnGamma(x), wanted);
  });
  it('is that of a factorial', () => {
    near(lnGamma(11), Math.log(3_628_800));
    near(lnGamma(0.5), Math.log(Math.PI) / 2);
    near(lnBeta(3, 4), Math.log(1 / 60));
  });
});

describe('the hypergeometric function', () => {
  it.each([0, 0.1, 0.5, 0.9, 0.99])('is elementary functions for some arguments, at %d', (z) => {
    near(hypergeometric(2.3, 1.7, 1.7, z), (1 - z) ** -2.3);
    near(hypergeometric(1, 1, 2, z), z === 0 ? 1 : -Math.log(1 - z) / z);
    near(hypergeometric(0.5, 1, 1.5, z), z === 0 ? 1 : Math.atanh(Math.sqrt(z)) / Math.sqrt(z));
    near(hypergeometric(-2, 3.5, 1.5, z), 1 - (2 * 3.5 * z) / 1.5 + (3.5 * 4.5 * z * z) / (1.5 * 2.5));
  });
  // SciPy 1.17
  it.each([
    [2.243, 4.43, 4.223, 0.47, 4.492755658330615],
    [26.2, 28.4, 28.2, 0.52, 258192817.08722255],
    [0.7, -0.2, 3.1, 0.95, 0.9465034110757186],
    [1.2, 0.3, 2, 0.999, 1.6358611292454517],
  ])('of %d, %d, %d at %d', (a, b, c, z, wanted) => {
    near(hypergeometric(a, b, c, z), wanted, 10);
  });
  it('keeps Euler’s identity', () => {
    for (const [a, b, c, z] of [
      [3.2, 4.1, 5.3, 0.6],
      [0.24, 2.4, 2.2, 0.85],
      [12.2, 8.4, 9.1, 0.3],
    ] as const)
      near(hypergeometric(a, b, c, z), (1 - z) ** (c - a - b) * hypergeometric(c - a, c - b, c, z), 10);
  });
});

describe('the normal distribution', () => {
  it.each([
    [-8, 6.22096057427174e-16],
    [-5, 2.866515718791933e-7],
    [-1.96, 0.024997895148220435],
    [0, 0.5],
    [0.3, 0.6179114221889526],
    [3.6, 0.9998408914098424],
  ])('has its probability below %d', (z, wanted) => {
    expect(Math.abs(normalProbability(z) / wanted - 1)).toBeLessThan(1e-12);
  });
  it.each([
    [1e-10, -6.361340902404056],
    [0.001, -3.090232306167813],
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.9995, 3.2905267314919255],
  ])('has its quantile at %d', (p, wanted) => {
    near(normalQuantile(p), wanted, 12);
  });
  it('reaches 1.96 standard errors for 95 percent', () => {
    near(reachOf(0.95), 1.959963984540054);
    near(erfc(-0.7) + erfc(0.7), 2);
  });
});
