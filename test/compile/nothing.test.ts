import { describe, test } from 'vitest';
import { customer, customers, event, ticket, timeline, user } from '../oracle/timeline.js';

const { tell } = timeline({ zone: 'Europe/Rome', weekStart: 'monday' });
const day = '2024-05-10';

describe('a missing value fails every test but three', () => {
  const company = {
    customers: [
      customer({ customer_id: 'known', industry: 'Media', employees: 3, vip: false, tags: ['x'], ratings: [1] }),
      customer({ customer_id: 'missing' }),
    ],
  };
  test.each([
    [{ industry: { eq: 'Media' } }, ['known']],
    [{ industry: { ne: 'Media' } }, ['missing']],
    [{ industry: { ne: 'Food' } }, ['known', 'missing']],
    [{ industry: { in: ['Media', 'Food'] } }, ['known']],
    [{ industry: { notIn: ['Media'] } }, ['missing']],
    [{ industry: { notIn: [] } }, ['known', 'missing']],
    [{ industry: { in: [] } }, []],
    [{ industry: { contains: '' } }, ['known']],
    [{ industry: { startsWith: 'm', ignoreCase: true } }, ['known']],
    [{ industry: { isNull: true } }, ['missing']],
    [{ industry: { isNull: false } }, ['known']],
    [{ employees: { lt: 1_000_000 } }, ['known']],
    [{ employees: { between: { max: 1_000_000 } } }, ['known']],
    [{ not: { employees: { lt: 1_000_000 } } }, ['missing']],
    [{ not: { employees: { gt: 1_000_000 } } }, ['known', 'missing']],
    [{ vip: { eq: false } }, ['known']],
    [{ vip: { ne: true } }, ['known', 'missing']],
    [{ not: { vip: { eq: true } } }, ['known', 'missing']],
    [{ tags: { hasAll: [] } }, ['known']],
    [{ tags: { hasAny: [] } }, []],
    [{ tags: { isEmpty: true } }, ['missing']],
    [{ not: { ratings: { has: 2 } } }, ['known', 'missing']],
    [{ rank: { by: 'EMPLOYEES', bottom: 5 } }, ['known']],
    [{ rank: { by: 'EMPLOYEES', percentile: { lte: 100 } } }, ['known']],
  ])('%j', async (where, members) => {
    await tell(company, where, { [day]: members });
  });

  test.each([
    [{}, ['known', 'missing']],
    [{ and: [] }, ['known', 'missing']],
    [{ or: [] }, []],
    [{ not: { and: [] } }, []],
    [{ not: {} }, []],
    [{ ids: [] }, []],
    [{ industry: {} }, ['known', 'missing']],
  ])('and %j asks no value', async (where, members) => {
    await tell(company, where, { [day]: members });
  });
});

describe('no rows', () => {
  const company = {
    customers: customers('busy', 'idle'),
    events: [
      event({ customer_id: 'busy', user_id: 1, occurred_at: '2024-05-09T10:00:00Z', name: 'login', amount: 5 }),
      event({ customer_id: 'busy', user_id: null, occurred_at: '2024-05-09T11:00:00Z', name: 'export' }),
    ],
  };
  test.each([
    [{ events: {} }, ['busy']],
    [{ events: { count: {} } }, ['busy']],
    [{ events: { count: { eq: 0 } } }, ['idle']],
    [{ events: { count: { lt: 3 } } }, ['busy', 'idle']],
    [{ events: { count: { lte: 1 } } }, ['idle']],
    [{ events: { count: { isNull: true } } }, []],
    [{ events: { users: { eq: 1 } } }, ['busy']],
    [{ events: { users: { eq: 0 } } }, ['idle']],
    [{ events: { where: { name: { eq: 'no such' } }, count: { eq: 0 } } }, ['busy', 'idle']],
    [{ events: { sum: { column: 'AMOUNT', is: { lte: 5 } } } }, ['busy', 'idle']],
    [{ events: { sum: { column: 'SECONDS', is: { eq: 0 } } } }, ['busy', 'idle']],
    [{ events: { avg: { column: 'AMOUNT', is: { lte: 5 } } } }, ['busy']],
    [{ events: { max: { column: 'SECONDS', is: { isNull: true } } } }, ['busy', 'idle']],
    [{ events: { last: { isNull: true } } }, ['idle']],
    [{ events: { last: { before: '2024-05-10' } } }, ['busy']],
    [{ events7d: { eq: 0 } }, ['idle']],
    [{ lastSeenOn: { isNull: true } }, ['idle']],
    [{ not: { events: { count: { gte: 1 } } } }, ['idle']],
  ])('%j', async (where, members) => {
    await tell(company, where, { [day]: members });
  });
});

describe('no users', () => {
  const company = {
    customers: customers('admins', 'mixed', 'empty'),
    users: [
      user({ user_id: 1, customer_id: 'admins', role: 'admin' }),
      user({ user_id: 1, customer_id: 'mixed', role: 'admin' }),
      user({ user_id: 2, customer_id: 'mixed', role: null }),
      user({ user_id: 3, customer_id: 'empty', role: 'admin', joined_at: '2024-05-10T22:00:00Z' }),
    ],
  };
  const admin = { role: { eq: 'admin' } };
  test.each([
    [{ users: { some: admin } }, ['admins', 'mixed']],
    [{ users: { every: admin } }, ['admins']],
    [{ users: { every: {} } }, ['admins', 'mixed']],
    [{ users: { none: admin } }, ['empty']],
    [{ users: { none: {} } }, ['empty']],
    [{ not: { users: { every: admin } } }, ['empty', 'mixed']],
    [{ users: { every: { not: admin } } }, []],
    [{ users: { count: { eq: 0 } } }, ['empty']],
    [{ users: { where: admin, count: { lte: 1 } } }, ['admins', 'empty', 'mixed']],
    [{ users: {} }, ['admins', 'mixed']],
    [{ people: { eq: 0 } }, ['empty']],
  ])('%j', async (where, members) => {
    await tell(company, where, { [day]: members });
  });

  test('until the day they join, as the workspace counts days', () =>
    tell(company, { users: { every: admin } }, { '2024-05-10': ['admins'], '2024-05-11': ['admins', 'empty'] }));

  test('a person at two customers did only at each what was done there', async () => {
    const events = [event({ customer_id: 'mixed', user_id: 1, occurred_at: '2024-05-09T10:00:00Z' })];
    await tell({ ...company, events }, { events: {} }, { [day]: ['mixed/1'] }, 'user');
    await tell({ ...company, events }, { users: { some: { events: {} } } }, { [day]: ['mixed'] });
    await tell({ ...company, events }, { customer: { events: {} } }, { [day]: ['mixed/1', 'mixed/2'] }, 'user');
  });
});

describe('a ticket that is solved later', () => {
  const company = {
    customers: customers('a'),
    tickets: [
      ticket({ customer_id: 'a', opened_at: '2024-05-01T09:00:00', resolved_at: '2024-05-05T09:00:00', csat: 5 }),
    ],
  };
  const story = { '2024-04-30': [], '2024-05-01': ['a'], '2024-05-04': ['a'], '2024-05-05': [] };

  test('is open until that day', async () => {
    await tell(company, { openTickets: { eq: 1 } }, story);
    await tell(company, { tickets: { where: { resolvedAt: { isNull: true } } } }, story);
  });
  test('was not rated before', async () => {
    await tell(company, { csatMean: { eq: 5 } }, { '2024-05-04': [], '2024-05-05': ['a'] });
    await tell(company, { tickets: { where: { csat: { gte: 4 } } } }, { '2024-05-04': [], '2024-05-05': ['a'] });
  });
  test('counts as solved on the day it is', () =>
    tell(
      company,
      { solved14d: { eq: 1 } },
      { '2024-05-04': [], '2024-05-05': ['a'], '2024-05-18': ['a'], '2024-05-19': [] },
    ));
});
