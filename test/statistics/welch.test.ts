import { expect, test } from 'vitest';
import { welchInterval } from '../../src/answers/statistics/means.js';

const moments = (x: readonly number[]) => {
  const mean = x.reduce((a, b) => a + b, 0) / x.length;
  return { n: x.length, mean, variance: x.reduce((s, v) => s + (v - mean) ** 2, 0) / (x.length - 1) };
};
const a = moments([27.5, 21, 19, 23.6, 17, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19, 21.7, 21.4]);
const b = moments([27.1, 22, 20.8, 23.4, 23.4, 23.5, 25.8, 22, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5, 22]);

test('Welch’s interval of two means', () => {
  // t(0.975; 27.83) = 2.0490; the standard error by hand.
  const error = Math.sqrt(a.variance / 15 + b.variance / 15);
  const interval = welchInterval(a, b, 0.95);
  expect(interval?.low).toBeCloseTo(a.mean - b.mean - 2.049 * error, 2);
  expect(interval?.high).toBeCloseTo(a.mean - b.mean + 2.049 * error, 2);
});
test('needs two of each, and is a point where nothing varies', () => {
  expect(welchInterval({ n: 1, mean: 3, variance: 0 }, b, 0.95)).toBeNull();
  expect(welchInterval({ n: 4, mean: 3, variance: 0 }, { n: 5, mean: 1, variance: 0 }, 0.95)).toEqual({
    low: 2,
    high: 2,
  });
});
