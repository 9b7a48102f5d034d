import { afterAll, beforeAll, expect, test } from 'vitest';
import { ProblemError } from '../../src/query/problem.js';
import { openShop, type Shop } from './purchases.js';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop(5, 1);
});
afterAll(() => shop.close());

const bg = 'model: {r: 0.5, alpha: 4, a: 0.8, b: 2.4}';

test('models of given parameters are asked side by side', async () => {
  const { data, errors, ran } = await shop.workspace.ask(`{
    bgNbd(${bg}) { none: probabilityOf(purchases: 0, within: 0) probabilityAlive(of: {frequency: 0, recency: 0, age: 9}) }
    gammaGamma(model: {p: 6, q: 4, v: 15}) { expectedAmount(purchases: 2, mean: 30) }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    bgNbd: { none: 1, probabilityAlive: 1 },
    gammaGamma: { expectedAmount: (6 * (15 + 60)) / (12 + 3) },
  });
  expect(ran).toEqual([]);
});

test.each([
  [
    'parameters of 0 and below',
    '{ bgNbd(model: {r: 0, alpha: -1, a: 1, b: 1}) { expectedOfNew(within: 1) } }',
    ['model.r', 'model.alpha'],
  ],
  ['fewer than no purchases', `{ bgNbd(${bg}) { probabilityOf(purchases: -1, within: 2) } }`, ['purchases']],
  [
    'a purchase after now',
    `{ bgNbd(${bg}) { probabilityAlive(of: {frequency: 2, recency: 9, age: 3}) } }`,
    ['of.recency'],
  ],
  [
    'a repeat that never was',
    `{ bgNbd(${bg}) { probabilityAlive(of: {frequency: 0, recency: 2, age: 3}) } }`,
    ['of.recency'],
  ],
  [
    'amounts without a mean',
    '{ gammaGamma(model: {p: 1, q: 0.5, v: 1}) { expectedAmount(purchases: 0, mean: 0) } }',
    ['model.q'],
  ],
])('%s are refused', async (_, query, paths) => {
  const { errors = [] } = await shop.workspace.ask(query);
  const problems = errors.flatMap(({ originalError: e }) => (e instanceof ProblemError ? e.problems : []));
  expect(problems.map((p) => `${p.code} ${p.path.join('.')}`)).toEqual(paths.map((path) => `OUT_OF_RANGE ${path}`));
});
