import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProblemError } from '../../src/query/problem.js';
import { openShop, type Shop } from './purchases.js';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop(60, 11);
});
afterAll(() => shop.close());

const ask = (request: unknown, fields = 'size') =>
  shop.workspace.ask(`query ($request: RfmRequest!) { preview { rfm(request: $request) { ${fields} } } }`, { request });

describe('mistakes are told together, before anything runs', () => {
  test.each([
    [
      'rows of no fact and a holdout that ends before it begins',
      { purchases: {}, asOf: '2026-01-10', holdout: { until: '2026-01-10' } },
      ['ONE_FACT_NEEDED request.purchases', 'EMPTY_RANGE request.holdout.until'],
    ],
    ['a text column', { purchases: { purchases: {} }, value: 'SHOP' }, ['NOT_A_NUMBER_COLUMN request.value']],
    ['an unknown column', { purchases: { purchases: {} }, value: 'AMOUT' }, ['UNKNOWN_COLUMN request.value']],
    [
      'a holdout that ends before it begins',
      { purchases: { purchases: {} }, asOf: '2026-01-10', holdout: { until: '2026-01-11' } },
      ['EMPTY_RANGE request.holdout.until'],
    ],
    [
      'a test that nothing passes',
      { purchases: { purchases: { amount: { between: { min: 3, max: 1 } } } } },
      ['EMPTY_RANGE request.purchases.purchases.amount.between'],
    ],
  ])('%s', async (_, request, told) => {
    const { errors = [], ran } = await ask(request);
    const problems = errors.flatMap(({ originalError: e }) => (e instanceof ProblemError ? e.problems : []));
    expect(problems.map((p) => `${p.code} ${p.path.join('.')}`)).toEqual(told);
    expect(ran).toEqual([]);
  });
});

test('pages of members follow one another by key', async () => {
  const all = await ask({ purchases: { purchases: {} } }, 'members { nodes { id } }');
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { data } = await shop.workspace.ask(
      `query ($request: RfmRequest!, $after: String) { preview { rfm(request: $request) {
        members(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } } }`,
      { request: { purchases: { purchases: {} } }, after },
    );
    const { nodes, pageInfo } = (data as Paged).preview.rfm.members;
    ids.push(...nodes.map((n) => n.id));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) break;
  }
  expect(ids).toEqual((all.data as Paged).preview.rfm.members.nodes.map((n) => n.id));
  expect(ids).toEqual([...ids].sort());
});

interface Paged {
  readonly preview: {
    readonly rfm: {
      readonly members: {
        readonly nodes: readonly { readonly id: string }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    };
  };
}

test('without a value column there is no monetary score', async () => {
  const { data } = await ask(
    { purchases: { purchases: {} } },
    'cells { monetary total } members(first: 1) { nodes { mean monetary total } }',
  );
  const { rfm } = (data as { preview: { rfm: { cells: unknown[]; members: { nodes: unknown[] } } } }).preview;
  expect(rfm.cells).toContainEqual({ monetary: null, total: null });
  expect(rfm.members.nodes).toEqual([{ mean: null, monetary: null, total: null }]);
});

test('a segment counts its own members, scored among everyone', async () => {
  const { data } = await shop.workspace.ask(`{
    all: preview { rfm(request: {purchases: {purchases: {}}}) { members { nodes { id recencyScore } } } }
    rome: preview(where: {city: {eq: "Rome"}}) {
      rfm(request: {purchases: {purchases: {}}}) { members { nodes { id recencyScore customer { city } } } groups { size people { segment { size } } } }
    }
    asked: preview(where: {city: {eq: "Rome"}, rfm: {purchases: {purchases: {}}, recency: {gte: 4}}}) { size text }
  }`);
  type Nodes = { readonly id: string; readonly recencyScore: number; readonly customer?: { readonly city: string } }[];
  const { all, rome, asked } = data as Readonly<
    Record<
      'all' | 'rome',
      { rfm: { members: { nodes: Nodes }; groups: { size: number; people: { segment: { size: number } } }[] } }
    >
  > & { readonly asked: { readonly size: number; readonly text: string } };
  const scores = new Map(all.rfm.members.nodes.map((n) => [n.id, n.recencyScore]));
  const own = rome.rfm.members.nodes;
  expect(own.length).toBeGreaterThan(1);
  for (const { id, recencyScore, customer } of own)
    expect([recencyScore, customer?.city]).toEqual([scores.get(id), 'Rome']);
  for (const { size, people } of rome.rfm.groups) expect(people.segment.size).toBe(size);
  expect(asked.size).toBe(own.filter((n) => n.recencyScore >= 4).length);
  expect(asked.text).toContain('a recency score that is at least 4');
});
