import { describe, expect, test } from 'vitest';
import { lnGamma } from '../../src/answers/statistics/gamma.js';
import * as pareto from '../../src/answers/statistics/pareto-nbd.js';
import { probabilityOf } from '../../src/answers/statistics/purchase-count.js';
import { expectedOfNew, expectedPurchases } from '../../src/answers/statistics/purchases.js';

describe('the number of purchases under BG/NBD', () => {
  test.each([
    { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
    { r: 2.5, alpha: 3, a: 1.4, b: 0.9 },
  ])('adds up to 1 and has the expected mean, with %o', (model) => {
    for (const within of [0.5, 4, 12]) {
      const p = Array.from({ length: 400 }, (_, n) => probabilityOf(model, n, within));
      expect(Math.min(...p)).toBeGreaterThanOrEqual(0);
      expect(p.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 8);
      expect(p.reduce((sum, q, n) => sum + n * q, 0)).toBeCloseTo(expectedOfNew(model, within), 6);
    }
  });
  test('is none in no time', () => {
    const model = { r: 0.5, alpha: 2, a: 0.8, b: 2 };
    expect(probabilityOf(model, 0, 0)).toBe(1);
    expect(probabilityOf(model, 3, 0)).toBe(0);
  });
});

/** Midpoints of equal shares of a gamma density on a logarithmic scale, with their weights. */
function gammaPoints(shape: number, rate: number): readonly (readonly [number, number])[] {
  const [low, high, n] = [-16, 6, 900];
  const step = (high - low) / n;
  return Array.from({ length: n }, (_, i) => {
    const u = low + (i + 0.5) * step;
    const x = Math.exp(u) / rate;
    const density = Math.exp(shape * Math.log(rate) + shape * Math.log(x) - rate * x - lnGamma(shape));
    return [x, density * step] as const;
  });
}

describe('Pareto/NBD against sums over all rates', () => {
  const models = [
    { r: 1.6, alpha: 10.578, s: 1.3, beta: 6.2 },
    { r: 0.9, alpha: 5, s: 1, beta: 11.669 },
    { r: 2.1, alpha: 8, s: 0.8, beta: 8 },
  ];
  test.each(models)('of a customer whose purchases are known, with %o', (model) => {
    const seen = { frequency: 3, recency: 20, age: 30 };
    const ahead = 12;
    let [all, alive, bought] = [0, 0, 0];
    for (const [mu, leaving] of gammaPoints(model.s, model.beta))
      for (const [lambda, buying] of gammaPoints(model.r, model.alpha)) {
        const weight = leaving * buying * lambda ** seen.frequency;
        const [at, now] = [Math.exp(-(lambda + mu) * seen.recency), Math.exp(-(lambda + mu) * seen.age)];
        all += (weight * (mu * at + lambda * now)) / (lambda + mu);
        alive += weight * now;
        bought += weight * now * lambda * (-Math.expm1(-mu * ahead) / mu);
      }
    expect(pareto.probabilityAlive(model, seen)).toBeCloseTo(alive / all, 4);
    expect(pareto.expectedPurchases(model, seen, ahead)).toBeCloseTo(bought / all, 4);
  });
  test.each(models)('of a new customer, with %o', (model) => {
    const stays = gammaPoints(model.s, model.beta).reduce((sum, [mu, w]) => sum + w * (-Math.expm1(-mu * 20) / mu), 0);
    expect(pareto.expectedOfNew(model, 20)).toBeCloseTo((model.r / model.alpha) * stays, 3);
  });
});

/** BG/NBD of CDNOW in weeks: values of the authors' spreadsheet and of the R package BTYD, as the tests of lifetimes assert them. */
describe('BG/NBD against published values of CDNOW', () => {
  const bg = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
  const fitted = { r: 0.2425945, alpha: 4.4136019, a: 0.7929199, b: 2.4258881 };
  test.each([
    [0.1429, 0.0078],
    [1, 0.0532],
    [3, 0.1506],
    [31.8571, 1.0405],
    [32, 1.0437],
    [78, 1.8576],
  ])('BG/NBD expects of a new customer in %d weeks', (weeks, expected) => {
    expect(expectedOfNew(fitted, weeks)).toBeCloseTo(expected, 3);
  });
  test('BG/NBD expects of a known customer in 39 weeks', () => {
    expect(Math.abs(expectedPurchases(fitted, { frequency: 2, recency: 30.43, age: 38.86 }, 39) - 1.226)).toBeLessThan(
      1e-3,
    );
  });
  test.each([
    [39, 0, 0.5737864],
    [30, 11, 0.0019995214],
    [30, 20, 0.000222226],
    [2, 10, 1.07869e-7],
  ])('BG/NBD, in %d weeks %d purchases', (weeks, purchases, expected) => {
    expect(probabilityOf(bg, purchases, weeks)).toBeCloseTo(expected, 5);
  });
});
