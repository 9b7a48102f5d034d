import { describe, expect, it } from 'vitest';
import { expectations, foresee } from '../../src/answers/statistics/foresight.js';
import { seasonOf } from '../../src/answers/statistics/seasons.js';
import { ahead, follow } from '../../src/answers/statistics/smoothing.js';
import { studentReach } from '../../src/answers/statistics/student.js';
import { randomOf } from '../clv/random.js';

const year = [30, 10, -5, 0, 5, -20, -30, -40, 10, 15, 10, 15];
const season = (i: number): number => year[i % 12] ?? 0;

describe('exponential smoothing', () => {
  const shape = { slope: true, season: 2 };
  const weights = { alpha: 0.5, beta: 0.2, gamma: 0.1, phi: 0.9 };
  const start = { level: 10, slope: 1, season: [2, -2] };

  it('moves level, slope and season by shares of each error, as worked out by hand', () => {
    // 1: expects 10 + 0.9 + 2 = 12.9, sees 13.9, an error of 1: level 11.4, slope 1.1, season 2.1
    // 2: expects 11.4 + 0.99 − 2 = 10.39, sees 8.39, an error of −2: level 11.39, slope 0.59, season −2.2
    const { expected, end } = follow({ weights, start }, [13.9, 8.39]);
    expect(expected[0]).toBeCloseTo(12.9, 12);
    expect(expected[1]).toBeCloseTo(10.39, 12);
    expect(end.level).toBeCloseTo(11.39, 12);
    expect(end.slope).toBeCloseTo(0.59, 12);
    expect(end.season[0]).toBeCloseTo(2.1, 12);
    expect(end.season[1]).toBeCloseTo(-2.2, 12);
  });
  it('learns nothing from a gap', () => {
    const { end } = follow({ weights, start }, [null]);
    expect(end.level).toBeCloseTo(10.9, 12);
    expect(end.slope).toBeCloseTo(0.9, 12);
    expect(end.season).toEqual([2, -2]);
  });
  it('reaches ahead along the damped slope, and misses by more each step', () => {
    const points = ahead({ shape, weights, start, fitted: 0, squares: 0 }, [13.9, 8.39], 3);
    expect(points[0]?.mean).toBeCloseTo(11.39 + 0.9 * 0.59 + 2.1, 12);
    expect(points[1]?.mean).toBeCloseTo(11.39 + (0.9 + 0.81) * 0.59 - 2.2, 12);
    // c₁ = α + βφ, c₂ = α + β(φ + φ²) + γ, for a season of two
    const c1 = 0.5 + 0.2 * 0.9;
    const c2 = 0.5 + 0.2 * (0.9 + 0.81) + 0.1;
    expect(points.map((p) => p.spread)).toEqual([
      1,
      expect.closeTo(Math.sqrt(1 + c1 ** 2), 12),
      expect.closeTo(Math.sqrt(1 + c1 ** 2 + c2 ** 2), 12),
    ]);
  });
  it('takes a season out of a line', () => {
    const series = Array.from({ length: 36 }, (_, i) => 100 + 2 * i + season(i));
    seasonOf(series, 12).forEach((v, i) => {
      expect(v).toBeCloseTo(season(i), 9);
    });
  });
});

describe('Student’s reach', () => {
  // Tables of the t distribution
  it.each([
    [0.95, 4, 2.776],
    [0.95, 10, 2.228],
    [0.95, 60, 2.0],
    [0.99, 6, 3.707],
    [0.8, 8, 1.397],
  ])('at %d with %d to spare', (level, spare, wanted) => {
    expect(Math.abs(studentReach(level, spare) / wanted - 1)).toBeLessThan(0.01);
  });
});

describe('a forecast', () => {
  it('goes on with a season and a trend that were there', async () => {
    const random = randomOf(3);
    const series = Array.from({ length: 48 }, (_, i) => 200 + 3 * i + season(i) + random.normal());
    const { shape, points } = await foresee(series, 12, 12, 0.95);
    expect(shape.season).toBe(12);
    points.forEach(({ value, low, high }, i) => {
      // The slope is damped on purpose, so a year ahead lags behind the line.
      expect(Math.abs(value - (200 + 3 * (48 + i) + season(i)))).toBeLessThan(3 + 1.2 * i);
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
    });
  });
  it('sees no season where there is none, nor in less than two of them', async () => {
    const random = randomOf(4);
    const noise = Array.from({ length: 60 }, () => 50 + 5 * random.normal());
    expect((await foresee(noise, 12, 1, 0.95)).shape).toEqual({ slope: false, season: 1 });
    const short = Array.from({ length: 23 }, (_, i) => season(i));
    expect((await foresee(short, 12, 1, 0.95)).shape.season).toBe(1);
  });
  it('of a series that never changes is that value, without doubt', async () => {
    const { points } = await foresee(
      Array.from({ length: 10 }, () => 7),
      12,
      2,
      0.95,
    );
    points.forEach(({ value, low, high }) => {
      expect([value, low, high]).toEqual([7, expect.closeTo(7, 6), expect.closeTo(7, 6)]);
    });
  });
  it('holds what comes next about as often as its level says', async () => {
    const random = randomOf(8);
    let held = 0;
    const all = 80;
    for (let k = 0; k < all; k++) {
      let level = 100;
      // A local level: errors that the level learns a third of, of 24 points and the one 3 ahead.
      const walk = Array.from({ length: 27 }, () => {
        const error = 4 * random.normal();
        const value = level + error;
        level += error / 3;
        return value;
      });
      const { points } = await foresee(walk.slice(0, 24), 1, 3, 0.8);
      const [last, point] = [walk[26] ?? NaN, points[2]];
      if (point && last >= point.low && last <= point.high) held++;
    }
    expect(held / all).toBeGreaterThan(0.7);
    expect(held / all).toBeLessThan(0.92);
  });
});

describe('expectations', () => {
  const noisy = (seed: number, n: number): number[] => {
    const random = randomOf(seed);
    return Array.from({ length: n }, (_, i) => 500 + 2 * i + season(i) + 6 * random.normal());
  };
  const outside = async (series: readonly (number | null)[], level: number): Promise<readonly number[]> =>
    (await expectations(series, 12, level)).flatMap((e, i) => {
      const v = series[i];
      return e && v != null && (v < e.low || v > e.high) ? [i] : [];
    });

  it.each([460, 620])('find the one point of %d that stands out, and not those after it', async (value) => {
    let others = 0;
    for (let seed = 20; seed < 25; seed++) {
      const series = noisy(seed, 48);
      series[30] = value;
      const found = await outside(series, 0.99);
      expect(found).toContain(30);
      expect(found).not.toContain(31);
      others += found.length - 1;
    }
    expect(others / (5 * 35)).toBeLessThan(0.03);
  });
  it('cry wolf about as seldom as the level says', async () => {
    let [alarms, points] = [0, 0];
    for (let k = 0; k < 12; k++) {
      alarms += (await outside(noisy(100 + k, 48), 0.99)).length;
      points += 36;
    }
    expect(alarms / points).toBeLessThan(0.03);
  });
  it('say nothing of the beginning and pass over gaps', async () => {
    const series: (number | null)[] = noisy(7, 40);
    series[20] = null;
    const found = await expectations(series, 12, 0.95);
    expect(found[0]).toBeNull();
    expect(found[20]).not.toBeNull();
    expect(found.filter((e) => e === null).length).toBeLessThanOrEqual(12);
  });
});
