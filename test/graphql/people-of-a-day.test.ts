import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';

let sample: OpenWorkspace;
beforeAll(async () => {
  sample = await openWorkspace('.');
});
afterAll(() => sample.close());

interface Asked {
  readonly people: {
    readonly count: number;
    readonly asOf: string;
    readonly segment: Readonly<Record<string, unknown>>;
  };
}

/** Everything that takes a day, with the argument or without it. */
const fields = (day: string | null) => {
  const asOf = day === null ? '' : `asOf: "${day}", `;
  const alone = day === null ? '' : `(asOf: "${day}")`;
  const events = `activity: {events: {}}, ${asOf}`;
  return `size${alone} share${alone} query${alone} { parameters }
    customers(${asOf}first: 1000) { totalCount nodes { id mrr } }
    users(${asOf}first: 3) { totalCount nodes { id } }
    customerTable(${asOf}attributes: [MRR]) { rows }
    userTable(${asOf}attributes: [ROLE]) { rowCount }
    nearMisses${alone} { people { count asOf } }
    sensitivity${alone} { size }
    distinguishes(request: {${asOf}attributes: [PLAN]}) { asOf members others }
    concentration(request: {${asOf}value: MRR}) { spread { total } }
    lifecycle(request: {${events}}) { points { from active { count } } }
    stickiness(request: {${events}}) { from active { count } }
    engagement(request: {${events}}) { points { day monthly { count } } }
    retention(request: {${asOf}entry: {events: {}}, columns: 1}) { cohorts { from size } }
    funnel(request: {${asOf}steps: [{rows: {events: {}}}, {rows: {tickets: {}}}], window: {days: 7}}) { asOf entered { count } }
    factTrend(request: {${asOf}rows: {tickets: {}}}) { points { from value } }
    cohorts(request: {${asOf}start: {attribute: CREATED_ON}, metric: CUSTOMERS, ages: 1}) { asOf cohorts { from size } }
    rfm(request: {${asOf}purchases: {orders: {}}}) { asOf size }
    clv(request: {${asOf}purchases: {orders: {}}, value: "AMOUNT"}) { asOf historic { total } }
    affinity(request: {${asOf}rows: {events: {}}, item: "FEATURE"}) { asOf baskets }
    campaigns(request: {${asOf.replace(', ', '')}}) { from until }`;
};

async function asked(root: string, day: string | null): Promise<Asked> {
  const { data, errors } = await sample.ask(`{ ${root} {
    movement(request: {period: {from: "2026-03-01", until: "2026-04-01"}}) {
      points { left { people { count asOf segment { ${fields(day)} } } } }
    } } }`);
  expect(errors).toBeUndefined();
  const { movement } = Object.values(
    data as Record<string, { movement: { points: readonly { left: Asked }[] } }>,
  )[0] ?? {
    movement: { points: [] },
  };
  const [point] = movement.points;
  if (!point) throw new Error('no period');
  return point.left;
}

test.each(['preview(where: {openTickets: {gte: 1}})', 'segment(id: "usage-halved")'])(
  'the people behind a number of %s are asked about as of its day',
  async (root) => {
    const [left, given] = [await asked(root, null), await asked(root, '2026-03-31')];
    const { count, asOf, segment } = left.people;
    expect(asOf).toBe('2026-03-31');
    expect(count).toBeGreaterThan(1);
    expect(segment).toMatchObject({ size: count, customers: { totalCount: count } });
    expect(segment).toEqual(given.people.segment);
  },
);
