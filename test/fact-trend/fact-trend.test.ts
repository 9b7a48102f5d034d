import { afterAll, beforeAll, expect, test } from 'vitest';
import { ProblemError } from '../../src/query/problem.js';
import { reached } from '../../src/query/fact-trend.js';
import { periodsFrom } from '../../src/query/grid.js';
import { openShop, type Shop } from '../rfm/purchases.js';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop(60, 21);
});
afterAll(() => shop.close());

const rows = { purchases: {} };
const ask = (request: unknown) =>
  shop.workspace.ask(
    'query ($request: FactTrendRequest!) { preview { factTrend(request: $request) { truncated points { value } series { value points { rows } } } } }',
    { request },
  );

test.each([
  ['a sum without a column', { rows, measure: 'SUM' }, ['MISSING_VALUE request.column']],
  ['a count of a column', { rows, column: 'AMOUNT' }, ['CONFLICTING_FIELDS request.column']],
  ['a column that is no number', { rows, measure: 'MAX', column: 'SHOP' }, ['NOT_A_NUMBER_COLUMN request.column']],
  [
    'two reaches and an unknown column to split by',
    { rows, trailing: { days: 7 }, toDate: 'MONTH', by: 'shopp' },
    ['UNKNOWN_COLUMN request.by', 'CONFLICTING_FIELDS request.toDate'],
  ],
  ['a time to split by', { rows, by: 'bought_at' }, ['NOT_GROUPABLE request.by']],
  ['a window of nothing', { rows, trailing: { days: 0 } }, ['BAD_DURATION request.trailing']],
  ['an empty period', { rows, period: { from: '2026-02-01', until: '2026-01-01' } }, ['EMPTY_RANGE request.period']],
  [
    'moments of days',
    { rows, moments: { from: '2026-01-01T00:00', until: '2026-01-02T00:00' } },
    ['CONFLICTING_FIELDS request.moments'],
  ],
])('%s is told, and nothing runs', async (_, request, told) => {
  const { errors = [], ran } = await ask(request);
  const problems = errors.flatMap(({ originalError: e }) => (e instanceof ProblemError ? e.problems : []));
  expect(problems.map((p) => `${p.code} ${p.path.join('.')}`)).toEqual(told);
  expect(ran).toEqual([]);
});

test('keeps the groups with most rows and says that there are more', async () => {
  const period = { from: '2026-01-01', until: '2026-03-01' };
  const { data } = await ask({ rows, by: 'user_id', grain: 'YEAR', period });
  type Series = { value: string; points: { rows: number }[] }[];
  const both = (data as { preview: { factTrend: { truncated: boolean; series: Series } } }).preview.factTrend;
  expect(both.truncated).toBe(false);
  const [most, least] = both.series.map((s) => s.points[0]?.rows ?? 0);
  expect(most).toBeGreaterThanOrEqual(least ?? Infinity);
  const { data: one } = await ask({ rows, by: 'user_id', grain: 'YEAR', period, limit: 1 });
  expect(one).toMatchObject({
    preview: { factTrend: { truncated: true, series: [{ value: both.series[0]?.value }] } },
  });
});

test('the 168 hours before an hour, and the week before a day, cross a change of clocks each in its own way', () => {
  const calendar = { timeZone: 'Europe/Rome', weekStart: 'monday' } as const;
  const day = periodsFrom('DAY', { kind: 'range', from: '2026-03-31', until: '2026-04-01' }, calendar);
  expect(reached(day.grid, 0, { kind: 'trailing', duration: { days: 7 } }, calendar)).toEqual({
    kind: 'range',
    from: '2026-03-25',
    until: '2026-04-01',
  });
  expect(reached(day.grid, 0, { kind: 'trailing', duration: { hours: 168 } }, calendar)).toEqual({
    kind: 'moments',
    from: '2026-03-24T22:00:00Z',
    until: '2026-03-31T22:00:00Z',
  });
  expect(reached(day.grid, 0, { kind: 'toDate', grain: 'QUARTER' }, calendar)).toMatchObject({ from: '2026-01-01' });
});
