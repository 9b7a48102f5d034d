import { describe, expect, it } from 'vitest';
import { operators } from '../../src/catalog/where/index.js';
import type { Test } from '../../src/query/where.js';
import { tree } from './ask.js';

/** The tests that a where on one attribute holds. */
function testsOf(attribute: string, input: unknown): readonly Test[] {
  const where = tree({ [attribute]: input });
  if (where.kind !== 'attribute') throw new Error(`not an attribute: ${JSON.stringify(where)}`);
  return where.tests;
}

const cases: readonly (readonly [keyof typeof operators, string, string, unknown, Test])[] = [
  ['string', 'industry', 'eq', 'SaaS', { op: 'eq', value: 'SaaS' }],
  ['string', 'industry', 'ne', '', { op: 'ne', value: '' }],
  ['string', 'industry', 'in', ['a', 'b'], { op: 'in', values: ['a', 'b'] }],
  ['string', 'industry', 'notIn', [], { op: 'notIn', values: [] }],
  ['string', 'industry', 'contains', '%', { op: 'contains', value: '%' }],
  ['string', 'industry', 'startsWith', 'S', { op: 'startsWith', value: 'S' }],
  ['string', 'industry', 'endsWith', 'S', { op: 'endsWith', value: 'S' }],
  ['string', 'industry', 'isNull', true, { op: 'isNull', value: true }],
  ['number', 'mrr', 'eq', 0, { op: 'eq', value: 0 }],
  ['number', 'mrr', 'ne', -1.5, { op: 'ne', value: -1.5 }],
  ['number', 'mrr', 'in', [1, 2], { op: 'in', values: [1, 2] }],
  ['number', 'mrr', 'notIn', [1], { op: 'notIn', values: [1] }],
  ['number', 'mrr', 'gt', 5, { op: 'gt', value: 5 }],
  ['number', 'mrr', 'gte', 5, { op: 'gte', value: 5 }],
  ['number', 'mrr', 'lt', 5, { op: 'lt', value: 5 }],
  ['number', 'mrr', 'lte', 5, { op: 'lte', value: 5 }],
  ['number', 'mrr', 'between', { min: 1, max: 1 }, { op: 'between', min: 1, max: 1 }],
  ['number', 'mrr', 'isNull', false, { op: 'isNull', value: false }],
  ['boolean', 'isPaying', 'eq', true, { op: 'eq', value: true }],
  ['boolean', 'isPaying', 'ne', false, { op: 'ne', value: false }],
  ['boolean', 'isPaying', 'isNull', true, { op: 'isNull', value: true }],
  ['date', 'renewsOn', 'on', '2024-02-29', { op: 'on', day: '2024-02-29' }],
  ['date', 'renewsOn', 'before', '2026-01-01', { op: 'before', day: '2026-01-01' }],
  ['date', 'renewsOn', 'after', '2026-01-01', { op: 'after', day: '2026-01-01' }],
  [
    'date',
    'renewsOn',
    'between',
    { from: '2026-01-01', until: '2026-01-02' },
    { op: 'days', window: { kind: 'range', from: '2026-01-01', until: '2026-01-02' } },
  ],
  ['date', 'lastSeenAt', 'last', { days: 7 }, { op: 'days', window: { kind: 'last', duration: { days: 7 } } }],
  [
    'date',
    'renewsOn',
    'next',
    { months: 1, days: 2 },
    { op: 'days', window: { kind: 'next', duration: { days: 2, months: 1 } } },
  ],
  [
    'date',
    'renewsOn',
    'calendar',
    { unit: 'QUARTER', offset: -2 },
    { op: 'days', window: { kind: 'calendar', unit: 'QUARTER', offset: -2 } },
  ],
  ['date', 'renewsOn', 'isNull', true, { op: 'isNull', value: true }],
  ['list', 'tags', 'has', 'vip', { op: 'has', value: 'vip' }],
  ['list', 'tags', 'hasAny', ['a', 'b'], { op: 'hasAny', values: ['a', 'b'] }],
  ['list', 'tags', 'hasAll', [], { op: 'hasAll', values: [] }],
  ['list', 'tags', 'isEmpty', true, { op: 'isEmpty', value: true }],
  ['numberList', 'ratings', 'has', 5, { op: 'has', value: 5 }],
  ['numberList', 'ratings', 'hasAny', [4, 5], { op: 'hasAny', values: [4, 5] }],
  ['numberList', 'ratings', 'hasAll', [4], { op: 'hasAll', values: [4] }],
  ['numberList', 'ratings', 'isEmpty', false, { op: 'isEmpty', value: false }],
];

describe('every operator of every type', () => {
  it.each(cases)('%s: %s %s', (_, attribute, op, input, expected) => {
    expect(testsOf(attribute, { [op]: input })).toEqual([expected]);
  });

  it('is among the cases here', () => {
    const covered = cases.map(([kind, , op]) => `${kind} ${op}`);
    const all = Object.entries(operators).flatMap(([kind, table]) => Object.keys(table).map((op) => `${kind} ${op}`));
    expect(covered.toSorted()).toEqual(all.toSorted());
  });
});

it('takes several operators together, in the order written', () => {
  expect(testsOf('mrr', { gte: 1, lt: 5 })).toEqual([
    { op: 'gte', value: 1 },
    { op: 'lt', value: 5 },
  ]);
});

it('ignores case for all the operators of a test where asked to', () => {
  expect(testsOf('industry', { ignoreCase: true, startsWith: 's', notIn: ['saas'], isNull: false })).toEqual([
    { op: 'startsWith', value: 's', ignoreCase: true },
    { op: 'notIn', values: ['saas'], ignoreCase: true },
    { op: 'isNull', value: false },
  ]);
  expect(testsOf('industry', { ignoreCase: false, eq: 's' })).toEqual([{ op: 'eq', value: 's' }]);
});

it('leaves either end of a range open', () => {
  expect(testsOf('mrr', { between: { min: 1 } })).toEqual([{ op: 'between', min: 1 }]);
  expect(testsOf('mrr', { between: { max: 1 } })).toEqual([{ op: 'between', max: 1 }]);
  expect(testsOf('renewsOn', { between: { until: '2026-01-01' } })).toEqual([
    { op: 'days', window: { kind: 'range', until: '2026-01-01' } },
  ]);
});

it('takes the calendar unit of the day itself where no offset is given', () => {
  expect(testsOf('renewsOn', { calendar: { unit: 'MONTH' } })).toEqual([
    { op: 'days', window: { kind: 'calendar', unit: 'MONTH', offset: 0 } },
  ]);
});

it('ignores what is undefined, and asks nothing where a test is empty', () => {
  expect(testsOf('mrr', { gt: 1, lt: undefined })).toEqual([{ op: 'gt', value: 1 }]);
  expect(tree({ mrr: {}, industry: undefined })).toEqual({ kind: 'and', items: [] });
  expect(tree({ industry: { ignoreCase: true } })).toEqual({ kind: 'and', items: [] });
});
