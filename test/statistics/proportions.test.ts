import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fisherExact, newcombe, wilson } from '../../src/answers/statistics/proportions.js';

const share = (count: number, of: number) => ({ count, of });

describe('Wilson’s interval', () => {
  // statsmodels 0.15
  it.each([
    [58, 436, 0.10433359078369298, 0.16813153595086688],
    [4, 146, 0.010704723147473314, 0.06832186211064313],
    [0, 20, 0, 0.1611251580528194],
    [20, 20, 0.8388748419471804, 1],
    [1, 3, 0.06149194472039626, 0.7923403991979523],
  ])('of %d in %d', (count, of, low, high) => {
    const got = wilson(share(count, of), 0.95);
    expect(got?.low).toBeCloseTo(low, 12);
    expect(got?.high).toBeCloseTo(high, 12);
  });
  it('is none without anybody', () => {
    expect(wilson(share(0, 0), 0.95)).toBeNull();
  });
  it('holds the proportion and is wider at a higher level', () => {
    const of = fc.integer({ min: 1, max: 5_000 });
    fc.assert(
      fc.property(of, fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const seen = share(Math.round(part * n), n);
        const [narrow, wide] = [wilson(seen, 0.8), wilson(seen, 0.99)];
        expect(narrow?.low).toBeLessThanOrEqual(seen.count / n);
        expect(narrow?.high).toBeGreaterThanOrEqual(seen.count / n);
        expect(wide?.low).toBeLessThanOrEqual(narrow?.low ?? -1);
        expect(wide?.high).toBeGreaterThanOrEqual(narrow?.high ?? 2);
      }),
    );
  });
});

describe('Newcombe’s interval of a difference', () => {
  // Newcombe 1998, table II (a, b, e and f), to the digits printed there; statsmodels for the rest.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 10, 0.6075, 1],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [58, 436, 4, 146, 0.0556, 0.1445],
  ])('of %d in %d against %d in %d', (a, m, b, n, low, high) => {
    const got = newcombe(share(a, m), share(b, n), 0.95);
    expect(got?.low).toBeCloseTo(low, 4);
    expect(got?.high).toBeCloseTo(high, 4);
  });
});

describe('Fisher’s exact test', () => {
  it('tells a tea party of 3 in 4 from chance as Fisher did', () => {
    expect(fisherExact(share(3, 4), share(1, 4))).toBeCloseTo(34 / 70, 10);
  });
  // SciPy 1.17
  it.each([
    [58, 436, 4, 146, 0.00014455687266451322],
    [56, 70, 48, 80, 0.012521129749209154],
    [10, 10, 0, 10, 1.082508822446903e-5],
    [0, 10, 0, 20, 1],
  ])('of %d in %d against %d in %d', (a, m, b, n, wanted) => {
    expect((fisherExact(share(a, m), share(b, n)) ?? NaN) / wanted).toBeCloseTo(1, 9);
  });
});
