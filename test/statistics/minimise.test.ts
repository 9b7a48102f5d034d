import { describe, expect, it } from 'vitest';
import { minimise } from '../../src/answers/statistics/minimise.js';

const at = (x: readonly number[], i: number): number => x[i] ?? NaN;

describe('the search for a minimum', () => {
  it('follows Rosenbrock’s bent valley to its end', async () => {
    const found = await minimise((x) => (1 - at(x, 0)) ** 2 + 100 * (at(x, 1) - at(x, 0) ** 2) ** 2, [-1.2, 1]);
    expect(found.converged).toBe(true);
    expect(at(found.at, 0)).toBeCloseTo(1, 4);
    expect(at(found.at, 1)).toBeCloseTo(1, 4);
  });
  it('finds the bottom of a bowl in four dimensions, from far away', async () => {
    const bottom = [3, -1, 0.5, 20];
    const found = await minimise(
      (x) => bottom.reduce((sum, b, i) => sum + (i + 1) * (at(x, i) - b) ** 2, 7),
      [0, 0, 0, 0],
    );
    expect(found.converged).toBe(true);
    expect(found.value).toBeCloseTo(7, 8);
    bottom.forEach((b, i) => {
      expect(at(found.at, i)).toBeCloseTo(b, 3);
    });
  });
  it('stays out of places without a number', async () => {
    const found = await minimise((x) => Math.log(at(x, 0)) ** 2 + Math.sqrt(at(x, 1)), [4, 1]);
    expect(at(found.at, 0)).toBeCloseTo(1, 3);
  });
  it('says that it has not converged where there is no minimum', async () => {
    expect((await minimise((x) => -at(x, 0), [0])).converged).toBe(false);
    expect((await minimise(() => NaN, [0, 0])).converged).toBe(false);
  });
});
