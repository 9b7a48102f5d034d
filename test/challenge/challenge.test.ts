import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProblemError } from '../../src/query/problem.js';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';
import type { Warehouse } from '../../src/warehouse/warehouse.js';
import { readFileSync } from 'node:fs';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';

interface Challenge {
  readonly values: readonly { readonly numerator: number; readonly denominator: number; readonly value: number }[];
  readonly differences: readonly {
    readonly gap: number;
    readonly people: { readonly count: number; readonly segment: { readonly size: number } };
    readonly customers: readonly {
      readonly customer: { readonly id: string };
      readonly a: { readonly numerator: number };
      readonly b: { readonly numerator: number };
    }[];
  }[];
}

describe('one number under several definitions', () => {
  let sample: OpenWorkspace;
  let byHand: Warehouse;
  beforeAll(async () => {
    sample = await openWorkspace('.');
    byHand = await openDuckDb({ dir: '.' });
    await byHand.define('customers', readFileSync('sql/customers.sql', 'utf8'));
    await byHand.define('subscriptions', readFileSync('sql/subscriptions.sql', 'utf8'));
    await byHand.define('movements', readFileSync('sql/mrr_movements.sql', 'utf8'));
  });
  afterAll(async () => {
    await sample.close();
    await byHand.close();
  });

  const challenge = async (metrics: string, from: string, until: string, where = '{}'): Promise<Challenge> => {
    const { data, errors } = await sample.ask(`{ preview(where: ${where}) { challenge(request: {metrics: [${metrics}],
      period: {from: "${from}", until: "${until}"}, first: 1000}) {
        values { value numerator denominator }
        differences { gap people { count segment { size } } customers { customer { id } a { numerator } b { numerator } } } } } }`);
    expect(errors).toBeUndefined();
    return (data as { preview: { challenge: Challenge } }).preview.challenge;
  };
  const mrr = (day: string) => `(select customer_id, sum(mrr) as mrr from subscriptions
    where started_on <= date '${day}' and (ended_on is null or ended_on > date '${day}') group by 1 having sum(mrr) > 0)`;

  it.each([
    ['2025-07-01', '2026-07-01', '2025-06-30', '2026-06-30'],
    ['2026-04-01', '2026-07-01', '2026-03-31', '2026-06-30'],
  ])('tells who was lost by which notion of churn from %s until %s', async (from, until, before, last) => {
    const churned = `(select distinct customer_id from movements where kind = 'churn' and moved_on >= '${from}' and moved_on < '${until}')`;
    const ids = async (sql: string) => (await byHand.rows(sql)).map((r) => String(r['customer_id'])).sort();
    const lost = await ids(
      `select customer_id from ${mrr(before)} s where customer_id not in (select customer_id from ${mrr(last)})`,
    );
    const everLost = await ids(`select customer_id from ${mrr(before)} s where customer_id in ${churned}`);
    const events = await ids(`select customer_id from ${churned}`);

    const found = await challenge('LOGO_CHURN_RATE, LOGO_CHURN_RATE_COHORT, LOGO_CHURN_RATE_EVENTS', from, until);
    expect(found.values.map((v) => v.numerator)).toEqual([lost.length, everLost.length, events.length]);
    expect(new Set(found.values.map((v) => v.denominator)).size).toBe(1);
    const unlike = (a: readonly string[], b: readonly string[]) =>
      [...a.filter((id) => !b.includes(id)), ...b.filter((id) => !a.includes(id))].sort();
    expect(found.differences.map((d) => d.customers.map((c) => c.customer.id))).toEqual([
      unlike(lost, everLost),
      unlike(lost, events),
    ]);
    for (const { people, customers } of found.differences) {
      expect(people.count).toBe(customers.length);
      expect(people.segment.size).toBe(people.count);
    }
  });

  it('adds up: what the customers who differ make of it is the whole gap', async () => {
    const metrics = 'LOGO_CHURN_RATE, LOGO_CHURN_RATE_COHORT, LOGO_CHURN_RATE_EVENTS';
    for (const where of ['{}', '{mrr: {gte: 100}}', '{industry: {eq: "Software"}}']) {
      const { values, differences } = await challenge(metrics, '2025-07-01', '2026-07-01', where);
      differences.forEach(({ customers }, i) => {
        const gap = customers.reduce((sum, { a, b }) => sum + b.numerator - a.numerator, 0);
        expect(gap).toBe((values[i + 1]?.numerator ?? 0) - (values[0]?.numerator ?? 0));
      });
    }
  });

  it('sets net revenue retention by cohort beside the two by movements', async () => {
    const [from, until, before] = ['2025-07-01', '2026-07-01', '2025-06-30'];
    const [row] = await byHand.rows(`
      select (select sum(mrr) from ${mrr(before)})::double as start,
        (select sum(e.mrr) from ${mrr(before)} s join ${mrr('2026-06-30')} e using (customer_id))::double as kept,
        sum(case kind when 'expansion' then amount when 'reactivation' then amount when 'new' then 0 else -amount end)::double as moved,
        sum(case when kind = 'reactivation' then amount else 0 end)::double as back
      from movements semi join (select customer_id from customers where created_on < date '${from}') using (customer_id)
      where moved_on >= '${from}' and moved_on < '${until}'`);
    const [start, kept, moved, back] = ['start', 'kept', 'moved', 'back'].map((c) => Number(row?.[c])) as [
      number,
      number,
      number,
      number,
    ];
    const { values, differences } = await challenge('NRR, NRR_NET_CHURN, NRR_EXPANSION_ONLY', from, until);
    const expected = [kept / start, (start + moved) / start, (start + moved - back) / start];
    values.forEach((v, i) => {
      expect(v.value).toBeCloseTo(expected[i] ?? 0, 9);
    });
    expect(differences[0]?.gap).toBeCloseTo((expected[1] ?? 0) - (expected[0] ?? 0), 9);
    expect(differences.every((d) => d.people.count > 0)).toBe(true);
  });

  it.each([
    ['one definition', 'LOGO_CHURN_RATE', '{}', 'OUT_OF_RANGE'],
    [
      'a period that ends before it begins',
      'LOGO_CHURN_RATE, NRR',
      '{from: "2026-02-01", until: "2026-01-01"}',
      'EMPTY_RANGE',
    ],
  ])('refuses %s', async (_what, metrics, period, code) => {
    const given = period === '{}' ? '' : `, period: ${period}`;
    const { errors } = await sample.ask(
      `{ preview { challenge(request: {metrics: [${metrics}]${given}}) { values { value } } } }`,
    );
    expect((errors?.[0]?.originalError as ProblemError).problems.map((p) => p.code)).toContain(code);
  });

  it('refuses a segment of users', async () => {
    const { errors } = await sample.ask(
      '{ userPreview { challenge(request: {metrics: [ACTIVE_USERS, DAU]}) { values { value } } } }',
    );
    expect((errors?.[0]?.originalError as ProblemError).problems[0]).toMatchObject({
      code: 'WRONG_POPULATION',
      path: ['request'],
    });
  });
});
