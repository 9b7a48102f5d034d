import { afterAll, describe, expect, it } from 'vitest';
import type { RawCase } from '../../src/cases/case-file.js';
import { casesOver } from '../../src/cases/runner.js';

const runner = casesOver();
afterAll(() => runner.close());

const at = (entity: string, ...times: readonly string[]) => times.map((ts) => ({ entity, event: 'seen', ts }));
const paid = (entity: string, plan: string, ...times: readonly string[]) =>
  times.map((ts) => ({ entity, event: 'paid', ts, props: { plan } }));
const seen = { event: 'seen' };
const retention = (question: object, expected: object, events: readonly object[], more: object = {}): RawCase => ({
  family: 'retention',
  id: JSON.stringify(question),
  json: {
    id: 'own',
    events,
    question: { kind: 'retention', cohort_event: seen, return_event: seen, mode: 'recurring', ...question },
    expected,
    ...more,
  },
});
const other = (family: string, question: object, expected: object, events: readonly object[]): RawCase => ({
  family,
  id: JSON.stringify(question),
  json: { id: 'own', events, question: { kind: family, event: seen, ...question }, expected },
});

/** Each says one parameter, with numbers counted by eye. */
const own: Readonly<Record<string, RawCase>> = {
  'hours across the end of summer time': retention(
    { period: 'hour', timezone: 'Europe/Rome', start: '2024-10-27T01:00:00', periods: 4 },
    { first_period: '2024-10-27T01:00:00', matrix: [[1, 1, 1, 0], [1, 1, 0], [1, 0], [0]] },
    at('a', '2024-10-26T23:30:00Z', '2024-10-27T00:30:00Z', '2024-10-27T01:59:59Z'),
  ),
  'hours on or after, up to an end within a day': retention(
    { period: 'hour', start: '2024-05-01T08:00:00', periods: 3, rolling: true },
    { matrix: [[2, 1, 0], [1, 0], [0]] },
    [
      ...at('a', '2024-05-01T08:10:00Z', '2024-05-01T09:10:00Z', '2024-05-01T11:00:00Z'),
      ...at('b', '2024-05-01T08:00:00Z'),
    ],
  ),
  'months first seen, in a zone': retention(
    { mode: 'first_time', period: 'month', timezone: 'Asia/Tokyo', start: '2024-01-10', periods: 3 },
    { first_period: '2024-01-01', last_period: '2024-03-01', matrix: [[1, 0, 1], [1, 0], [0]] },
    [
      ...at('a', '2024-01-31T14:59:59Z', '2024-03-10T00:00:00Z'),
      ...at('b', '2024-01-31T15:00:00Z'),
      ...at('c', '2023-12-31T14:59:59Z', '2024-02-01T00:00:00Z'),
    ],
  ),
  'the very first of all, or nothing': retention(
    {
      mode: 'first_ever_occurrence',
      cohort_event: { event: 'paid', filter: { property: 'plan', op: 'eq', value: 'pro' } },
      return_event: { event: null },
      period: 'day',
      start: '2024-05-01',
      periods: 2,
    },
    { row0: [1, 1], matrix: [[1, 1], [0]], cohort0_members: ['a'] },
    [
      ...paid('a', 'pro', '2024-05-01T08:00:00Z'),
      ...at('a', '2024-05-02T08:00:00Z'),
      ...paid('b', 'free', '2024-05-01T08:00:00Z'),
      ...paid('b', 'pro', '2024-05-01T09:00:00Z'),
    ],
  ),
  'at least two in a period': retention(
    { period: 'week', start: '2024-05-06', periods: 2, min_return_count: 2, week_start: 'sunday' },
    { first_period: '2024-05-05', matrix: [[2, 1], [2]] },
    [
      ...at('a', '2024-05-05T08:00:00Z', '2024-05-12T08:00:00Z', '2024-05-18T23:00:00Z'),
      ...at('b', '2024-05-11T08:00:00Z', '2024-05-12T08:00:00Z'),
    ],
  ),
  'brackets, one after the other': retention(
    { period: 'day', start: '2024-05-01', periods: 4, brackets: [1, 2] },
    { matrix: [[2, 0, 1], [0, 0, 0], [1, 0], [0]], cohort0_active_offsets: { a: [0, 2], b: [0] } },
    [...at('a', '2024-05-01T08:00:00Z', '2024-05-03T08:00:00Z'), ...at('b', '2024-05-01T08:00:00Z')],
  ),
  '24 hours from each entry': retention(
    { period: 'day', start: '2024-05-01', periods: 2, window_mode: '24h', mode: 'first_time' },
    { matrix: [[2, 1], [0]] },
    [
      ...at('a', '2024-05-01T20:00:00Z', '2024-05-02T19:59:59Z'),
      ...at('b', '2024-05-01T20:00:00Z', '2024-05-02T20:00:00Z'),
    ],
  ),
  'split by a property of the events': retention(
    {
      period: 'day',
      start: '2024-05-01',
      periods: 2,
      cohort_event: { event: 'paid' },
      return_event: { event: 'paid' },
      breakdown: { event_property: 'plan' },
    },
    { matrix: [[2, 1], [1]], matrices: { pro: [[1, 0], [0]], free: [[1, 1], [1]] } },
    [...paid('a', 'pro', '2024-05-01T08:00:00Z'), ...paid('b', 'free', '2024-05-01T08:00:00Z', '2024-05-02T08:00:00Z')],
  ),
  'split by a property of the entities': retention(
    { period: 'day', start: '2024-05-01', periods: 2, breakdown: { entity_property: 'country' } },
    { matrices: { it: [[1, 1], [1]], null: [[1, 0], [0]] } },
    [...at('a', '2024-05-01T08:00:00Z', '2024-05-02T08:00:00Z'), ...at('b', '2024-05-01T08:00:00Z')],
    { entities: [{ id: 'a', props: { country: 'it' } }, { id: 'b' }] },
  ),
  'a lifecycle by the hour': other(
    'lifecycle',
    { period: 'hour', start: '2024-05-01T08:00:00', end: '2024-05-01T10:59:59' },
    {
      periods: ['2024-05-01T08:00:00', '2024-05-01T09:00:00', '2024-05-01T10:00:00'],
      new: [1, 0, 0],
      returning: [0, 1, 0],
      resurrecting: [1, 0, 0],
      dormant: [0, 1, 1],
    },
    [
      ...at('a', '2024-05-01T08:30:00Z', '2024-05-01T09:30:00Z'),
      ...at('b', '2024-05-01T06:00:00Z', '2024-05-01T08:59:59Z'),
    ],
  ),
  'a lifecycle by the month, of accounts': other(
    'lifecycle',
    {
      period: 'month',
      start: '2024-04-20',
      end: '2024-05-02',
      unit: { event_property: 'plan' },
      event: { event: 'paid' },
    },
    { periods: ['2024-04-01', '2024-05-01'], new: [1, 0], returning: [0, 1], resurrecting: [0, 0], dormant: [0, 0] },
    [...paid('a', 'pro', '2024-04-02T08:00:00Z'), ...paid('b', 'pro', '2024-05-30T08:00:00Z')],
  ),
  'cumulative periods of two days': other(
    'stickiness',
    { period: 'day', period_count: 2, start: '2024-05-01', end: '2024-05-05', cumulative: true },
    { data: [2, 1, 1], entities: 2 },
    [
      ...at('a', '2024-05-01T08:00:00Z', '2024-05-03T08:00:00Z', '2024-05-05T08:00:00Z'),
      ...at('b', '2024-05-02T08:00:00Z', '2024-05-03T08:00:00Z'),
    ],
  ),
  'months with at most one event': other(
    'stickiness',
    { period: 'month', start: '2024-01-01', end: '2024-03-31', per_period_count: { op: 'lte', value: 1 } },
    { data: [1, 1, 0], entities: 2 },
    [
      ...at('a', '2024-01-05T08:00:00Z', '2024-02-05T08:00:00Z', '2024-03-05T08:00:00Z', '2024-03-06T08:00:00Z'),
      ...at('b', '2024-01-05T08:00:00Z'),
    ],
  ),
};

describe('a case says', () => {
  it.each(Object.entries(own))('%s', async (_, worked) => {
    expect(await runner.outcomeOf(worked)).toEqual({ kind: 'passed', id: worked.id });
  });
  it('nothing that is not understood', async () => {
    const worked = retention({ period: 'day', start: '2024-05-01', periods: 2, sampling: 0.5 }, {}, []);
    expect(await runner.outcomeOf(worked)).toMatchObject({
      kind: 'refused',
      complaint: expect.stringContaining('sampling') as string,
    });
  });
});
