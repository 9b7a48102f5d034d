import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hypergeometric } from '../../src/answers/statistics/hypergeometric.js';
import { daysBetween } from '../../src/query/time.js';
import { writeWorkspace } from '../graphql/small-workspace.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';
import { lastDay, simulatedShop, truth } from './simulated.js';

const files = simulatedShop(900);
let shop: OpenWorkspace;
let remove: () => Promise<void>;
beforeAll(async () => {
  const written = await writeWorkspace(files);
  remove = written.remove;
  shop = await openWorkspace(written.dir);
});
afterAll(async () => {
  await shop.close();
  await remove();
});

async function ask<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
  const { data, errors } = await shop.ask(query, variables);
  expect(errors).toBeUndefined();
  return data as T;
}

interface Sum {
  readonly group?: unknown;
  readonly alive: number;
  readonly purchases: number;
  readonly revenue: number;
  readonly value: number;
  readonly people: { readonly count: number; readonly where: unknown };
}
interface Expected {
  readonly refusal: { readonly code: string } | null;
  readonly amountRefusal: { readonly code: string } | null;
  readonly purchaseModel: { r: number; alpha: number; a: number; b: number; customers: number } | null;
  readonly amountModel: { p: number; q: number; v: number } | null;
  readonly total: Sum | null;
  readonly groups: readonly Sum[];
  readonly top: readonly {
    readonly customer: { readonly id: string };
    readonly purchases: number;
    readonly firstOn: string;
    readonly lastOn: string;
    readonly revenue: number;
    readonly probabilityAlive: number;
    readonly expectedPurchases: number;
    readonly expectedAmount: number;
    readonly expectedRevenue: number;
    readonly value: number;
  }[];
}
const sum = 'alive purchases revenue value people { count where }';
const expected = async (more: string, where = '{}'): Promise<Expected> =>
  (
    await ask<{ preview: { clv: { expected: Expected } } }>(`{ preview(where: ${where}) { clv(request: {
      purchases: { orders: {} }, value: "AMOUNT", ${more} }) { expected { refusal { code } amountRefusal { code }
        purchaseModel { r alpha a b customers } amountModel { p q v } total { ${sum} } groups { group ${sum} }
        top(first: 1000) { customer { id } purchases firstOn lastOn revenue probabilityAlive expectedPurchases expectedAmount
          expectedRevenue value } } } } }`)
  ).preview.clv.expected;

/** What the file says of each person: the days with an order and what they came to. */
const days = new Map<string, Map<string, number>>();
for (const line of (files['data/orders.csv'] ?? '').trim().split('\n').slice(1)) {
  const [id = '', day = '', amount = ''] = line.split(',');
  const own = days.get(id) ?? new Map<string, number>();
  own.set(day, (own.get(day) ?? 0) + Number(amount));
  days.set(id, own);
}

describe('people who buy as the models say', () => {
  it('give models near those they were drawn from', async () => {
    const { purchaseModel: m, amountModel: s, refusal, amountRefusal } = await expected('horizonDays: 90');
    expect([refusal, amountRefusal]).toEqual([null, null]);
    expect(m?.customers).toBe(900);
    expect((m?.r ?? 0) / (m?.alpha ?? 1)).toBeCloseTo(truth.r / truth.alpha, 1);
    expect((m?.a ?? 0) / ((m?.a ?? 0) + (m?.b ?? 0))).toBeCloseTo(truth.a / (truth.a + truth.b), 1);
    const mean = ({ p, q, v }: { p: number; q: number; v: number }): number => (p * v) / (q - 1);
    expect(Math.abs(mean(s ?? truth) / mean(truth) - 1)).toBeLessThan(0.1);
  });

  it('are each expected to buy what the published formulas say of what the file says of them', async () => {
    const { purchaseModel: m, amountModel: s, top } = await expected('horizonDays: 90');
    if (!m || !s) throw new Error('There are models');
    expect(top).toHaveLength(900);
    for (const p of top) {
      const own = [...(days.get(p.customer.id) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
      const [first = '', last = ''] = [own[0]?.[0], own.at(-1)?.[0]];
      expect([p.purchases, p.firstOn, p.lastOn]).toEqual([own.length, first, last]);
      expect(p.revenue).toBeCloseTo(
        own.reduce((total, [, amount]) => total + amount, 0),
        6,
      );
      const x = own.length - 1;
      const [recency, age, t] = [daysBetween(first, last) / 7, daysBetween(first, lastDay) / 7, 90 / 7];
      const odds = x === 0 ? 0 : (m.a / (m.b + x - 1)) * ((m.alpha + age) / (m.alpha + recency)) ** (m.r + x);
      const c = m.a + m.b + x - 1;
      const growth = ((m.alpha + age) / (m.alpha + age + t)) ** (m.r + x);
      const gauss = hypergeometric(m.r + x, m.b + x, c, t / (m.alpha + age + t));
      expect(p.probabilityAlive).toBeCloseTo(1 / (1 + odds), 9);
      expect(p.expectedPurchases).toBeCloseTo(((c / (m.a - 1)) * (1 - growth * gauss)) / (1 + odds), 7);
      const spent = own.slice(1).reduce((total, [, amount]) => total + amount, 0);
      expect(p.expectedAmount).toBeCloseTo((s.p * (s.v + spent)) / (s.p * x + s.q - 1), 6);
      expect(p.expectedRevenue).toBeCloseTo(p.expectedPurchases * p.expectedAmount, 6);
      expect(p.value).toBeCloseTo(p.expectedRevenue, 9);
    }
    expect(top.map((p) => p.value)).toEqual(top.map((p) => p.value).sort((a, b) => b - a));
  });

  it('add up, in all and per value of an attribute, with the people of each', async () => {
    const { total, groups, top } = await expected('by: SIDE, margin: 0.5');
    const whole = (of: (p: Expected['top'][number]) => number): number => top.reduce((s, p) => s + of(p), 0);
    expect(total?.purchases).toBeCloseTo(
      whole((p) => p.expectedPurchases),
      6,
    );
    expect(total?.alive).toBeCloseTo(
      whole((p) => p.probabilityAlive),
      6,
    );
    expect(total?.value).toBeCloseTo(0.5 * (total?.revenue ?? NaN), 6);
    expect(groups.map((g) => g.group)).toEqual(['north', 'south', null]);
    for (const part of ['purchases', 'alive', 'revenue', 'value'] as const)
      expect(groups.reduce((s, g) => s + g[part], 0)).toBeCloseTo(total?.[part] ?? NaN, 6);
    for (const { people } of [...groups, ...(total ? [total] : [])]) {
      const query = 'query ($where: CustomerWhere!) { preview(where: $where) { size } }';
      expect((await ask<{ preview: { size: number } }>(query, { where: people.where })).preview.size).toBe(
        people.count,
      );
    }
  });

  it('are told by one model in every segment, unless the segment is to have its own', async () => {
    const [all, north, alone] = await Promise.all([
      expected('horizonDays: 30'),
      expected('horizonDays: 30', '{ side: { eq: "north" } }'),
      expected('horizonDays: 30, fit: MEMBERS', '{ side: { eq: "north" } }'),
    ]);
    expect(north.purchaseModel).toEqual(all.purchaseModel);
    expect(north.total?.people.count).toBe(300);
    expect(alone.purchaseModel?.customers).toBe(300);
    expect(alone.purchaseModel?.r).not.toBe(all.purchaseModel?.r);
    const inAll = new Map(all.top.map((p) => [p.customer.id, p.value]));
    for (const p of north.top) expect(inAll.get(p.customer.id)).toBe(p.value);
  });

  it('bring in less the farther away it is', async () => {
    const [plain, less, short] = [
      await expected('horizonDays: 360'),
      await expected('horizonDays: 360, discount: 0.2'),
      await expected('horizonDays: 30, discount: 0.2'),
    ];
    const [a = NaN, b = NaN] = [plain.total?.value, less.total?.value];
    expect(b).toBeLessThan(a);
    expect(b).toBeGreaterThan(a / 1.2);
    expect((short.total?.value ?? NaN) / (short.total?.revenue ?? NaN)).toBeCloseTo(1.2 ** (-30 / 365), 9);
  });

  it('say too little while there are few of them, and nothing of money where nobody spends again', async () => {
    const few = await expected('fit: MEMBERS', '{ bucket: { of: 90, in: [3] } }');
    expect([few.refusal?.code, few.total, few.top]).toEqual(['TOO_FEW_CUSTOMERS', null, []]);
    const once = await expected('fit: MEMBERS', '{ orders: { count: { eq: 1 } } }');
    expect(once.refusal?.code).toBe('TOO_FEW_REPEATERS');
    expect(once.amountRefusal?.code).toBe('TOO_FEW_REPEATERS');
  });
});
