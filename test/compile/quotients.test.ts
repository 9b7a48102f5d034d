import { expect, test } from 'vitest';
import { everyone } from '../../src/query/where.js';
import { customer, event, timeline } from '../oracle/timeline.js';

const { open, tell } = timeline({ zone: 'Europe/Rome', weekStart: 'monday' });
const company = {
  customers: [0, 2, 5].map((employees, i) => customer({ customer_id: `c${i}`, employees })),
  events: ['c0', 'c1'].map((customer_id) => event({ customer_id, user_id: 1, occurred_at: '2024-05-10T10:00:00Z' })),
};
const day = '2024-05-10';

test('a quotient by nothing is missing, not infinite', async () => {
  await tell(company, { eventsPerEmployee: { gt: 0 } }, { [day]: ['c1'] });
  await tell(company, { eventsPerEmployee: { isNull: true } }, { [day]: ['c0'] });
  await tell(company, { rank: { by: 'EVENTS_PER_EMPLOYEE', top: 1 } }, { [day]: ['c1'] });
});

test('nor is a metric made of one, and no metric made of that is 0', async () => {
  const { session } = await open(company);
  const question = {
    population: { entity: 'customer', where: everyone },
    period: { from: '2024-05-01', until: '2024-05-11' },
    metrics: ['customers', 'event_count', 'events_each', 'customers_per_event'],
    size: false,
    by: [],
  } as const;
  const { rows } = await session.metrics.load(question);
  expect(rows[0]?.metrics.map((m) => m.value)).toEqual([0, 2, null, null]);
});
