import { describe, expect, it } from 'vitest';
import { readPeriod } from '../../src/catalog/where/index.js';

const context = { asOf: '2026-06-30', weekStart: 'monday', path: ['period'] } as const;
const periodOf = (input: unknown, more: Partial<Parameters<typeof readPeriod>[1]> = {}) =>
  readPeriod(input, { ...context, ...more });

describe('a period', () => {
  it.each([
    ['left out: the 30 days that end with the day', undefined, '2026-06-01', '2026-07-01'],
    ['null: the same', null, '2026-06-01', '2026-07-01'],
    ['from and until, half-open', { from: '2026-01-01', until: '2026-02-01' }, '2026-01-01', '2026-02-01'],
    ['last 7 days', { last: { days: 7 } }, '2026-06-24', '2026-07-01'],
    ['last 12 months', { last: { months: 12 } }, '2025-07-01', '2026-07-01'],
    ['this quarter', { calendar: { unit: 'QUARTER' } }, '2026-04-01', '2026-07-01'],
    ['the month before', { calendar: { unit: 'MONTH', offset: -1 } }, '2026-05-01', '2026-06-01'],
    ['this week, from Monday', { calendar: { unit: 'WEEK' } }, '2026-06-29', '2026-07-06'],
  ])('%s', (_, input, from, until) => {
    expect(periodOf(input)).toEqual({ value: { from, until }, problems: [] });
  });

  it('begins its weeks on Sunday where the workspace does', () => {
    expect(periodOf({ calendar: { unit: 'WEEK' } }, { weekStart: 'sunday' }).value).toEqual({
      from: '2026-06-28',
      until: '2026-07-05',
    });
  });
});

describe('a mistaken period', () => {
  it.each([
    ['a text', 'June', ['WRONG_SHAPE period']],
    ['nothing in it', {}, ['MISSING_VALUE period']],
    [
      'an unknown field',
      { form: '2026-01-01', until: '2026-02-01' },
      ['UNKNOWN_FIELD period.form', 'MISSING_VALUE period.from'],
    ],
    ['only one end', { from: '2026-01-01' }, ['MISSING_VALUE period.until']],
    ['only the other end, and wrong', { until: 'x' }, ['MISSING_VALUE period.from', 'BAD_DATE period.until']],
    ['two kinds', { last: { days: 1 }, calendar: { unit: 'DAY' } }, ['CONFLICTING_FIELDS period']],
    ['from after until', { from: '2026-02-01', until: '2026-01-01' }, ['EMPTY_RANGE period']],
    ['hours', { last: { hours: 1 } }, ['NOT_WHOLE_DAYS period.last.hours']],
    ['a null part', { last: null }, ['NULL_VALUE period.last']],
  ])('%s', (_, input, expected) => {
    const { value, problems } = periodOf(input);
    expect(value).toBeUndefined();
    expect(problems.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual(expected);
  });
});
