import { describe, expect, it } from 'vitest';
import { sampleCatalog } from '../support/catalog.js';
import { readWhere, whereFields } from '../../src/catalog/where/index.js';
import { read, tree } from './ask.js';

const paying = { kind: 'attribute', name: 'is_paying', tests: [{ op: 'eq', value: true }] };
const rich = { kind: 'attribute', name: 'mrr', tests: [{ op: 'gt', value: 100 }] };
const admins = { kind: 'attribute', name: 'role', tests: [{ op: 'eq', value: 'admin' }] };
const everyone = { kind: 'and', items: [] };
const isPaying = { eq: true };

describe('logic', () => {
  it('takes everybody for {}, for nothing at all and for an empty and; nobody for an empty or', () => {
    expect(tree({})).toEqual(everyone);
    expect(tree(undefined)).toEqual(everyone);
    expect(tree({ and: [] })).toEqual(everyone);
    expect(tree({ or: [] })).toEqual({ kind: 'or', items: [] });
  });

  it('ands the fields of an object', () => {
    expect(tree({ isPaying, mrr: { gt: 100 } })).toEqual({ kind: 'and', items: [paying, rich] });
  });

  it('reads and, or and not beside fields', () => {
    expect(tree({ isPaying, or: [{ mrr: { gt: 100 } }, {}], not: { isPaying } })).toEqual({
      kind: 'and',
      items: [paying, { kind: 'or', items: [rich, everyone] }, { kind: 'not', item: paying }],
    });
  });

  it('nests 8 levels deep', () => {
    const nested = (levels: number): unknown => (levels === 0 ? { isPaying } : { not: nested(levels - 1) });
    expect(read(nested(8)).problems).toEqual([]);
    expect(read(nested(9)).problems.map((p) => [p.code, p.path.length])).toEqual([['WHERE_TOO_DEEP', 9]]);
  });
});

describe('change', () => {
  it('is a condition of its own beside the tests of the value', () => {
    expect(tree({ mrr: { gt: 100, change: { over: { days: 14 }, percent: { lte: -50 } } } })).toEqual({
      kind: 'and',
      items: [
        rich,
        {
          kind: 'change',
          name: 'mrr',
          change: { over: { days: 14 }, as: 'percent', tests: [{ op: 'lte', value: -50 }] },
        },
      ],
    });
  });

  it('holds in percent and absolute together', () => {
    const where = tree({ mrr: { change: { over: { months: 1 }, percent: { gt: 1 }, absolute: { gt: 2 } } } });
    expect(where).toEqual({
      kind: 'and',
      items: [
        {
          kind: 'change',
          name: 'mrr',
          change: { over: { months: 1 }, as: 'percent', tests: [{ op: 'gt', value: 1 }] },
        },
        {
          kind: 'change',
          name: 'mrr',
          change: { over: { months: 1 }, as: 'absolute', tests: [{ op: 'gt', value: 2 }] },
        },
      ],
    });
  });
});

describe('facts', () => {
  it('asks for at least one row where there is no measure', () => {
    expect(tree({ events: {} })).toEqual({ kind: 'fact', rows: { fact: 'events', where: everyone }, measures: [] });
    expect(tree({ events: { count: {} } })).toEqual(tree({ events: {} }));
  });

  it('reads columns, window and every measure', () => {
    const where = tree({
      events: {
        where: { name: { eq: 'login' }, or: [{ seconds: { gt: 1 } }, { not: { occurredAt: { last: { days: 1 } } } }] },
        during: { last: { days: 7 }, ago: { days: 7 } },
        count: { gte: 1 },
        users: { gte: 2 },
        sum: { column: 'SECONDS', is: { gt: 1 } },
        avg: { column: 'SECONDS', is: { gt: 2 } },
        min: { column: 'SECONDS', is: { gt: 3 } },
        max: { column: 'EVENT_ID', is: { gt: 4 } },
        first: { before: '2026-01-01' },
        last: { isNull: false },
      },
    });
    expect(where).toEqual({
      kind: 'fact',
      rows: {
        fact: 'events',
        where: {
          kind: 'and',
          items: [
            { kind: 'column', name: 'name', tests: [{ op: 'eq', value: 'login' }] },
            {
              kind: 'or',
              items: [
                { kind: 'column', name: 'seconds', tests: [{ op: 'gt', value: 1 }] },
                {
                  kind: 'not',
                  item: {
                    kind: 'column',
                    name: 'occurred_at',
                    tests: [{ op: 'days', window: { kind: 'last', duration: { days: 1 } } }],
                  },
                },
              ],
            },
          ],
        },
        during: { kind: 'last', duration: { days: 7 }, ago: { days: 7 } },
      },
      measures: [
        { of: 'count', tests: [{ op: 'gte', value: 1 }] },
        { of: 'users', tests: [{ op: 'gte', value: 2 }] },
        { of: 'sum', column: 'seconds', tests: [{ op: 'gt', value: 1 }] },
        { of: 'avg', column: 'seconds', tests: [{ op: 'gt', value: 2 }] },
        { of: 'min', column: 'seconds', tests: [{ op: 'gt', value: 3 }] },
        { of: 'max', column: 'event_id', tests: [{ op: 'gt', value: 4 }] },
        { of: 'first', tests: [{ op: 'before', day: '2026-01-01' }] },
        { of: 'last', tests: [{ op: 'isNull', value: false }] },
      ],
    });
  });

  it.each([
    [{ from: '2026-01-01' }, { kind: 'range', from: '2026-01-01' }],
    [
      { from: '2026-01-01', until: '2026-02-01' },
      { kind: 'range', from: '2026-01-01', until: '2026-02-01' },
    ],
    [{ calendar: { unit: 'WEEK' } }, { kind: 'calendar', unit: 'WEEK', offset: 0 }],
    [
      { last: { quarters: 1 }, ago: { days: 0 } },
      { kind: 'last', duration: { quarters: 1 }, ago: { days: 0 } },
    ],
  ])('reads the window %j', (during, expected) => {
    expect(tree({ supportTickets: { during } })).toMatchObject({ rows: { fact: 'support_tickets', during: expected } });
  });
});

describe('users and their customer', () => {
  const atLeastOne = { kind: 'userCount', where: everyone, tests: [{ op: 'gte', value: 1 }] };

  it('ands quantifiers and counts', () => {
    const role = { eq: 'admin' };
    expect(tree({ users: { some: { role }, every: {}, none: {}, where: { role }, count: { gte: 2 } } })).toEqual({
      kind: 'and',
      items: [
        { kind: 'users', quantifier: 'some', where: admins },
        { kind: 'users', quantifier: 'every', where: everyone },
        { kind: 'users', quantifier: 'none', where: everyone },
        { kind: 'userCount', where: admins, tests: [{ op: 'gte', value: 2 }] },
      ],
    });
  });

  it('asks for at least one user where there is no count', () => {
    expect(tree({ users: {} })).toEqual(atLeastOne);
    expect(tree({ users: { where: { role: { eq: 'admin' } } } })).toEqual({ ...atLeastOne, where: admins });
  });

  it('reads the facts of a user and the customer of a user', () => {
    expect(tree({ events: { count: { gte: 1 } }, customer: { isPaying } }, 'user')).toEqual({
      kind: 'and',
      items: [
        {
          kind: 'fact',
          rows: { fact: 'events', where: everyone },
          measures: [{ of: 'count', tests: [{ op: 'gte', value: 1 }] }],
        },
        { kind: 'customer', where: paying },
      ],
    });
  });
});

describe('another day', () => {
  it('is so long before, or a day of its own', () => {
    expect(tree({ asOf: { ago: { months: 1 }, where: { isPaying } } })).toEqual({
      kind: 'asOf',
      ago: { months: 1 },
      where: paying,
    });
    expect(tree({ customer: { asOf: { day: '2026-01-01', where: {} } } }, 'user')).toEqual({
      kind: 'customer',
      where: { kind: 'asOf', day: '2026-01-01', where: everyone },
    });
  });
});

describe('sets', () => {
  it('reads ranks, buckets and ids', () => {
    expect(tree({ rank: { by: 'ACTIVE_USERS_14D', top: 10 } })).toEqual({
      kind: 'rank',
      by: 'active_users_14d',
      test: { kind: 'top', n: 10 },
    });
    expect(tree({ rank: { by: 'NAME', bottom: 1 } })).toEqual({
      kind: 'rank',
      by: 'name',
      test: { kind: 'bottom', n: 1 },
    });
    expect(tree({ rank: { by: 'LOGINS_30D', percentile: { gte: 90 } } }, 'user')).toEqual({
      kind: 'rank',
      by: 'logins_30d',
      test: { kind: 'percentile', tests: [{ op: 'gte', value: 90 }] },
    });
    expect(tree({ bucket: { of: 10, in: [0, 9], salt: 'a' } })).toEqual({
      kind: 'bucket',
      of: 10,
      in: [0, 9],
      salt: 'a',
    });
    expect(tree({ bucket: { of: 1, in: [] } })).toEqual({ kind: 'bucket', of: 1, in: [], salt: '' });
    expect(tree({ ids: ['c1', 7] })).toEqual({ kind: 'ids', ids: ['c1', '7'] });
    expect(tree({ ids: [] })).toEqual({ kind: 'ids', ids: [] });
  });
});

describe('segments', () => {
  const segments = { a: { where: { isPaying } }, b: { where: { segment: { in: ['a'] } } } };
  const a = { kind: 'segment', id: 'a', name: 'Segment a', where: paying };

  it('puts the wheres of segments in place, in turn', () => {
    expect(tree({ segment: { in: ['b'] } }, 'customer', segments)).toEqual({
      kind: 'segment',
      id: 'b',
      name: 'Segment b',
      where: a,
    });
  });

  it('is in one of several, and in none of others', () => {
    const b = tree({ segment: { in: ['b'] } }, 'customer', segments);
    expect(tree({ segment: { in: ['a', 'b'], notIn: ['a', 'b'] } }, 'customer', segments)).toEqual({
      kind: 'and',
      items: [
        { kind: 'or', items: [a, b] },
        { kind: 'not', item: { kind: 'or', items: [a, b] } },
      ],
    });
    expect(tree({ segment: { notIn: ['a'] } }, 'customer', segments)).toEqual({ kind: 'not', item: a });
  });

  it('is nobody in no segment, and everybody outside none', () => {
    expect(tree({ segment: { in: [] } })).toEqual({ kind: 'or', items: [] });
    expect(tree({ segment: { notIn: [] } })).toEqual({ kind: 'not', item: { kind: 'or', items: [] } });
    expect(tree({ segment: {} })).toEqual(everyone);
  });

  it('reads a segment of users where users are asked about', () => {
    const staff = { u: { entity: 'user', where: { role: { eq: 'admin' } } } } as const;
    expect(tree({ users: { some: { segment: { in: ['u'] } } } }, 'customer', staff)).toEqual({
      kind: 'users',
      quantifier: 'some',
      where: { kind: 'segment', id: 'u', name: 'Segment u', where: admins },
    });
  });
});

it('begins every path where the where itself stands', () => {
  const { problems } = readWhere({ mrr: { gt: 'x' } }, 'customer', {
    catalog: sampleCatalog,
    segment: () => undefined,
    path: ['request', 'where'],
  });
  expect(problems[0]?.path).toEqual(['request', 'where', 'mrr', 'gt']);
});

it('names the fields of a where by entity', () => {
  const both = ['and', 'or', 'not', 'segment', 'rank', 'bucket', 'ids', 'customerId', 'events'];
  expect(whereFields(sampleCatalog, 'customer')).toEqual(
    expect.arrayContaining([...both, 'users', 'supportTickets', 'isPaying', 'activeUsers14d']),
  );
  const ofUser = whereFields(sampleCatalog, 'user');
  expect(ofUser).toEqual(expect.arrayContaining([...both, 'customer', 'role']));
  expect(ofUser).not.toContain('supportTickets');
  expect(ofUser).not.toContain('users');
});
