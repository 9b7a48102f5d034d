import { beforeAll, describe, expect, it } from 'vitest';
import {
  expectedOfNew,
  expectedPurchases,
  fitPurchases,
  logLikelihood,
  probabilityAlive,
  type PurchaseFit,
  type PurchaseModel,
} from '../../src/answers/statistics/purchases.js';
import { expectedAmount, fitSpend } from '../../src/answers/statistics/spend.js';
import { hypergeometric } from '../../src/answers/statistics/hypergeometric.js';
import { cdnow } from './cdnow.js';
import { randomOf, type Random } from './random.js';

const near = (got: number, wanted: number, share: number): void => {
  expect(Math.abs(got / wanted - 1)).toBeLessThan(share);
};

describe('the BG/NBD model of the CDNOW customers', () => {
  const seen = cdnow.map((c) => ({ ...c, weight: 1 }));
  let fit: PurchaseFit;
  beforeAll(async () => {
    fit = await fitPurchases(seen);
  });

  it('has the parameters and the likelihood that its authors published', () => {
    expect(seen).toHaveLength(2_357);
    expect(fit.converged).toBe(true);
    expect(fit.model.r).toBeCloseTo(0.243, 3);
    expect(fit.model.alpha).toBeCloseTo(4.414, 3);
    expect(fit.model.a).toBeCloseTo(0.793, 3);
    expect(fit.model.b).toBeCloseTo(2.426, 3);
    expect(fit.logLikelihood).toBeCloseTo(-9582.4, 1);
  });
  it('is the same of customers counted together', () => {
    const together = new Map<string, (typeof seen)[number]>();
    for (const s of seen) {
      const key = JSON.stringify([s.frequency, s.recency, s.age]);
      together.set(key, { ...s, weight: (together.get(key)?.weight ?? 0) + 1 });
    }
    expect(together.size).toBeLessThan(1_100);
    expect(logLikelihood(fit.model, [...together.values()])).toBeCloseTo(fit.logLikelihood, 6);
  });
  // lifetimes 0.11.3, with the parameters it fits
  const theirs = { r: 0.24259290698180005, alpha: 4.413531558085467, a: 0.7928861521740884, b: 2.425753445170763 };
  it.each([
    [2, 30.43, 38.86, 39, 1.225910450588946, 0.72660915],
    [0, 0, 38.86, 39, 0.19478084681274532, 1],
    [26, 30.86, 31, 39, 20.75056948962329, 0.96891971],
    [7, 20, 38, 5, 0.1341126908762058, 0.16288295],
    [1, 1.71, 38.86, 52, 0.25990710541327283, 0.21222741],
  ])(
    'expects of %d purchases, the last at %d of %d weeks, over %d weeks',
    (frequency, recency, age, ahead, n, alive) => {
      near(expectedPurchases(theirs, { frequency, recency, age }, ahead), n, 1e-9);
      expect(probabilityAlive(theirs, { frequency, recency, age })).toBeCloseTo(alive, 7);
    },
  );
  it('expects 1.195 purchases of a new customer in 39 weeks', () => {
    near(expectedOfNew(theirs, 39), 1.1950162959690058, 1e-9);
  });
  it('shrinks the parameters by a penalty', async () => {
    const held = (await fitPurchases(seen, 0.1)).model;
    expect(held.b).toBeLessThan(fit.model.b);
    expect(held.a + held.b).toBeLessThan(fit.model.a + fit.model.b);
  });
});

describe('formulas by hand', () => {
  // With r = 1, α = 1, a = 1, b = 1: λ is exponential and the chance to be gone uniform.
  const plain = { r: 1, alpha: 1, a: 1, b: 1 };
  it('gives a customer who never came back the chance of no purchase in its time', () => {
    expect(logLikelihood(plain, [{ frequency: 0, recency: 0, age: 3, weight: 1 }])).toBeCloseTo(Math.log(1 / 4), 12);
  });
  it('gives one who came back once, at 1 of 3, what the two ways to be silent since then add up to', () => {
    // ∫λe^{-λ·3}·(1−p) + λe^{-λ·1}·p over λ~Exp(1), p~U(0,1): ½·1/16 + ½·1/4
    const once = { frequency: 1, recency: 1, age: 3, weight: 1 };
    expect(logLikelihood(plain, [once])).toBeCloseTo(Math.log(5 / 32), 12);
    expect(probabilityAlive(plain, once)).toBeCloseTo(1 / 5, 12);
  });
  it('is the form with the hypergeometric function as it was published', () => {
    const model = { r: 0.6, alpha: 5, a: 1.7, b: 2.2 };
    const [x, recency, age, t] = [4, 20, 30, 26];
    const z = t / (model.alpha + age + t);
    const c = model.a + model.b + x - 1;
    const ratio = (model.alpha + age) / (model.alpha + age + t);
    const published =
      ((c / (model.a - 1)) * (1 - ratio ** (model.r + x) * hypergeometric(model.r + x, model.b + x, c, z))) /
      (1 + (model.a / (model.b + x - 1)) * ((model.alpha + age) / (model.alpha + recency)) ** (model.r + x));
    near(expectedPurchases(model, { frequency: x, recency, age }, t), published, 1e-10);
  });
  it('does not jump where a is 1', () => {
    const s = { frequency: 3, recency: 10, age: 12 };
    const at = (a: number) => expectedPurchases({ r: 0.5, alpha: 4, a, b: 2 }, s, 20);
    near(at(1), (at(0.999) + at(1.001)) / 2, 1e-4);
  });
});

/** Customers who buy as the model says, watched until `age` and for `ahead` after it. */
function simulated(random: Random, model: PurchaseModel, age: number, ahead: number) {
  const rate = random.gamma(model.r, model.alpha);
  const leaves = random.beta(model.a, model.b);
  const times: number[] = [];
  for (let at = random.exponential(rate); at <= age + ahead; at += random.exponential(rate)) {
    times.push(at);
    if (random.uniform() < leaves) break;
  }
  const known = times.filter((t) => t <= age);
  return {
    seen: { frequency: known.length, recency: known.at(-1) ?? 0, age, weight: 1 },
    later: times.length - known.length,
  };
}

describe('customers simulated from known parameters', () => {
  const truth = { r: 0.8, alpha: 6, a: 0.9, b: 3 };
  const random = randomOf(11);
  const customers = Array.from({ length: 12_000 }, (_, i) => simulated(random, truth, 20 + (i % 30), 26));
  it('give the parameters back', async () => {
    const { model, converged } = await fitPurchases(customers.map((c) => c.seen));
    expect(converged).toBe(true);
    near(model.r, truth.r, 0.08);
    near(model.alpha, truth.alpha, 0.08);
    near(model.a / (model.a + model.b), truth.a / (truth.a + truth.b), 0.08);
  });
  it('buy as often later as is expected of each kind of them', () => {
    const kinds = [(x: number) => x === 0, (x: number) => x > 0 && x < 4, (x: number) => x >= 4];
    for (const kind of kinds) {
      const own = customers.filter((c) => kind(c.seen.frequency));
      const later = own.reduce((sum, c) => sum + c.later, 0);
      const expected = own.reduce((sum, c) => sum + expectedPurchases(truth, c.seen, 26), 0);
      expect(own.length).toBeGreaterThan(1_000);
      near(later, expected, 0.06);
    }
  });
});

describe('the Gamma-Gamma model', () => {
  const spend = cdnow.filter((c) => c.frequency > 0).map((c) => ({ count: c.frequency, mean: c.meanRepeatAmount }));
  it('has the parameters that were published for the CDNOW customers', async () => {
    const { model, converged } = await fitSpend(spend);
    expect(spend).toHaveLength(946);
    expect(converged).toBe(true);
    expect(model.p).toBeCloseTo(6.25, 2);
    expect(model.q).toBeCloseTo(3.74, 2);
    expect(model.v).toBeCloseTo(15.44, 1);
  });
  it('expects amounts between a customer’s own mean and that of everybody', () => {
    // lifetimes 0.11.3
    const model = { p: 6.248802489636955, q: 3.7445884532947917, v: 15.447748009691006 };
    near(expectedAmount(model, { count: 2, mean: 22.35 }), 24.658616174356787, 1e-9);
    near(expectedAmount(model, { count: 1, mean: 11.77 }), 18.911479841643, 1e-9);
    near(expectedAmount(model, { count: 0, mean: 0 }), 35.171002088258575, 1e-9);
  });
  it('gives parameters back that amounts were simulated from', async () => {
    const truth = { p: 3, q: 4, v: 60 };
    const random = randomOf(5);
    const many = Array.from({ length: 8_000 }, (_, i) => {
      const count = 1 + (i % 4);
      const rate = random.gamma(truth.q, truth.v);
      return { count, mean: random.gamma(truth.p * count, rate) / count };
    });
    const { model, converged } = await fitSpend(many);
    expect(converged).toBe(true);
    near(model.p, truth.p, 0.1);
    near((model.p * model.v) / (model.q - 1), (truth.p * truth.v) / (truth.q - 1), 0.03);
  });
});

describe('data that say too little', () => {
  it('does not converge where all buy at one pace', async () => {
    const regular = Array.from({ length: 60 }, (_, i) => ({
      frequency: 10,
      recency: 50 + (i % 2),
      age: 51,
      weight: 1,
    }));
    expect((await fitPurchases(regular)).converged).toBe(false);
  });
  it('finds next to nobody gone where nobody leaves', async () => {
    const random = randomOf(2);
    const loyal = Array.from({ length: 500 }, () => simulated(random, { r: 1, alpha: 5, a: 1e-9, b: 1 }, 50, 0).seen);
    const { model, converged } = await fitPurchases(loyal);
    expect(converged).toBe(true);
    expect(model.a / (model.a + model.b)).toBeLessThan(0.01);
    near(model.r / model.alpha, 1 / 5, 0.15);
    for (const s of loyal.slice(0, 50)) {
      near(expectedPurchases(model, s, 10), (10 * (model.r + s.frequency)) / (model.alpha + s.age), 0.1);
    }
  });
  it('does not converge where all amounts are alike', async () => {
    expect((await fitSpend(Array.from({ length: 50 }, () => ({ count: 2, mean: 10 })))).converged).toBe(false);
  });
});
