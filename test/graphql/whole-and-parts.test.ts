import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';

let sample: OpenWorkspace;
beforeAll(async () => {
  sample = await openWorkspace(resolve(import.meta.dirname, '../..'));
});
afterAll(() => sample.close());

async function answer<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
  const { data, errors } = await sample.ask(query, variables);
  expect(errors).toBeUndefined();
  return data as T;
}

/** Wheres of every kind, each with members on both sides. */
const wheres: Readonly<Record<string, unknown>> = {
  'an attribute that may be missing': { industry: { eq: 'Retail' } },
  'a formula of a formula': { licenseUtilization: { lt: 0.5 } },
  'a change': { logins30d: { change: { over: { days: 30 }, percent: { lte: -50 } } } },
  'a fact': { events: { where: { name: { eq: 'login' } }, during: { last: { days: 14 } }, count: { eq: 0 } } },
  'users and their facts': { users: { some: { role: { eq: 'admin' }, tickets: {} } } },
  'segments and ranks': { segment: { in: ['touch-high'] }, rank: { by: 'MRR', top: 20 } },
  'another day': { asOf: { ago: { months: 6 }, where: { isPaying: { eq: true } } } },
  'a bucket': { bucket: { of: 3, in: [1] } },
};
const days = ['2026-06-30', '2025-03-10'];

interface Sizes {
  readonly all: Record<string, number>;
  readonly in: Record<string, number>;
  readonly out: Record<string, number>;
}

describe.each(Object.entries(wheres))('%s', (_, where) => {
  test('holds or does not hold for everyone on every day', async () => {
    const sizes = days.map((day, i) => `on${String(i)}: size(asOf: "${day}")`).join(' ');
    const query = `query ($in: CustomerWhere!, $out: CustomerWhere!) {
      all: preview { ${sizes} } in: preview(where: $in) { ${sizes} } out: preview(where: $out) { ${sizes} } }`;
    const { all, in: inside, out } = await answer<Sizes>(query, { in: where, out: { not: where } });
    for (const i of days.keys()) {
      const key = `on${String(i)}`;
      expect((inside[key] ?? NaN) + (out[key] ?? NaN)).toBe(all[key]);
      expect(all[key]).toBeGreaterThan(0);
    }
    expect(inside['on0']).toBeGreaterThan(0);
    expect(out['on0']).toBeGreaterThan(0);
  });

  test('has as many members as its size, each once, page by page', async () => {
    interface Page {
      readonly preview: {
        readonly size: number;
        readonly customers: {
          readonly totalCount: number;
          readonly nodes: readonly { readonly id: string }[];
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
        };
      };
    }
    const query = `query ($where: CustomerWhere!, $after: String) { preview(where: $where) { size
      customers(first: 90, after: $after, orderBy: [{ by: INDUSTRY, direction: DESC }, { by: LAST_SEEN_ON }]) {
        totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }`;
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { preview }: Page = await answer<Page>(query, { where, after });
      ids.push(...preview.customers.nodes.map(({ id }) => id));
      ({ hasNextPage: more, endCursor: after } = preview.customers.pageInfo);
      expect(preview.customers.totalCount).toBe(preview.size);
      if (!more) expect(ids).toHaveLength(preview.size);
    }
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is the sum of its groups, in size and in everything that adds up', async () => {
    const additive =
      'MEMBERS MRR MRR_AT_START NEW_MRR EXPANSION_MRR CONTRACTION_MRR CHURNED_MRR REACTIVATION_MRR NET_NEW_MRR ARR LOGINS EVENTS ORDERS ORDER_REVENUE TICKETS_OPENED CUSTOMERS PIPELINE CAMPAIGN_COST'.split(
        ' ',
      );
    interface Parts {
      readonly preview: {
        readonly size: number;
        readonly metrics: readonly { readonly value: number }[];
        readonly breakdown: { readonly rows: readonly (readonly (number | string | null)[])[] };
      };
    }
    const period = 'period: { from: "2026-03-01", until: "2026-04-01" }';
    const { preview } = await answer<Parts>(
      `query ($where: CustomerWhere!, $names: [MetricName!]!) { preview(where: $where) { size(asOf: "2026-03-31")
        metrics(names: $names, ${period}) { value }
        breakdown(by: [REGION, MRR_BAND], metrics: $names, ${period}, limit: 1000) { rows } } }`,
      { where, names: additive },
    );
    const sum = (column: number): number =>
      preview.breakdown.rows.reduce((total, row) => total + (row[column] as number), 0);
    expect(preview.breakdown.rows.length).toBeGreaterThan(3);
    expect(preview.breakdown.rows.flatMap((row) => row.slice(2))).not.toContain(null);
    expect(sum(2)).toBe(preview.size);
    for (const [i, name] of additive.entries())
      expect([name, sum(i + 3)]).toEqual([name, expect.closeTo(preview.metrics[i]?.value ?? NaN, 6)]);
    for (const row of preview.breakdown.rows) {
      const of = (name: string): number => row[additive.indexOf(name) + 3] as number;
      expect(of('MRR_AT_START') + of('NET_NEW_MRR')).toBeCloseTo(of('MRR'), 6);
    }
  });
});

interface Point {
  readonly value: number | null;
  readonly n: number | null;
  readonly previous: number | null;
}
interface Trends {
  readonly preview: Readonly<
    Record<string, { readonly points: readonly Point[]; readonly series: readonly { points: readonly Point[] }[] }>
  >;
}

test.each(['ORDERS', 'ORDER_REVENUE', 'NET_NEW_MRR', 'CUSTOMERS'])(
  'the series of %s add up to its points',
  async (metric) => {
    const { preview } = await answer<Trends>(
      `query ($metric: MetricName!) { preview { trend(metric: $metric, grain: WEEK, by: INDUSTRY, compareTo: PREVIOUS_YEAR,
      period: { from: "2024-07-03", until: "2024-09-18" }) { points { value previous } series { points { value previous } } } } }`,
      { metric },
    );
    const trend = preview['trend'];
    for (const [i, point] of (trend?.points ?? []).entries()) {
      const parts = trend?.series.map(({ points }) => points[i]) ?? [];
      expect(parts.map((part) => part?.value)).not.toContain(null);
      expect(parts.reduce((sum, part) => sum + (part?.value ?? NaN), 0)).toBeCloseTo(point.value ?? NaN, 6);
      expect(parts.reduce((sum, part) => sum + (part?.previous ?? NaN), 0)).toBeCloseTo(point.previous ?? NaN, 6);
    }
    expect(trend?.points).toHaveLength(12);
  },
);

test('a point without a row is 0, null or left out, a mean of nothing is never 0', async () => {
  const trend = (name: string, metric: string, fill: string): string =>
    `${name}: trend(metric: ${metric}, grain: DAY, fill: ${fill}, period: { from: "2026-06-01", until: "2026-06-15" }) { points { value n } }`;
  const fills = ['ZERO', 'NULL', 'NONE'];
  const asked = fills.map(
    (fill) => `${trend(`sum${fill}`, 'ORDER_REVENUE', fill)} ${trend(`mean${fill}`, 'AVERAGE_ORDER_VALUE', fill)}`,
  );
  const { preview } = await answer<Trends>(
    `{ preview(where: { companySize: { eq: "51-200" } }) { ${asked.join(' ')} } }`,
  );
  const values = (name: string) => preview[name]?.points.map(({ value }) => value) ?? [];
  const empty = preview['sumZERO']?.points.map(({ n }) => n === 0) ?? [];
  expect(empty).toContain(true);
  expect(empty).toContain(false);
  expect(values('sumZERO').map((value) => value === 0)).toEqual(empty);
  expect(values('sumNULL').map((value) => value === null)).toEqual(empty);
  expect(values('meanZERO').map((value) => value === null)).toEqual(empty);
  expect(values('meanNULL')).toEqual(values('meanZERO'));
  expect(values('sumNONE')).toEqual(values('sumNULL').filter((value) => value !== null));
  expect(values('meanNONE')).toEqual(values('meanNULL').filter((value) => value !== null));
});

test('people are the sum of their groups and of both sides of a where', async () => {
  interface People {
    readonly all: { readonly size: number };
    readonly in: { readonly size: number; readonly breakdown: { readonly rows: readonly (readonly unknown[])[] } };
    readonly out: { readonly size: number };
  }
  const where = '{ role: { eq: "admin" }, events: { during: { last: { days: 7 } } } }';
  const people = await answer<People>(`{ all: userPreview { size } out: userPreview(where: { not: ${where} }) { size }
    in: userPreview(where: ${where}) { size breakdown(byUser: [DEPARTMENT, STAKEHOLDER], metrics: [LOGINS]) { rows } } }`);
  expect(people.in.size + people.out.size).toBe(people.all.size);
  const sizes = people.in.breakdown.rows.map((row) => row[2] as number);
  expect(sizes.reduce((a, b) => a + b, 0)).toBe(people.in.size);
});

test('a customer is in just the segments that hold for it on that day', async () => {
  const [id, day] = ['C0002', '2025-06-01'];
  interface Listed {
    readonly customer: { readonly segments: readonly { readonly id: string }[] };
    readonly segments: { readonly nodes: readonly { readonly id: string; readonly of: string }[] };
  }
  const { customer, segments } = await answer<Listed>(
    `{ customer(id: "${id}", asOf: "${day}") { segments { id } } segments(first: 100) { nodes { id of } } }`,
  );
  const ofCustomers = segments.nodes.filter(({ of }) => of === 'CUSTOMERS').map((segment) => segment.id);
  const sizes = ofCustomers.map(
    (segment, i) =>
      `s${String(i)}: preview(where: { ids: ["${id}"], segment: { in: ["${segment}"] } }) { size(asOf: "${day}") }`,
  );
  const found = await answer<Record<string, { size: number }>>(`{ ${sizes.join(' ')} }`);
  const holding = ofCustomers.filter((_, i) => found[`s${String(i)}`]?.size === 1);
  expect(holding.length).toBeGreaterThan(0);
  expect(holding.length).toBeLessThan(ofCustomers.length);
  expect(customer.segments.map((segment) => segment.id).sort()).toEqual(holding.sort());
});

test('the statement told is the one that ran, and has a row per member', async () => {
  const { data, ran } = await sample.ask(
    '{ preview(where: { isPaying: { eq: true } }) { size query { sql parameters } } }',
  );
  const { preview } = data as { preview: { size: number; query: { sql: string; parameters: unknown[] } } };
  const told = ran.find(({ sql }) => sql === preview.query.sql);
  expect(told?.parameters).toEqual(preview.query.parameters);
  expect(told?.rowCount).toBe(preview.size);
});

test.each([
  ['a breakdown', 'preview { answer: breakdown(by: [REGION, TAGS]) { rowCount } }', ['by', 1]],
  ['a trend', 'preview { answer: trend(metric: MRR, by: TAGS) { series { value } } }', ['by']],
  ['a table', 'answer: table(request: { metrics: [MRR], by: [TAGS] }) { rowCount }', ['request', 'by', 0]],
])('%s does not group by a list', async (_, query, path) => {
  const { errors } = await sample.ask(`{ ${query} }`);
  const [{ originalError } = { originalError: undefined }] = errors ?? [];
  expect(originalError).toMatchObject({ problems: [{ code: 'NOT_GROUPABLE', path }] });
});
