import { describe, expect, it } from 'vitest';
import { describeWhere } from '../../src/catalog/where/index.js';
import type { EntityName } from '../../src/query/where.js';
import { sampleCatalog } from '../support/catalog.js';
import { tree } from './ask.js';

const segments = {
  due: { name: 'Due for renewal', where: { mrr: { gt: 0 } } },
  admins: { name: 'Admins', entity: 'user', where: {} },
} as const;
const told = (input: unknown, entity: EntityName = 'customer'): string =>
  describeWhere(tree(input, entity, segments), sampleCatalog, entity);

it('tells a whole question in one sentence', () => {
  const where = {
    isPaying: { eq: true },
    renewsOn: { next: { days: 30 } },
    activeUsers14d: { change: { over: { days: 14 }, percent: { lte: -50 } } },
    users: {
      count: { gte: 2 },
      where: { role: { eq: 'admin' }, events: { during: { last: { days: 14 } }, count: { gte: 1 } } },
    },
    supportTickets: { where: { priority: { eq: 'urgent' }, resolvedAt: { isNull: true } }, count: { eq: 0 } },
  };
  expect(told(where)).toBe(
    'Paying is true, Renews on is in the next 30 days, Active users (14 days) fell by at least 50 % over 14 days, ' +
      'has at least 2 users where (Role is "admin" and has at least 1 event in the last 14 days) ' +
      'and has no support tickets where (Priority is "urgent" and Resolved at has no value)',
  );
});

const sentences: Readonly<Record<string, readonly (readonly [unknown, string])[]>> = {
  text: [
    [{ industry: { eq: 'SaaS' } }, 'Industry is "SaaS"'],
    [{ industry: { ne: 'SaaS' } }, 'Industry is not "SaaS"'],
    [{ industry: { in: ['a', 'b', 'c'] } }, 'Industry is "a", "b" or "c"'],
    [{ industry: { in: [] } }, 'Industry is nothing'],
    [{ industry: { notIn: ['a', 'b'] } }, 'Industry is not "a" or "b"'],
    [{ name: { contains: 'x' } }, 'Name contains "x"'],
    [
      { name: { startsWith: 'x', endsWith: 'y', ignoreCase: true } },
      'Name starts with "x" and ends with "y" in any case',
    ],
    [{ name: { isNull: true } }, 'Name has no value'],
    [{ name: { isNull: false } }, 'Name has a value'],
    [
      { name: { in: Array.from({ length: 12 }, (_, n) => String(n)) } },
      'Name is "0", "1", "2", "3", "4", "5", "6", "7", "8", "9" or 2 more',
    ],
  ],
  'numbers with their units': [
    [{ mrr: { gt: 1234.5 } }, 'MRR is more than EUR 1,234.5'],
    [{ mrr: { gte: 1, lt: 5 } }, 'MRR is at least EUR 1 and is less than EUR 5'],
    [{ mrr: { between: { min: 1, max: 5 } } }, 'MRR is between EUR 1 and EUR 5'],
    [{ mrr: { between: { min: 1 } } }, 'MRR is at least EUR 1'],
    [{ mrr: { between: { max: 1 } } }, 'MRR is at most EUR 1'],
    [{ engagedShare: { lte: 0.07 } }, 'Engaged share is at most 7 %'],
    [{ employees: { eq: 0 } }, 'Employees is 0'],
    [{ employees: { notIn: [1, 2] } }, 'Employees is not 1 or 2'],
  ],
  'truth and lists': [
    [{ isPaying: { ne: true } }, 'Paying is not true'],
    [{ tags: { has: 'vip' } }, 'Tags includes "vip"'],
    [{ tags: { hasAny: ['a', 'b'] } }, 'Tags includes any of "a" or "b"'],
    [{ tags: { hasAll: ['a', 'b'] } }, 'Tags includes all of "a" and "b"'],
    [{ ratings: { isEmpty: true } }, 'Ratings is empty'],
    [{ ratings: { isEmpty: false } }, 'Ratings is not empty'],
  ],
  dates: [
    [{ renewsOn: { on: '2026-01-01' } }, 'Renews on is on 2026-01-01'],
    [{ renewsOn: { before: '2026-01-01' } }, 'Renews on is before 2026-01-01'],
    [{ renewsOn: { after: '2026-01-01' } }, 'Renews on is after 2026-01-01'],
    [
      { renewsOn: { between: { from: '2026-01-01', until: '2026-02-01' } } },
      'Renews on is from 2026-01-01 to 2026-01-31',
    ],
    [{ renewsOn: { between: { from: '2026-01-01' } } }, 'Renews on is on or after 2026-01-01'],
    [{ renewsOn: { between: { until: '2026-01-01' } } }, 'Renews on is before 2026-01-01'],
    [{ lastSeenAt: { last: { months: 1, days: 2 } } }, 'Last seen is in the last 2 days 1 month'],
    [{ renewsOn: { calendar: { unit: 'MONTH' } } }, 'Renews on is in this month'],
    [{ renewsOn: { calendar: { unit: 'YEAR', offset: 1 } } }, 'Renews on is in the next calendar year'],
    [{ renewsOn: { calendar: { unit: 'WEEK', offset: -1 } } }, 'Renews on is in the last calendar week'],
    [
      { renewsOn: { calendar: { unit: 'QUARTER', offset: -3 } } },
      'Renews on is in the calendar quarter 3 quarters ago',
    ],
    [{ renewsOn: { calendar: { unit: 'DAY', offset: 2 } } }, 'Renews on is in the calendar day 2 days from now'],
  ],
  change: [
    [{ mrr: { change: { over: { days: 30 }, absolute: { gt: 100 } } } }, 'MRR rose by more than EUR 100 over 30 days'],
    [{ mrr: { change: { over: { days: 30 }, percent: { lt: 0 } } } }, 'MRR fell over 30 days'],
    [{ mrr: { change: { over: { days: 30 }, percent: { gte: 0 } } } }, 'MRR did not fall over 30 days'],
    [{ mrr: { change: { over: { days: 30 }, percent: { gte: -5 } } } }, 'MRR changed by at least -5 % over 30 days'],
    [
      { mrr: { change: { over: { weeks: 1 }, percent: { between: { min: -5, max: 5 } }, absolute: { ne: 0 } } } },
      'MRR changed by between -5 % and 5 % over 1 week and MRR changed by anything but EUR 0 over 1 week',
    ],
  ],
  logic: [
    [{}, 'Everyone'],
    [{ or: [] }, 'No one'],
    [{ not: {} }, 'Not (everyone)'],
    [{ not: { isPaying: { eq: true } } }, 'Not (Paying is true)'],
    [
      {
        or: [
          { isPaying: { eq: true }, mrr: { gt: 1, lt: 5 } },
          { or: [{ tags: { has: 'a' } }, { employees: { gt: 5 } }] },
        ],
      },
      'Either (Paying is true and (MRR is more than EUR 1 and is less than EUR 5)), Tags includes "a" or Employees is more than 5',
    ],
    [
      { isPaying: { eq: true }, or: [{ tags: { has: 'a' } }, { employees: { gt: 5 } }] },
      'Paying is true and (either Tags includes "a" or Employees is more than 5)',
    ],
    [
      { and: [{ and: [{ isPaying: { eq: true } }, { mrr: { gt: 1 } }] }, { employees: { gt: 5 } }] },
      'Paying is true, MRR is more than EUR 1 and Employees is more than 5',
    ],
  ],
  facts: [
    [{ events: {} }, 'Has at least 1 event'],
    [{ events: { count: { eq: 0 }, during: { last: { days: 14 } } } }, 'Has no events in the last 14 days'],
    [{ events: { count: { lt: 3 } } }, 'Has fewer than 3 events'],
    [{ events: { count: { between: { min: 2, max: 5 } } } }, 'Has between 2 and 5 events'],
    [
      {
        events: {
          where: { name: { eq: 'login' } },
          during: { last: { days: 7 }, ago: { days: 7 } },
          count: { gte: 1 },
          users: { gte: 3 },
        },
      },
      'Has at least 1 event in the 7 days that ended 7 days ago where Name is "login" and the number of different users of those is at least 3',
    ],
    [
      { subscriptions: { where: { isTrial: { eq: false } }, sum: { column: 'MRR', is: { gt: 500 } } } },
      'The total Mrr of its subscriptions (where Is trial is false) is more than EUR 500',
    ],
    [
      {
        supportTickets: {
          avg: { column: 'CSAT', is: { lt: 3 } },
          min: { column: 'CSAT', is: { gt: 1 } },
          max: { column: 'CSAT', is: { isNull: false } },
        },
      },
      'The average Csat of its support tickets is less than 3, the least Csat of those is more than 1 and the greatest Csat of those has a value',
    ],
    [
      { events: { first: { before: '2026-01-01' }, last: { last: { days: 30 } } } },
      'The first of its events is before 2026-01-01 and the last of those is in the last 30 days',
    ],
    [
      { supportTickets: { where: { or: [{ labels: { has: 'bug' } }, { not: { csat: { gt: 2 } } }] } } },
      'Has at least 1 support ticket where (either Labels includes "bug" or not (Csat is more than 2))',
    ],
  ],
  'users, segments and sets': [
    [{ users: {} }, 'Has at least 1 user'],
    [{ asOf: { ago: { days: 30 }, where: { isPaying: { eq: true } } } }, 'As of 30 days before (Paying is true)'],
    [{ asOf: { day: '2026-01-01', where: {} }, ids: ['a'] }, 'As of 2026-01-01 (everyone) and has the key "a"'],
    [{ users: { some: { role: { eq: 'admin' } } } }, 'Has a user where Role is "admin"'],
    [{ users: { every: { role: { eq: 'admin' } } } }, 'Has only users where Role is "admin"'],
    [{ users: { none: { role: { eq: 'admin' } }, every: {} } }, 'Has users and has no user where Role is "admin"'],
    [{ users: { count: { eq: 0 } } }, 'Has no users'],
    [{ segment: { in: ['due'] } }, 'Is in segment "Due for renewal"'],
    [
      { valueMoved: { value: 'MRR', kinds: ['NEW', 'REACTIVATION'], during: { last: { days: 30 } } } },
      'MRR moved by new or reactivation in the last 30 days',
    ],
    [
      { valueMoved: { value: 'MRR', kinds: ['CHURN'], during: { calendar: { unit: 'MONTH' } }, netting: 'PERIOD' } },
      'MRR moved by churn in this month, netted over the period',
    ],
    [{ segment: { notIn: ['due'] } }, 'Is not in segment "Due for renewal"'],
    [
      {
        segment: {
          entered: { ids: ['due'], during: { last: { days: 7 } } },
          left: { ids: ['due'], during: { calendar: { unit: 'MONTH', offset: -1 } } },
        },
      },
      'Came into segment "Due for renewal" in the last 7 days and left segment "Due for renewal" in the last calendar month',
    ],
    [
      { segment: { ever: { ids: ['due'], during: { from: '2026-01-01', until: '2026-02-01' } } } },
      'Was in segment "Due for renewal" at some time from 2026-01-01 to 2026-01-31',
    ],
    [
      { segment: { in: ['due'], memberForAtLeast: { days: 30 } } },
      'Has been in segment "Due for renewal" for at least 30 days',
    ],
    [{ rank: { by: 'MRR', top: 10 } }, 'Is among the top 10 by MRR'],
    [{ rank: { by: 'MRR', bottom: 3 } }, 'Is among the bottom 3 by MRR'],
    [{ rank: { by: 'MRR', percentile: { gte: 90 } } }, 'The percentile of MRR is at least 90'],
    [{ bucket: { of: 10, in: [0, 1] } }, 'Is in bucket 0 or 1 of 10'],
    [{ bucket: { of: 2, in: [1], salt: 'a/b' } }, 'Is in bucket 1 of 2 drawn by "a/b"'],
    [{ ids: ['c1', 'c2'] }, 'Has the key "c1" or "c2"'],
  ],
};

describe.each(Object.entries(sentences))('%s', (_, cases) => {
  it.each(cases)('%j', (input, sentence) => {
    expect(told(input)).toBe(sentence);
  });
});

it('tells of users by their own attributes', () => {
  expect(
    told(
      { logins30d: { eq: 0 }, segment: { in: ['admins'] }, customer: { isPaying: { eq: true }, mrr: { gt: 5 } } },
      'user',
    ),
  ).toBe(
    'Logins (30 days) is 0, is in segment "Admins" and works at a customer where (Paying is true and MRR is more than EUR 5)',
  );
});
