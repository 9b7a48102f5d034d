import { test } from 'vitest';
import { customer, customers, event, subscription, timeline, user } from '../oracle/timeline.js';

const { tell } = timeline({ zone: 'Europe/Rome', weekStart: 'monday' });
const [a, b] = ['a', 'b'];

test('a where as of a week ago is answered with what was so then', () =>
  tell(
    {
      customers: customers('a', 'b'),
      subscriptions: [
        subscription({ customer_id: a, started_on: '2024-05-01', ended_on: '2024-05-10', mrr: 10 }),
        subscription({ customer_id: b, started_on: '2024-05-08', mrr: 10 }),
      ],
    },
    { asOf: { ago: { weeks: 1 }, where: { isPaying: { eq: true } } } },
    { '2024-05-07': [], '2024-05-08': ['a'], '2024-05-15': ['a', 'b'], '2024-05-16': ['a', 'b'], '2024-05-17': ['b'] },
  ));

test('a day that is not yet is the day asked about', () =>
  tell(
    {
      customers: customers('a', 'b'),
      subscriptions: [subscription({ customer_id: a, started_on: '2024-05-10', mrr: 10 })],
    },
    { asOf: { day: '2024-05-20', where: { isPaying: { eq: true } } } },
    { '2024-05-09': [], '2024-05-10': ['a'], '2024-05-20': ['a'], '2024-06-20': ['a'] },
  ));

test('who did not exist then was neither this nor the opposite', async () => {
  const tables = { customers: [customer({ customer_id: a, created_on: '2024-05-10' }), ...customers('b')] };
  const yesterday = (where: object) => ({ asOf: { ago: { days: 1 }, where } });
  await tell(tables, yesterday({ vip: { eq: true } }), { '2024-05-10': [] });
  await tell(tables, yesterday({ not: { vip: { eq: true } } }), { '2024-05-10': ['b'] });
});

test('a user without a customer is the same user on another day', async () => {
  const tables = {
    customers: customers('a'),
    users: [user({ user_id: 1, customer_id: null, age: 30 }), user({ user_id: 1, customer_id: a, age: 40 })],
    events: [event({ user_id: 1, customer_id: a, occurred_at: '2024-05-10T10:00:00Z' })],
  };
  await tell(tables, { asOf: { ago: { days: 1 }, where: { age: { eq: 30 } } } }, { '2024-05-10': ['null/1'] }, 'user');
  const grown = { age: { change: { over: { days: 1 }, absolute: { eq: 0 } } } };
  await tell(tables, grown, { '2024-05-10': ['a/1', 'null/1'] }, 'user');
});
