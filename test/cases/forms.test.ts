import { afterAll, describe, expect, it } from 'vitest';
import type { RawCase } from '../../src/cases/case-file.js';
import { literalOf } from '../../src/cases/pattern.js';
import { casesOver } from '../../src/cases/runner.js';

const runner = casesOver();
afterAll(() => runner.close());

const of = (family: string, question: object, expected: object, more: object = {}): RawCase => ({
  family,
  id: 'own',
  json: { id: 'own', question: { kind: family, ...question }, expected, ...more },
});
const passes = async (worked: RawCase): Promise<void> => {
  expect(await runner.outcomeOf(worked)).toEqual({ kind: 'passed', id: 'own' });
};

const people = {
  entities: [
    { id: 'a', props: { age: 30, city: 'Rome', joined: '2024-03-01', vip: true } },
    { id: 'b', props: { age: '17', city: 'rome', joined: '2024-03-14T00:00:00Z', vip: false } },
    { id: 'c', props: { city: null } },
  ],
  events: [
    { entity: 'a', event: 'x', ts: '2024-03-14T12:00:00Z' },
    { entity: 'b', event: 'x', ts: '2024-03-08T11:59:59Z' },
    { entity: 'c', event: 'x', ts: '2024-03-15T12:00:01Z' },
  ],
};
const segment = (rule: object, members: readonly string[]): RawCase =>
  of('behaviour_segments', { kind: 'segment', as_of: '2024-03-15T12:00:00Z', rule }, { members }, people);

describe('a condition on a property', () => {
  it.each([
    ['city', 'eq', null, ['c']],
    ['city', 'in', ['Rome', null], ['a', 'c']],
    ['city', 'neq', 'Rome', ['b', 'c']],
    ['city', 'regex', '^Ro', ['a']],
    ['city', 'not_regex', '^R', ['b', 'c']],
    ['age', 'gt', '17', ['a']],
    ['vip', 'neq', true, ['b', 'c']],
    ['joined', 'gt', '2024-03-10', ['b']],
    ['joined', 'is_date_before', '2024-03-10', ['a']],
    ['joined', 'is_date_before', 'P7D', ['a']],
    ['joined', 'is_date_after', '-7d', ['b']],
    ['joined', 'is_date_exact', '2024-03-14', ['b']],
  ])('%s %s %o', async (property, op, value, members) => {
    await passes(segment({ attr: { property, op, value } }, members));
  });
});

describe('a rule', () => {
  it('may leave things out with null', () =>
    passes(segment({ performed: { event: 'x', within: null, count: null } }, ['a', 'b'])));
  it('may be negated in place', () =>
    passes(segment({ performed: { event: 'x', within: 'P7D', negated: true } }, ['b', 'c'])));
  it('may be joined with and, or', () =>
    passes(segment({ or: [{ and: [{ performed: { event: 'x', within: 'P7D' } }] }] }, ['a'])));
});

describe('without a single event', () => {
  const day = { period: 'day', start: '2024-01-01', end: '2024-01-02' };
  it.each([
    of('lifecycle', { event: { event: 'x' }, ...day }, { new: [0, 0], dormant: [0, 0] }),
    of('stickiness', { event: { event: 'x' }, ...day }, { data: [0, 0], entities: 0 }),
    of('trends', { kind: 'trend', event: { event: 'x' }, measure: 'count', ...day }, { values: { '2024-01-02': 0 } }),
    of(
      'funnel',
      { steps: [{ event: 'x' }, { event: 'y' }], window: 'P1D', start: '2024-01-01', end: '2024-01-02' },
      { counts: [0, 0], avg_seconds: [null, null] },
    ),
    of('nps', { scores: [] }, { nps: null, responses: 0 }),
  ])('$family has an answer', passes);
});

describe('Net Promoter Scores', () => {
  it('leave out what is no score, and count what is none of the scale', () =>
    passes(of('nps', { scores: ['10', 9, null, 'abc', 11, 0] }, { nps: 33.333333, responses: 3, rejected: 1 })));
});

describe('a trend', () => {
  const events = [
    { entity: 'a', event: 'x', ts: '2024-03-01T10:30:00Z', props: { v: 2 } },
    { entity: 'b', event: 'x', ts: '2024-03-01T11:30:00Z', props: { v: 3 } },
    { entity: 'b', event: 'x', ts: '2024-03-02T11:30:00Z', props: { v: 4 } },
  ];
  const trend = (question: object, expected: object): RawCase =>
    of(
      'trends',
      { kind: 'trend', event: { event: 'x' }, period: 'day', start: '2024-03-01', end: '2024-03-02', ...question },
      expected,
      { events, entities: [{ id: 'a', props: { country: 'it' } }, { id: 'b' }] },
    );
  it('of weekly actives looks back by its name', () =>
    passes(trend({ measure: 'wau' }, { values: { '2024-03-01': 2, '2024-03-02': 2 } })));
  it('without a window is of all there was', () =>
    passes(trend({ measure: 'sum_cumulative', property: 'v', window: null }, { values: { '2024-03-02': 9 } })));
  it('since the unit began', () =>
    passes(
      trend({ measure: 'sum_grain_to_date', property: 'v', grain_to_date: 'month' }, { values: { '2024-03-02': 9 } }),
    ));
  it('by a property of who did it', () =>
    passes(
      trend(
        { measure: 'count', breakdown: { entity_property: 'country' } },
        { by_value: { it: { '2024-03-01': 1 }, null: { '2024-03-01': 1, '2024-03-02': 1 } } },
      ),
    ));
});

describe('the first row of a funnel', () => {
  const at = (ts: string, event: string, k?: string) => ({ entity: 'a', event, ts, ...(k && { props: { k } }) });
  const events = [
    at('2024-03-01T10:30:00Z', 'x', 'p'),
    at('2024-03-02T10:30:00Z', 'x', 'q'),
    at('2024-03-02T11:00:00Z', 'y'),
  ];
  const counts = (first: object, expected: readonly number[]): RawCase =>
    of(
      'funnel',
      {
        steps: [{ event: 'x', filter: { property: 'k', op: 'eq', value: 'q' }, ...first }, { event: 'y' }],
        window: 'P14D',
        start: '2024-03-01',
        end: '2024-03-05',
      },
      { counts: expected },
      { events },
    );
  it('is the first that matches', () => passes(counts({ first_time: true }, [1, 1])));
  it('is the first of all, or none', () => passes(counts({ first_ever: true }, [0, 0])));
});

describe('a table of purchases', () => {
  it('names its parts before and in a holdout', () =>
    passes(
      of(
        'rfm',
        { calibration_end: '2020-01-06', observation_end: '2020-01-10' },
        {
          rows: [
            { customer: 'a', frequency_cal: 0, T_cal: 1, frequency_holdout: 1, monetary_value_holdout: 5, test_T: 4 },
          ],
        },
        {
          rows: [
            { customer: 'a', date: '2020-01-05', amount: 3 },
            { customer: 'a', date: '2020-01-08 10:00:00', amount: 5 },
            { customer: 'b', date: '2020-01-08', amount: 5 },
          ],
        },
      ),
    ));
});

describe('a pattern', () => {
  it.each([
    ['^a\\.b$', 'a.b', 'eq'],
    ['^a', 'a', 'startsWith'],
    ['.*@example\\.com$', '@example.com', 'endsWith'],
    ['b', 'b', 'contains'],
  ])('%s is %s %s', (pattern, text, operator) => {
    expect(literalOf(pattern)).toEqual({ text, operator });
  });
  it.each(['a|b', '^R.*e$', '[ab]', 'a+'])('%s has no where', (pattern) => {
    expect(() => literalOf(pattern)).toThrow('literal');
  });
});
