import { expect, test } from 'vitest';
import { everyone } from '../../src/query/where.js';
import { customer, event, timeline, user } from '../oracle/timeline.js';

const { open } = timeline({ zone: 'Europe/Rome', weekStart: 'monday' });

test('who answered for two customers has a latest row in the group of each, and one in the whole', async () => {
  const { session } = await open({
    customers: [
      customer({ customer_id: 'a', industry: 'Media' }),
      customer({ customer_id: 'b', industry: 'Retail' }),
      customer({ customer_id: 'c', industry: 'Food' }),
    ],
    users: ['a', 'b'].map((customer_id) => user({ user_id: 1, customer_id })),
    events: [
      event({ customer_id: 'a', user_id: 1, occurred_at: '2024-05-01T10:00:00Z', seconds: 1 }),
      event({ customer_id: 'a', user_id: 1, occurred_at: '2024-05-02T10:00:00Z', seconds: 2 }),
      event({ customer_id: 'b', user_id: 1, occurred_at: '2024-05-03T10:00:00Z', seconds: 10 }),
    ],
  });
  const population = { entity: 'customer', where: everyone } as const;
  const period = { from: '2024-05-01', until: '2024-05-11' };
  const ask = (by: readonly string[]) =>
    session.metrics.load({ population, period, metrics: ['latest_seconds'], size: true, by });
  const [whole, groups] = await Promise.all([ask([]), ask(['industry'])]);
  expect(whole.rows.map((r) => [r.metrics[0]?.value, r.metrics[0]?.n])).toEqual([[10, 1]]);
  const found = new Map(groups.rows.map((r) => [String(r.group[0]), [r.metrics[0]?.value, r.metrics[0]?.n]]));
  expect(Object.fromEntries(found)).toEqual({ Media: [2, 1], Retail: [10, 1], Food: [null, 0] });
});

test('a limit leaves out the last of the groups by name where no sizes are asked for, alone and beside another question', async () => {
  const industries = ['Media', 'Retail', 'Retail', 'Food'];
  const { session } = await open({
    customers: industries.map((industry, i) => customer({ customer_id: `c${String(i)}`, industry })),
  });
  const question = {
    population: { entity: 'customer', where: everyone },
    period: { from: '2024-05-01', until: '2024-05-11' },
    metrics: ['all_customers'],
    by: ['industry'],
  } as const;
  const unsized = { ...question, size: false, limit: 2 };
  const sized = { ...question, size: true, limit: 1 };
  const told = async (asked: typeof unsized) =>
    (await session.metrics.load(asked)).rows.map(({ group, metrics }) => [group[0], metrics[0]?.value]);
  expect(await told(unsized)).toEqual([
    ['Food', 1],
    ['Media', 1],
  ]);
  session.metrics.clearAll();
  expect(await Promise.all([told(unsized), told(sized)])).toEqual([
    [
      ['Food', 1],
      ['Media', 1],
    ],
    [['Retail', 2]],
  ]);
});
