import { describe, expect, it } from 'vitest';
import { readWhere, whereCodes, type WhereCode } from '../../src/catalog/where/index.js';
import type { EntityName } from '../../src/query/where.js';
import { catalogWithoutUsers, sampleCatalog } from '../support/catalog.js';
import { lookUp, mistakes, read } from './ask.js';

type Mistake = readonly [code: WhereCode, path: string, suggestions: readonly string[]];
type Case = readonly [title: string, input: unknown, expected: readonly Mistake[]];

const stringOps = ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith', 'endsWith', 'isNull'];
const numberOps = ['eq', 'ne', 'in', 'notIn', 'gt', 'gte', 'lt', 'lte', 'between', 'isNull'];
const days = ['days', 'weeks', 'months', 'quarters', 'years'];
const long = Array.from({ length: 10_001 }, (_, n) => String(n));

const customers: Readonly<Record<string, readonly Case[]>> = {
  'shapes and names': [
    ['a where that is a list', [], [['WRONG_SHAPE', '', []]]],
    ['a where that is null', null, [['NULL_VALUE', '', []]]],
    ['an unknown field', { mrrr: { gt: 1 } }, [['UNKNOWN_FIELD', 'mrrr', ['mrr']]]],
    ['a name as the model writes it', { renews_on: {} }, [['UNKNOWN_FIELD', 'renews_on', ['renewsOn']]]],
    ['a name of every object', { constructor: {} }, [['UNKNOWN_FIELD', 'constructor', []]]],
    ['a hidden column', { internalNote: { eq: 'a' } }, [['UNKNOWN_FIELD', 'internalNote', []]]],
    ['a field of the other entity', { customer: {} }, [['UNKNOWN_FIELD', 'customer', []]]],
    ['a null field', { mrr: null }, [['NULL_VALUE', 'mrr', ['isNull: true']]]],
    ['a null list attribute', { tags: null }, [['NULL_VALUE', 'tags', ['isEmpty: true']]]],
    [
      'null logic',
      { and: null, not: null },
      [
        ['NULL_VALUE', 'and', []],
        ['NULL_VALUE', 'not', []],
      ],
    ],
    [
      'null conditions',
      { events: null, users: null, segment: null, rank: null, bucket: null, ids: null },
      [
        ['NULL_VALUE', 'events', []],
        ['NULL_VALUE', 'users', []],
        ['NULL_VALUE', 'segment', []],
        ['NULL_VALUE', 'rank', []],
        ['NULL_VALUE', 'bucket', []],
        ['NULL_VALUE', 'ids', []],
      ],
    ],
    ['an object for a list', { and: { mrr: {} } }, [['WRONG_SHAPE', 'and', ['[{"mrr":{}}]']]]],
    ['a null item', { or: [{}, null] }, [['NULL_VALUE', 'or.1', []]]],
    ['too many ids', { ids: long }, [['LIST_TOO_LONG', 'ids', []]]],
    [
      'ids of the wrong type',
      { ids: ['a', 1.5, null] },
      [
        ['WRONG_TYPE', 'ids.1', []],
        ['NULL_VALUE', 'ids.2', ['isNull: true']],
      ],
    ],
  ],
  'activity over time': [
    [
      'periods of a fact that lasts',
      { subscriptions: { periods: { is: { gte: 1 } } } },
      [['NOT_AT_A_TIME', 'subscriptions.periods', []]],
    ],
    ['periods of no number', { events: { periods: {} } }, [['MISSING_VALUE', 'events.periods.is', ['{"gte":1}']]]],
    [
      'periods of no unit',
      { events: { periods: { unit: 'YEARS', every: 0, is: {} } } },
      [
        ['WRONG_TYPE', 'events.periods.unit', ['YEAR']],
        ['OUT_OF_RANGE', 'events.periods.every', ['1']],
      ],
    ],
    [
      'moments without their offset',
      { events: { during: { moments: { from: '2026-06-30T08:00', until: '2026-06-30' } } } },
      [
        ['BAD_MOMENT', 'events.during.moments.from', ['2026-06-30T08:00Z']],
        ['BAD_MOMENT', 'events.during.moments.until', ['2026-06-30T00:00:00Z']],
      ],
    ],
    [
      'moments that end before they begin',
      { events: { during: { moments: { from: '2026-06-30T08:00Z', until: '2026-06-30T09:30+02:00' } } } },
      [['EMPTY_RANGE', 'events.during.moments', []]],
    ],
    [
      'a return that says nothing',
      { retained: {} },
      [
        ['MISSING_VALUE', 'retained.during', []],
        ['MISSING_VALUE', 'retained.entry', ['{"events":{}}']],
      ],
    ],
    [
      'a return to a fact that lasts, in years of hours, in no period',
      {
        retained: {
          entry: { subscriptions: {} },
          during: { last: { days: 7 } },
          return: { events: { nme: {} } },
          windows: 'ROLLING_24H',
          grain: 'YEAR',
          times: 0,
          after: { from: 2, until: 2 },
        },
      },
      [
        ['UNKNOWN_COLUMN', 'retained.return.events.nme', ['name']],
        ['OUT_OF_RANGE', 'retained.times', ['1']],
        ['CONFLICTING_FIELDS', 'retained.grain', ['HOUR', 'DAY', 'WEEK', 'MONTH']],
        ['NOT_AT_A_TIME', 'retained.entry.subscriptions', []],
        ['EMPTY_RANGE', 'retained.after', ['{"from":2,"until":3}']],
      ],
    ],
  ],
  'tests and their values': [
    ['a value without its operator', { industry: 'SaaS' }, [['WRONG_SHAPE', 'industry', ['{"eq":"SaaS"}']]]],
    ['a day without its operator', { renewsOn: '2026-01-01' }, [['WRONG_SHAPE', 'renewsOn', ['{"on":"2026-01-01"}']]]],
    ['a list without its operator', { industry: ['a'] }, [['WRONG_SHAPE', 'industry', ['{"in":["a"]}']]]],
    [
      'an unknown operator',
      { industry: { startWith: 'a' } },
      [['UNKNOWN_OPERATOR', 'industry.startWith', ['startsWith']]],
    ],
    ['a test of another type', { industry: { gt: 1 } }, [['WRONG_TEST', 'industry.gt', stringOps]]],
    ['case of a number', { mrr: { ignoreCase: true } }, [['WRONG_TEST', 'mrr.ignoreCase', numberOps]]],
    ['a null value', { mrr: { eq: null } }, [['NULL_VALUE', 'mrr.eq', ['isNull: true']]]],
    ['a null list', { industry: { in: null } }, [['NULL_VALUE', 'industry.in', ['isNull: true']]]],
    ['a null in a list', { industry: { in: ['a', null] } }, [['NULL_VALUE', 'industry.in.1', ['isNull: true']]]],
    ['a null value of a list', { tags: { has: null } }, [['NULL_VALUE', 'tags.has', ['isEmpty: true']]]],
    ['a number for text', { industry: { eq: 5 } }, [['WRONG_TYPE', 'industry.eq', ['"5"']]]],
    ['text for a number', { mrr: { gt: '12' } }, [['WRONG_TYPE', 'mrr.gt', ['12']]]],
    ['text for a number that is none', { mrr: { gt: 'much' } }, [['WRONG_TYPE', 'mrr.gt', []]]],
    ['text for true', { isPaying: { eq: 'True' } }, [['WRONG_TYPE', 'isPaying.eq', ['true']]]],
    ['a number for true', { isPaying: { eq: 1 } }, [['WRONG_TYPE', 'isPaying.eq', []]]],
    ['text in a list of numbers', { ratings: { hasAny: [5, 'five'] } }, [['WRONG_TYPE', 'ratings.hasAny.1', []]]],
    [
      'numbers without end',
      { mrr: { lt: Infinity, gt: NaN } },
      [
        ['NOT_FINITE', 'mrr.lt', []],
        ['NOT_FINITE', 'mrr.gt', []],
      ],
    ],
    ['a single value for a list', { industry: { in: 'a' } }, [['WRONG_SHAPE', 'industry.in', ['["a"]']]]],
    ['too many values', { industry: { in: long } }, [['LIST_TOO_LONG', 'industry.in', []]]],
    [
      'a case that is no flag',
      { industry: { eq: 'a', ignoreCase: 'yes' } },
      [['WRONG_TYPE', 'industry.ignoreCase', []]],
    ],
  ],
  'ranges and dates': [
    ['min over max', { mrr: { between: { min: 5, max: 1 } } }, [['EMPTY_RANGE', 'mrr.between', ['{"min":1,"max":5}']]]],
    ['neither min nor max', { mrr: { between: {} } }, [['MISSING_VALUE', 'mrr.between', ['min', 'max']]]],
    ['a null end', { mrr: { between: { min: null, max: 1 } } }, [['NULL_VALUE', 'mrr.between.min', []]]],
    ['an unknown end', { mrr: { between: { min: 1, mx: 1 } } }, [['UNKNOWN_FIELD', 'mrr.between.mx', ['max', 'min']]]],
    [
      'from after until',
      { renewsOn: { between: { from: '2026-02-01', until: '2026-01-01' } } },
      [['EMPTY_RANGE', 'renewsOn.between', ['{"from":"2026-01-01","until":"2026-02-01"}']]],
    ],
    [
      'from that is until',
      { renewsOn: { between: { from: '2026-01-31', until: '2026-01-31' } } },
      [['EMPTY_RANGE', 'renewsOn.between', ['{"from":"2026-01-31","until":"2026-02-01"}']]],
    ],
    [
      'neither from nor until',
      { renewsOn: { between: {} } },
      [['MISSING_VALUE', 'renewsOn.between', ['from', 'until']]],
    ],
    ['a day that does not exist', { renewsOn: { on: '2026-02-30' } }, [['BAD_DATE', 'renewsOn.on', ['2026-02-28']]]],
    ['a day with slashes', { renewsOn: { before: '2026/3/5' } }, [['BAD_DATE', 'renewsOn.before', ['2026-03-05']]]],
    ['an instant', { renewsOn: { after: '2026-03-05T10:00:00Z' } }, [['BAD_DATE', 'renewsOn.after', ['2026-03-05']]]],
    ['a day in words', { renewsOn: { on: 'today' } }, [['BAD_DATE', 'renewsOn.on', []]]],
    ['a day as a number', { renewsOn: { on: 20260305 } }, [['WRONG_TYPE', 'renewsOn.on', []]]],
    ['an empty duration', { renewsOn: { next: {} } }, [['BAD_DURATION', 'renewsOn.next', ['{"days":7}']]]],
    ['no days at all', { renewsOn: { next: { days: 0 } } }, [['BAD_DURATION', 'renewsOn.next', ['{"days":1}']]]],
    ['a negative duration', { renewsOn: { last: { days: -7 } } }, [['BAD_DURATION', 'renewsOn.last.days', ['7']]]],
    ['half a day', { renewsOn: { last: { days: 0.5 } } }, [['BAD_DURATION', 'renewsOn.last.days', ['1']]]],
    ['a duration without end', { renewsOn: { last: { years: 101 } } }, [['BAD_DURATION', 'renewsOn.last', []]]],
    [
      'hours of a day',
      { renewsOn: { last: { days: 1, hours: 2, minutes: 3 } } },
      [
        ['NOT_WHOLE_DAYS', 'renewsOn.last.minutes', days],
        ['NOT_WHOLE_DAYS', 'renewsOn.last.hours', days],
      ],
    ],
    ['an unknown unit', { renewsOn: { last: { day: 1 } } }, [['UNKNOWN_FIELD', 'renewsOn.last.day', ['days']]]],
    ['a duration in words', { renewsOn: { last: '7 days' } }, [['WRONG_SHAPE', 'renewsOn.last', []]]],
    [
      'a calendar without unit',
      { renewsOn: { calendar: { offset: 1 } } },
      [['MISSING_VALUE', 'renewsOn.calendar.unit', ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR']]],
    ],
    [
      'a unit in small letters',
      { renewsOn: { calendar: { unit: 'month' } } },
      [['WRONG_TYPE', 'renewsOn.calendar.unit', ['MONTH']]],
    ],
    [
      'half an offset',
      { renewsOn: { calendar: { unit: 'MONTH', offset: -1.2 } } },
      [['OUT_OF_RANGE', 'renewsOn.calendar.offset', ['-1']]],
    ],
    [
      'an offset far away',
      { renewsOn: { calendar: { unit: 'DAY', offset: 1e9 } } },
      [['OUT_OF_RANGE', 'renewsOn.calendar.offset', ['10000']]],
    ],
  ],
  change: [
    [
      'of something that is no number',
      { industry: { change: { over: { days: 1 }, percent: { gt: 1 } } } },
      [['WRONG_TEST', 'industry.change', stringOps]],
    ],
    ['of a count', { events: { count: { change: {} } } }, [['WRONG_TEST', 'events.count.change', numberOps]]],
    [
      'of a change',
      { mrr: { change: { over: { days: 1 }, percent: { change: {} } } } },
      [['WRONG_TEST', 'mrr.change.percent.change', numberOps]],
    ],
    [
      'without a duration and without a test',
      { mrr: { change: {} } },
      [
        ['MISSING_VALUE', 'mrr.change.over', ['{"days":30}']],
        ['MISSING_VALUE', 'mrr.change', ['percent', 'absolute']],
      ],
    ],
    [
      'over hours',
      { mrr: { change: { over: { hours: 5 }, percent: { gt: 1 } } } },
      [['NOT_WHOLE_DAYS', 'mrr.change.over.hours', days]],
    ],
    ['that is null', { mrr: { change: null } }, [['NULL_VALUE', 'mrr.change', []]]],
  ],
  facts: [
    ['an unknown part', { events: { whre: {} } }, [['UNKNOWN_FIELD', 'events.whre', ['where']]]],
    [
      'an unknown column',
      { events: { where: { nme: { eq: 'a' } } } },
      [['UNKNOWN_COLUMN', 'events.where.nme', ['name']]],
    ],
    [
      'an unknown column deep down',
      { events: { where: { or: [{ not: { secs: {} } }] } } },
      [
        [
          'UNKNOWN_COLUMN',
          'events.where.or.0.not.secs',
          ['eventId', 'customerId', 'userId', 'occurredAt', 'name', 'seconds'],
        ],
      ],
    ],
    [
      'a wrong test of a column',
      { events: { where: { seconds: { contains: 'a' } } } },
      [['WRONG_TEST', 'events.where.seconds.contains', numberOps]],
    ],
    [
      'an unknown number column',
      { events: { sum: { column: 'SECOND', is: { gt: 1 } } } },
      [['UNKNOWN_COLUMN', 'events.sum.column', ['SECONDS']]],
    ],
    [
      'a column that is no number',
      { events: { avg: { column: 'NAME', is: { gt: 1 } } } },
      [['NOT_A_NUMBER_COLUMN', 'events.avg.column', ['EVENT_ID', 'SECONDS']]],
    ],
    [
      'a column as the model writes it',
      { subscriptions: { max: { column: 'mrr', is: { gt: 1 } } } },
      [['UNKNOWN_COLUMN', 'subscriptions.max.column', ['MRR']]],
    ],
    [
      'a sum of nothing',
      { events: { sum: {} } },
      [
        ['MISSING_VALUE', 'events.sum.column', []],
        ['MISSING_VALUE', 'events.sum.is', []],
      ],
    ],
    [
      'users of a fact without users',
      { supportTickets: { users: { gt: 1 } } },
      [['FACT_WITHOUT_USER', 'supportTickets.users', ['count']]],
    ],
    [
      'a number for the first day',
      { events: { first: { gt: 1 } } },
      [['WRONG_TEST', 'events.first.gt', ['on', 'before', 'after', 'between', 'last', 'next', 'calendar', 'isNull']]],
    ],
    [
      'a window of two kinds',
      { events: { during: { last: { days: 1 }, from: '2026-01-01', calendar: { unit: 'DAY' } } } },
      [['CONFLICTING_FIELDS', 'events.during', ['last', 'from/until', 'calendar']]],
    ],
    ['a window of no kind', { events: { during: {} } }, [['MISSING_VALUE', 'events.during', ['last']]]],
    [
      'ago without last',
      { events: { during: { from: '2026-01-01', ago: { days: 1 } } } },
      [['CONFLICTING_FIELDS', 'events.during.ago', ['last']]],
    ],
    [
      'a window of hours',
      { events: { during: { last: { hours: 1 } } } },
      [['NOT_WHOLE_DAYS', 'events.during.last.hours', days]],
    ],
    [
      'a window that ends before it begins',
      { events: { during: { from: '2026-02-01', until: '2026-01-01' } } },
      [['EMPTY_RANGE', 'events.during', ['{"from":"2026-01-01","until":"2026-02-01"}']]],
    ],
    ['a null window', { events: { during: null } }, [['NULL_VALUE', 'events.during', []]]],
    [
      'nine levels in rows',
      { events: { where: nested(9) } },
      [['WHERE_TOO_DEEP', `events.where.${Array(9).fill('not').join('.')}`, []]],
    ],
  ],
  users: [
    [
      'an unknown part',
      { users: { any: {} } },
      [['UNKNOWN_FIELD', 'users.any', ['some', 'every', 'none', 'where', 'count']]],
    ],
    [
      'a where beside a quantifier',
      { users: { where: {}, some: {} } },
      [['CONFLICTING_FIELDS', 'users.where', ['some']]],
    ],
    [
      'an attribute of the customer',
      { users: { every: { mrr: {} } } },
      [['UNKNOWN_FIELD', 'users.every.mrr', ['customer: {mrr: …}']]],
    ],
    [
      'users of a user',
      { users: { some: { users: {} } } },
      [['UNKNOWN_FIELD', 'users.some.users', ['customer: {users: …}']]],
    ],
    [
      'a fact without users',
      { users: { some: { supportTickets: {} } } },
      [['FACT_WITHOUT_USER', 'users.some.supportTickets', ['customer: {supportTickets: …}']]],
    ],
    ['a count that is text', { users: { count: { gte: '2' } } }, [['WRONG_TYPE', 'users.count.gte', ['2']]]],
  ],
  'another day': [
    [
      'without anything',
      { asOf: {} },
      [
        ['MISSING_VALUE', 'asOf.where', []],
        ['MISSING_VALUE', 'asOf', ['ago', 'day']],
      ],
    ],
    [
      'twice',
      { asOf: { ago: { days: 1 }, day: '2026-01-01', where: {} } },
      [['CONFLICTING_FIELDS', 'asOf', ['ago', 'day']]],
    ],
    [
      'that is null',
      { asOf: { ago: null, where: null } },
      [
        ['NULL_VALUE', 'asOf.ago', []],
        ['NULL_VALUE', 'asOf.where', []],
      ],
    ],
    ['hours ago', { asOf: { ago: { hours: 5 }, where: {} } }, [['NOT_WHOLE_DAYS', 'asOf.ago.hours', days]]],
    ['that does not exist', { asOf: { day: '2026-06-31', where: {} } }, [['BAD_DATE', 'asOf.day', ['2026-06-30']]]],
    [
      'with a mistake in its where',
      { asOf: { ago: { days: 1 }, where: { mrrr: {} } } },
      [['UNKNOWN_FIELD', 'asOf.where.mrrr', ['mrr']]],
    ],
  ],
  sets: [
    [
      'a movement of what is no number, in ways there are not, without a window',
      { valueMoved: { value: 'INDUSTRY', kinds: ['NEW', 'UP'], netting: 'WEEK' } },
      [
        ['MISSING_VALUE', 'valueMoved.during', []],
        ['WRONG_TYPE', 'valueMoved.netting', ['DAY', 'PERIOD']],
        ['NOT_A_NUMBER', 'valueMoved.value', ['EMPLOYEES', 'MRR', 'ACTIVE_USERS_14D', 'ENGAGED_SHARE']],
        ['WRONG_TYPE', 'valueMoved.kinds.1', ['NEW', 'EXPANSION', 'REACTIVATION', 'CONTRACTION', 'CHURN']],
      ],
    ],
    [
      'a movement from day to day of what is only known at both ends',
      { valueMoved: { value: 'ACTIVE_USERS_14D', kinds: ['NEW'], during: { until: '2026-01-01' } } },
      [
        ['NOT_FOLLOWED', 'valueMoved.value', ['netting: PERIOD', 'MRR']],
        ['MISSING_VALUE', 'valueMoved.during.from', []],
      ],
    ],
    ['a rank by an unknown attribute', { rank: { by: 'MR', top: 1 } }, [['UNKNOWN_ATTRIBUTE', 'rank.by', ['MRR']]]],
    [
      'a rank by the name of a where',
      { rank: { by: 'activeUsers14d', top: 1 } },
      [['UNKNOWN_ATTRIBUTE', 'rank.by', ['ACTIVE_USERS_14D']]],
    ],
    ['a rank by a list', { rank: { by: 'TAGS', top: 1 } }, [['NOT_RANKABLE', 'rank.by', []]]],
    [
      'a rank without anything',
      { rank: {} },
      [
        ['MISSING_VALUE', 'rank.by', []],
        ['MISSING_VALUE', 'rank', ['top', 'bottom', 'percentile']],
      ],
    ],
    [
      'a rank of several kinds',
      { rank: { by: 'MRR', top: 1, bottom: 1 } },
      [['CONFLICTING_FIELDS', 'rank', ['top', 'bottom']]],
    ],
    ['the top none', { rank: { by: 'MRR', top: 0 } }, [['OUT_OF_RANGE', 'rank.top', ['1']]]],
    ['the bottom half', { rank: { by: 'MRR', bottom: 1.5 } }, [['OUT_OF_RANGE', 'rank.bottom', ['2']]]],
    [
      'percentiles that are none',
      { rank: { by: 'MRR', percentile: { gte: -1, in: [50, 101], between: { max: 200 } } } },
      [
        ['OUT_OF_RANGE', 'rank.percentile', ['0']],
        ['OUT_OF_RANGE', 'rank.percentile', ['100']],
        ['OUT_OF_RANGE', 'rank.percentile', ['100']],
      ],
    ],
    [
      'a bucket without anything',
      { bucket: {} },
      [
        ['MISSING_VALUE', 'bucket.of', []],
        ['MISSING_VALUE', 'bucket.in', []],
      ],
    ],
    [
      'a bucket that is not there',
      { bucket: { of: 10, in: [0, 10, -1] } },
      [
        ['OUT_OF_RANGE', 'bucket.in.1', ['9']],
        ['OUT_OF_RANGE', 'bucket.in.2', ['0']],
      ],
    ],
    ['no buckets', { bucket: { of: 0, in: [] } }, [['OUT_OF_RANGE', 'bucket.of', ['1']]]],
    ['a salt that is no text', { bucket: { of: 2, in: [0], salt: 5 } }, [['WRONG_TYPE', 'bucket.salt', ['"5"']]]],
  ],
};

function nested(levels: number): unknown {
  return levels === 0 ? {} : { not: nested(levels - 1) };
}

describe.each(Object.entries(customers))('%s', (_, cases) => {
  it.each(cases)('%s', (_title, input, expected) => {
    expect(mistakes(input)).toEqual(expected);
  });
});

const ofSegments: readonly (readonly [string, unknown, Parameters<typeof mistakes>[2], readonly Mistake[]])[] = [
  [
    'unknown',
    { segment: { in: ['a'], notIn: ['b'] } },
    {},
    [
      ['UNKNOWN_SEGMENT', 'segment.in.0', []],
      ['UNKNOWN_SEGMENT', 'segment.notIn.0', []],
    ],
  ],
  [
    'of users',
    { segment: { in: ['u'] } },
    { u: { entity: 'user', where: {} } },
    [['WRONG_ENTITY', 'segment.in.0', ['users: {some: {segment: …}}']]],
  ],
  [
    'of customers where users are asked about',
    { users: { some: { segment: { in: ['c'] } } } },
    { c: { where: {} } },
    [['WRONG_ENTITY', 'users.some.segment.in.0', ['customer: {segment: …}']]],
  ],
  [
    'that no longer fits',
    { segment: { in: ['a'] } },
    { a: { where: { gone: {}, mrr: { gt: 'x' } } } },
    [['SEGMENT_BROKEN', 'segment.in.0', []]],
  ],
  [
    'that refers to itself',
    { segment: { in: ['a'] } },
    { a: { where: { segment: { in: ['a'] } } } },
    [['SEGMENT_CYCLE', 'segment.in.0', []]],
  ],
  ['without its list', { segment: { in: 'a' } }, {}, [['WRONG_SHAPE', 'segment.in', ['["a"]']]]],
  [
    'whose members are looked for in a window without all that takes',
    { segment: { entered: { ids: ['a'] }, left: { during: { last: { days: 7 } } }, ever: 'a' } },
    { a: { where: {} } },
    [
      ['MISSING_VALUE', 'segment.entered.during', []],
      ['MISSING_VALUE', 'segment.left.ids', []],
      ['WRONG_SHAPE', 'segment.ever', []],
    ],
  ],
  [
    'in a window that never began, or is none',
    {
      segment: {
        entered: { ids: ['a'], during: { until: '2026-01-01' } },
        left: { ids: ['b'], during: { last: { hours: 7 } } },
      },
    },
    { a: { where: {} }, b: { where: {} } },
    [
      ['MISSING_VALUE', 'segment.entered.during.from', []],
      ['NOT_WHOLE_DAYS', 'segment.left.during.last.hours', ['days', 'weeks', 'months', 'quarters', 'years']],
    ],
  ],
  [
    'whose members are to be so for long, without its name',
    { segment: { memberForAtLeast: { days: 0 } } },
    {},
    [
      ['BAD_DURATION', 'segment.memberForAtLeast', ['{"days":1}']],
      ['MISSING_VALUE', 'segment.in', ['in']],
    ],
  ],
  [
    'looked at on many days that looks at another on many days',
    { segment: { in: ['a'], memberForAtLeast: { days: 5 } } },
    { a: { where: { segment: { ever: { ids: ['b'], during: { last: { days: 5 } } } } } }, b: { where: {} } },
    [['SEGMENTS_TOO_DEEP', 'segment.in.0', []]],
  ],
];

describe('a segment', () => {
  it.each(ofSegments)('%s', (_, input, segments, expected) => {
    expect(mistakes(input, 'customer', segments)).toEqual(expected);
  });

  const circle = {
    a: { where: { or: [{ segment: { notIn: ['b'] } }] } },
    b: { where: { users: { some: { customer: { segment: { in: ['c'] } } } } } },
    c: { where: { segment: { in: ['a'] } } },
  };

  it('names the whole circle it is in', () => {
    const { problems } = read({ segment: { in: ['b'] } }, 'customer', circle);
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ['SEGMENT_CYCLE', 'the segment refers to itself: b → c → a → b'],
    ]);
  });

  it('may not be saved with itself in it, however far down', () => {
    const { problems } = readWhere({ segment: { in: ['a'] } }, 'customer', {
      catalog: sampleCatalog,
      segment: lookUp({ a: { where: { segment: { notIn: ['mine'] } } } }),
      self: 'mine',
    });
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ['SEGMENT_CYCLE', 'the segment refers to itself: mine → a → mine'],
    ]);
  });

  it('tells everything wrong inside it', () => {
    const { problems } = read({ segment: { in: ['a'] } }, 'customer', { a: { where: { gone: {}, mrr: { gt: 'x' } } } });
    expect(problems[0]?.message).toBe(
      'segment "Segment a" no longer fits the model: gone: there is no gone to ask customers about; mrr.gt: a number is needed, not "x"',
    );
  });

  it('may be 8 levels deep', () => {
    const chain = (levels: number) =>
      Object.fromEntries(
        Array.from({ length: levels }, (_, n) => [
          `s${String(n)}`,
          { where: n === levels - 1 ? {} : { segment: { in: [`s${String(n + 1)}`] } } },
        ]),
      );
    expect(mistakes({ segment: { in: ['s0'] } }, 'customer', chain(8))).toEqual([]);
    expect(read({ segment: { in: ['s0'] } }, 'customer', chain(9)).problems.map((p) => p.code)).toEqual([
      'SEGMENTS_TOO_DEEP',
    ]);
  });

  it('may not blow the where up', () => {
    const twice = (n: number) => ({ where: { segment: { in: [`s${String(n)}`, `s${String(n)}`] }, ids: ['a'] } });
    const segments = Object.fromEntries(
      Array.from({ length: 7 }, (_, n) => [`s${String(n)}`, { where: { and: Array(9).fill(twice(n + 1).where) } }]),
    );
    const found = mistakes({ segment: { in: ['s0'] } }, 'customer', { ...segments, s7: { where: { ids: ['a'] } } });
    expect(found).toEqual([['WHERE_TOO_LARGE', 'segment.in.0', []]]);
  });
});

it('refuses a where of more than 2,000 conditions', () => {
  const one = { mrr: { gt: 1 } };
  expect(mistakes({ or: Array(1_999).fill(one) })).toEqual([]);
  expect(mistakes({ or: Array(2_001).fill(one) })).toEqual([['WHERE_TOO_LARGE', 'or.1999.mrr', []]]);
});

it('finds five mistakes at once', () => {
  const five = {
    mrrr: { gt: 1 },
    industry: { gt: 1 },
    mrr: { between: { min: 5, max: 1 } },
    renewsOn: { last: { days: -1 } },
    or: [{ isPaying: { eq: 'yes' } }],
  };
  expect(mistakes(five).map(([code, path]) => [code, path])).toEqual([
    ['UNKNOWN_FIELD', 'mrrr'],
    ['WRONG_TEST', 'industry.gt'],
    ['EMPTY_RANGE', 'mrr.between'],
    ['BAD_DURATION', 'renewsOn.last.days'],
    ['WRONG_TYPE', 'or.0.isPaying.eq'],
  ]);
});

describe('a workspace without users', () => {
  const codes = (input: unknown, entity: EntityName = 'customer') =>
    read(input, entity, {}, catalogWithoutUsers).problems.map(({ code, path, message }) => [
      code,
      path.join('.'),
      message,
    ]);

  it('has none to ask about', () => {
    expect(codes({ users: {} })).toEqual([['UNKNOWN_FIELD', 'users', 'this workspace has no users']]);
    expect(codes({ events: { users: { gt: 1 } } }).map(([code]) => code)).toEqual(['FACT_WITHOUT_USER']);
  });
});

it('shows every code in a case', () => {
  const told = new Set<string>(
    [...Object.values(customers).flat(), ...ofSegments].flatMap((test) =>
      (test.at(-1) as readonly Mistake[]).map(([code]) => code),
    ),
  );
  const elsewhere = [
    'ONE_FACT_NEEDED',
    'WHERE_TOO_LARGE',
    'UNKNOWN_METRIC',
    'NO_TIME_OF_DAY',
    'TOO_MANY_PERIODS',
    'NOT_A_TIME_COLUMN',
    'STEPS_SHARE_ROWS',
    'NOT_AN_ITEM_COLUMN',
  ];
  expect(Object.keys(whereCodes).filter((code) => !told.has(code))).toEqual(expect.arrayContaining(elsewhere));
  expect(Object.keys(whereCodes).filter((code) => !told.has(code) && !elsewhere.includes(code))).toEqual([]);
});
