import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { home, openRelations, rows } from '../sample/relations.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';

let sample: OpenWorkspace;
let hand: DuckDBConnection;
beforeAll(async () => {
  [sample, hand] = await Promise.all([openWorkspace(home), openRelations(home)]);
});
afterAll(() => sample.close());

async function ask<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
  const { data, errors } = await sample.ask(query, variables);
  expect(errors).toBeUndefined();
  return data as T;
}
const numbers = async (sql: string): Promise<number[][]> =>
  (await rows(hand, sql)).map((row) => Object.values(row).map(Number));

interface Folk {
  readonly count: number;
  readonly asOf: string;
  readonly where: unknown;
}
const people = 'people { count asOf where }';
const sizeOf = async ({ where, asOf }: Folk): Promise<number> =>
  (
    await ask<{ preview: { size: number } }>(
      'query ($where: CustomerWhere!, $asOf: Date!) { preview(where: $where) { size(asOf: $asOf) } }',
      { where, asOf },
    )
  ).preview.size;

const request =
  '{ purchases: { orders: { refundedAt: { isNull: true } } }, value: "AMOUNT", simple: CLV, asOf: "2026-03-31" }';
const whom = '{ region: { eq: "Europe" } }';
/** Members as of 31 March 2026 and their orders that were not refunded by then. */
const bought = `with member as (
    select customer_id from customers where region = 'Europe' and created_on <= '2026-03-31'
  ), bought as (
    select customer_id, amount, cast(ordered_at at time zone 'Europe/Rome' as date) as day from orders join member using (customer_id)
    where cast(ordered_at at time zone 'Europe/Rome' as date) <= '2026-03-31'
      and (refunded_at is null or cast(refunded_at at time zone 'Europe/Rome' as date) > '2026-03-31')
  ), each as (select customer_id, sum(amount) as total, count(*) as n, min(day) as first from bought group by customer_id)`;

describe('historic value', () => {
  interface Historic {
    readonly members: number;
    readonly people: Folk;
    readonly purchases: number;
    readonly total: number;
    readonly mean: number;
    readonly meanOfMembers: number;
    readonly least: number;
    readonly most: number;
    readonly percentiles: readonly { readonly percentile: number; readonly value: number }[];
    readonly bands: readonly {
      readonly from: number | null;
      readonly until: number | null;
      readonly total: number;
      readonly people: Folk;
    }[];
  }
  const historic = async (bands = 'bands'): Promise<Historic> =>
    (
      await ask<{
        preview: { clv: { historic: Historic } };
      }>(`{ preview(where: ${whom}) { clv(request: ${request}) { historic {
        members ${people} purchases total mean meanOfMembers least most percentiles(of: [0, 25, 50, 99]) { percentile value }
        ${bands} { from until total ${people} } } } } }`)
    ).preview.clv.historic;

  it('agrees with SQL by hand', async () => {
    const got = await historic();
    const [wanted = []] =
      await numbers(`${bought} select (select count(*) from member), count(*), sum(n), sum(total), avg(total),
      sum(total) / (select count(*) from member), min(total), max(total), quantile_cont(total::double, 0), quantile_cont(total::double, 0.25),
      quantile_cont(total::double, 0.5), quantile_cont(total::double, 0.99) from each`);
    const { members, purchases, total, mean, meanOfMembers, least, most, percentiles } = got;
    const flat = [
      members,
      got.people.count,
      purchases,
      total,
      mean,
      meanOfMembers,
      least,
      most,
      ...percentiles.map((p) => p.value),
    ];
    expect(got.people.count).toBeGreaterThan(50);
    flat.forEach((value, i) => {
      expect(value).toBeCloseTo(wanted[i] ?? NaN, 6);
    });
    expect(await sizeOf(got.people)).toBe(got.people.count);
  });
  it.each(['bands', 'bands(edges: [1000, 500, 500.5])'])(
    'has %s that share the purchasers out, each with its people',
    async (bands) => {
      const got = await historic(bands);
      expect(got.bands.reduce((sum, b) => sum + b.people.count, 0)).toBe(got.people.count);
      expect(got.bands.reduce((sum, b) => sum + b.total, 0)).toBeCloseTo(got.total, 6);
      expect(got.bands.length).toBeGreaterThan(2);
      for (const { from, until, total, people: own } of got.bands) {
        const [[n = NaN, sum = NaN] = []] = await numbers(
          `${bought} select count(*), coalesce(sum(total), 0) from each where total >= ${String(from ?? '-1e9')} and total < ${String(until ?? '1e9')}`,
        );
        expect([own.count, total]).toEqual([n, sum]);
        expect(await sizeOf(own)).toBe(n);
      }
    },
  );
});

describe('value by cohort', () => {
  interface Cohorts {
    readonly ages: readonly { age: number; cohorts: number; customers: number; revenue: number; value: number }[];
    readonly cohorts: readonly {
      from: string;
      until: string;
      complete: boolean;
      people: Folk;
      cells: readonly { age: number; complete: boolean; revenue: number | null; value: number | null }[];
    }[];
  }
  const cohorts = async (asOf: string): Promise<Cohorts> =>
    (
      await ask<{ preview: { clv: { cohorts: Cohorts } } }>(`{ preview(where: ${whom}) { clv(request: {
        purchases: { orders: { refundedAt: { isNull: true } } }, value: "AMOUNT", asOf: "${asOf}", grain: QUARTER,
        period: { from: "2024-07-01", until: "2026-07-01" } }) { cohorts {
          ages { age cohorts customers revenue value }
          cohorts { from until complete ${people} cells { age complete revenue value } } } } } }`)
    ).preview.clv.cohorts;

  it('divides what cohorts that have reached an age brought in by those they started with, as SQL by hand does', async () => {
    const { ages } = await cohorts('2026-03-31');
    // Quarter 0 is that of July 2024 and 6 the last whole one: a cohort c has reached ages up to 6 − c.
    const q = (day: string): string => `(date_diff('quarter', date '2024-07-01', ${day}))`;
    const wanted =
      await numbers(`${bought}, row as (select ${q('first')} as c, ${q('day')} - ${q('first')} as k, amount from bought join each using (customer_id)),
      size as (select ${q('first')} as c, count(*) as n from each group by c)
      select k.k, count(*) , sum(n), sum((select coalesce(sum(amount), 0) from row where row.c = size.c and row.k <= k.k))
      from range(7) as k(k) join size on size.c + k.k <= 6 group by k.k order by k.k`);
    expect(ages).toHaveLength(7);
    ages.forEach(({ age, cohorts: n, customers, revenue, value }, i) => {
      expect([age, n, customers, revenue]).toEqual(wanted[i]);
      expect(value).toBeCloseTo(revenue / customers, 9);
    });
  });
  it('leaves ages that have not elapsed null and out of the sums', async () => {
    const { cohorts: all, ages } = await cohorts('2026-05-15');
    const last = all.at(-1);
    expect(last).toMatchObject({
      from: '2026-04-01',
      complete: false,
      cells: [{ age: 0, complete: false, revenue: null, value: null }],
    });
    const before = all.at(-2);
    expect(before?.cells.map((c) => c.complete)).toEqual([true, false]);
    expect(ages[0]?.cohorts).toBe(7);
    for (const cohort of all) expect(await sizeOf(cohort.people)).toBe(cohort.people.count);
  });
  it('is the cumulative revenue that cohorts by first order have of a metric of the model', async () => {
    const period = '{ from: "2025-01-01", until: "2026-07-01" }';
    const { preview } = await ask<{
      preview: {
        clv: { cohorts: Cohorts };
        cohorts: { average: readonly { age: number; value: number; size: number }[] };
      };
    }>(`{ preview { clv(request: { purchases: { orders: { refundedAt: { isNull: true } } }, value: "AMOUNT", period: ${period} }) {
        cohorts { ages { age customers value } } }
      cohorts(request: { start: { first: { orders: { refundedAt: { isNull: true } } } }, metric: ORDER_REVENUE, cells: SHARE_OF_SIZE,
        cumulative: true, period: ${period}, ages: 18 }) { average { age value size } } } }`);
    const { ages } = preview.clv.cohorts;
    expect(ages.length).toBe(18);
    // There an order counts as it was known at the end of its month, so the few that were refunded later make a difference.
    for (const { age, customers, value } of ages) {
      const other = preview.cohorts.average[age];
      expect(other?.size).toBe(customers);
      expect(Math.abs((other?.value ?? NaN) / value - 1)).toBeLessThan(0.02);
    }
  });
});

describe('side by side', () => {
  it('stands the metric of the model beside, over the 30 days up to the day', async () => {
    const { preview } = await ask<{
      preview: { clv: { simple: unknown; margin: number }; metrics: readonly unknown[] };
    }>(
      `{ preview(where: ${whom}) { clv(request: ${request}) { margin simple { value numerator denominator from until } }
         metrics(names: [CLV], period: { from: "2026-03-02", until: "2026-04-01" }) { value numerator denominator from until } } }`,
    );
    expect(preview.clv.simple).toEqual(preview.metrics[0]);
    expect(preview.clv.margin).toBe(0.8);
  });
  it('asks about the people at the members where users are wanted', async () => {
    const { preview } = await ask<{ preview: { clv: { historic: { people: Folk; total: number } } } }>(
      `{ preview(where: ${whom}) { clv(request: { purchases: { orders: {} }, value: "AMOUNT", of: USERS }) { historic { total ${people} } } } }`,
    );
    const { people: own, total } = preview.clv.historic;
    const [[n, sum] = []] = await numbers(`select count(*), sum(t) from (select customer_id, user_id, sum(amount) as t
      from orders join users using (customer_id, user_id) join customers using (customer_id) where region = 'Europe' group by 1, 2)`);
    expect([own.count, total]).toEqual([n, sum]);
    const found = await ask<{ userPreview: { size: number } }>(
      'query ($where: UserWhere!) { userPreview(where: $where) { size } }',
      { where: own.where },
    );
    expect(found.userPreview.size).toBe(n);
  });
});

describe('what is refused', () => {
  it('expects nothing of orders that no parameters fit best, and says so', async () => {
    const { preview } = await ask<{ preview: { clv: { expected: unknown } } }>(
      `{ preview { clv(request: { purchases: { orders: { product: { eq: "migration" } } }, value: "AMOUNT" }) { expected {
        refusal { code message } purchaseModel { r } total { value } groups { value } top { value } } } } }`,
    );
    expect(preview.clv.expected).toMatchObject({
      refusal: { code: expect.stringMatching(/^TOO_FEW_/) as string },
      purchaseModel: null,
      total: null,
      groups: [],
      top: [],
    });
  });
  it('tells every mistake of a request at once, before anything runs', async () => {
    const { errors, ran } =
      await sample.ask(`{ preview { clv(request: { purchases: { subscriptions: {} }, value: "PRODUCT", margin: 2,
      horizonDays: 0, discount: -1, penalty: -1, limit: 0, by: TAGS }) { asOf } } }`);
    const problems = (errors?.[0]?.extensions?.['problems'] ?? errors?.[0]?.originalError) as {
      problems?: readonly { code: string; path: readonly string[] }[];
    };
    const told = (problems.problems ?? []).map((p) => `${p.code} ${p.path.join('.')}`);
    expect(told.sort()).toEqual(
      [
        'NOT_AT_A_TIME request.purchases.subscriptions',
        'NOT_A_NUMBER_COLUMN request.value',
        'OUT_OF_RANGE request.margin',
        'OUT_OF_RANGE request.horizonDays',
        'OUT_OF_RANGE request.discount',
        'OUT_OF_RANGE request.penalty',
        'OUT_OF_RANGE request.limit',
        'NOT_GROUPABLE request.by',
      ].sort(),
    );
    expect(ran).toEqual([]);
  });
  it('refuses percentiles and edges beyond reason', async () => {
    const { errors } = await sample.ask(
      `{ preview { clv(request: ${request}) { historic { percentiles(of: [50, 101]) { value } } } } }`,
    );
    expect(errors?.[0]?.message).toContain('from 0 to 100');
  });
});
