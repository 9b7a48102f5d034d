import { afterAll, beforeAll, expect, test } from 'vitest';
import { workOf } from '../../src/answers/work.js';
import { home } from '../sample/relations.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';

let sample: OpenWorkspace;
beforeAll(async () => {
  sample = await openWorkspace(home);
});
afterAll(() => sample.close());

const work = async (query: string) => workOf((await sample.ask(query)).ran);

test('nothing asked is no work', async () => {
  expect(await work('{ catalog { dataAsOf } }')).toEqual({ statements: 0, queryMs: 0, rows: 0, cost: 0, cacheHits: 0 });
});

test('the cost of a question is the days on which a population is made', async () => {
  expect(await work('{ preview { size } }')).toMatchObject({ statements: 1, rows: 1, cost: 1, cacheHits: 0 });
  const twelve = await work(
    `{ preview { trend(grain: MONTH, period: { last: { months: 12 } }) { points { value } } } }`,
  );
  expect(twelve.cost).toBeGreaterThanOrEqual(12);
});

test('what was already known costs nothing', async () => {
  const { ran } = await sample.ask('{ preview { size } }');
  const known = ran.map((statement) => ({ ...statement, cacheHit: true }));
  expect(workOf([...ran, ...known])).toMatchObject({ statements: 2, rows: 2, cost: 1, cacheHits: 1 });
});
