import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openByHand } from '../real-data/by-hand.js';
import { absence, makeWorkspace, type TemporaryWorkspace } from '../real-data/workspace.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';

const absent = absence('online-retail');

describe.skipIf(absent)(absent ? `Online Retail: value (skipped: ${absent})` : 'Online Retail: value', () => {
  let temporary: TemporaryWorkspace;
  let shop: OpenWorkspace;
  beforeAll(async () => {
    temporary = makeWorkspace('online-retail');
    shop = await openWorkspace(temporary.dir);
  });
  afterAll(async () => {
    await shop.close();
    temporary.remove();
  });

  interface Clv {
    readonly historic: { readonly total: number; readonly people: { readonly count: number } };
    readonly expected: {
      readonly purchaseModel: { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number };
      readonly total: { readonly purchases: number };
    };
  }
  const clv = async (more: string): Promise<Clv> => {
    const { data, errors } =
      await shop.ask(`{ preview { clv(request: { purchases: { orders: {} }, value: "AMOUNT", ${more} }) {
      historic { total people { count } } expected { purchaseModel { r alpha a b } total { purchases } } } } }`);
    expect(errors).toBeUndefined();
    return (data as { preview: { clv: Clv } }).preview.clv;
  };

  it('has the revenue, and the model that the Python package lifetimes fits to its days', async () => {
    const { historic, expected } = await clv('asOf: "2011-12-09"');
    expect([historic.people.count, historic.total]).toEqual([4_338, expect.closeTo(8_911_407.9, 1)]);
    // lifetimes 0.11.3, in days
    const { r, alpha, a, b } = expected.purchaseModel;
    expect(r).toBeCloseTo(0.82654, 4);
    expect(alpha * 7).toBeCloseTo(68.905, 2);
    expect(a).toBeCloseTo(0.003437, 4);
    expect(b).toBeCloseTo(6.745, 2);
  });

  it('expects about as many days with an order of the buyers by June as there then were in 100 days', async () => {
    const hand = await openByHand('online-retail', temporary.dir);
    const [[days] = []] = await hand.rows(`select count(*) from (select distinct person, d from invoices)
      where d > '2011-06-30' and d <= date '2011-06-30' + 100 and person in (select person from invoices where d <= '2011-06-30')`);
    hand.close();
    const { expected } = await clv('asOf: "2011-06-30", horizonDays: 100');
    expect(days).toBe(3_407);
    expect(Math.abs(expected.total.purchases / Number(days) - 1)).toBeLessThan(0.15);
  });
});
