import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { customer, customers, event, subscription, timeline, user } from '../oracle/timeline.js';

const { tell } = timeline({ zone: 'Europe/Rome', weekStart: 'monday' });
const day = '2024-05-31';

describe('what an attribute was and is', () => {
  const paid = (customer_id: string, mrr: number, started_on: string, ended_on: string | null = null) =>
    subscription({ customer_id, mrr, started_on, ended_on });
  const spent = (customer_id: string, amount: number, occurred_at: string) =>
    event({ customer_id, user_id: 1, amount, occurred_at });
  const company = {
    customers: [
      ...customers('doubled', 'halved', 'first', 'none', 'debt'),
      customer({ customer_id: 'new', created_on: '2024-05-20' }),
    ],
    subscriptions: [
      ...[paid('doubled', 10, '2024-01-01'), paid('doubled', 10, '2024-05-20')],
      ...[paid('halved', 10, '2024-01-01'), paid('halved', 10, '2024-01-01', '2024-05-20')],
      ...[paid('first', 10, '2024-05-20'), paid('new', 10, '2024-05-20')],
    ],
    events: [spent('debt', -10, '2024-04-10T10:00:00Z'), spent('debt', -5, '2024-05-31T10:00:00Z')],
  };
  const over = { days: 31 };

  test.each([
    [{ mrr: { change: { over, percent: { gte: 100 } } } }, ['doubled']],
    [{ mrr: { change: { over, percent: { eq: -50 } } } }, ['halved']],
    [{ mrr: { change: { over, percent: { isNull: true } } } }, ['debt', 'first', 'new', 'none']],
    [{ mrr: { change: { over, absolute: { gt: 0 } } } }, ['doubled', 'first']],
    [{ mrr: { change: { over, absolute: { isNull: true } } } }, ['new']],
    [{ mrr: { gt: 10, change: { over, absolute: { gt: 0 } } } }, ['doubled']],
    [{ amount1m: { change: { over, percent: { eq: 50 } } } }, ['debt']],
    [{ amount1m: { change: { over, absolute: { eq: 5 } } } }, ['debt']],
    [{ not: { mrr: { change: { over, percent: { lt: 0 } } } } }, ['debt', 'doubled', 'first', 'new', 'none']],
  ])('%j', async (where, members) => {
    await tell(company, where, { [day]: members });
  });
});

describe('ranks', () => {
  const company = {
    customers: [
      ...[3, 3, 1].map((employees, i) => customer({ customer_id: `c${i}`, employees })),
      customer({ customer_id: 'a0', employees: 3, created_on: '2024-05-31' }),
      customer({ customer_id: 'b0' }),
    ],
  };
  test.each([
    ['the smaller key of those who are level comes first', { top: 1 }, ['a0']],
    ['from either end', { bottom: 2 }, ['a0', 'c2']],
    ['a missing value has no place', { bottom: 9 }, ['a0', 'c0', 'c1', 'c2']],
    ['a percentile is the share that is not above', { percentile: { eq: 25 } }, ['c2']],
    ['level ones share it', { percentile: { eq: 100 } }, ['a0', 'c0', 'c1']],
  ])('%s', async (_, place, members) => {
    await tell(company, { rank: { by: 'EMPLOYEES', ...place } }, { [day]: members });
  });

  test('count those who exist on the day, whatever else is asked', async () => {
    const first = { rank: { by: 'EMPLOYEES', top: 1 } };
    await tell(company, first, { '2024-05-30': ['c0'], '2024-05-31': ['a0'] });
    await tell(company, { ...first, ids: ['c0'] }, { '2024-05-30': ['c0'], '2024-05-31': [] });
  });

  test('of users: a person has a place at each customer', () =>
    tell(
      {
        customers: customers('a', 'b'),
        users: ['b', 'a'].map((customer_id) => user({ user_id: 7, customer_id, age: 30 })),
      },
      { rank: { by: 'AGE', top: 1 } },
      { [day]: ['a/7'] },
      'user',
    ));
});

describe('the latest of two rows at once', () => {
  test('is the one with the greater key', () =>
    tell(
      {
        customers: customers('a'),
        events: [1, 2].map((amount) =>
          event({ customer_id: 'a', user_id: 1, amount, occurred_at: '2024-05-31T10:00:00Z' }),
        ),
      },
      { latestAmounts: { eq: 2 } },
      { [day]: ['a'] },
    ));
});

describe('buckets', () => {
  const ids = Array.from({ length: 40 }, (_, i) => `c${i}`);
  const company = { customers: customers(...ids) };
  const numberOf = (id: string, salt: string): number =>
    Number(BigInt(`0x${createHash('md5').update(`${salt}:${id}`).digest('hex').slice(0, 8)}`) % 4n);

  test('part everybody, the same way on every day', async () => {
    for (const salt of ['', 'autumn']) {
      const shares = [0, 1, 2, 3].map((n) => ids.filter((id) => numberOf(id, salt) === n).sort());
      expect(shares.flat()).toHaveLength(ids.length);
      for (const [n, members] of shares.entries()) {
        const where = { bucket: { of: 4, in: [n], ...(salt !== '' && { salt }) } };
        await tell(company, where, { '2020-01-01': members, [day]: members });
      }
    }
  });
});
