import { describe, expect, test } from 'vitest';
import { customers, event, timeline, visit } from '../oracle/timeline.js';

/** One customer who did something once, and is asked about from day to day. */
const once = (occurred_at: string) => ({
  customers: customers('a'),
  events: [event({ customer_id: 'a', user_id: 1, occurred_at })],
});
const events = (during: object) => ({ events: { during } });

describe('windows', () => {
  const { tell } = timeline({ zone: 'Europe/Rome', weekStart: 'monday' });
  const may3 = once('2024-05-03T10:00:00Z');

  test('the last seven days end with the day asked about', async () => {
    const story = { '2024-05-02': [], '2024-05-03': ['a'], '2024-05-09': ['a'], '2024-05-10': [] };
    await tell(may3, events({ last: { days: 7 } }), story);
    await tell(may3, events({ last: { weeks: 1 } }), story);
    await tell(may3, { events7d: { gte: 1 } }, story);
  });

  test('the seven days before those', () =>
    tell(may3, events({ last: { days: 7 }, ago: { days: 7 } }), {
      '2024-05-09': [],
      '2024-05-10': ['a'],
      '2024-05-16': ['a'],
      '2024-05-17': [],
    }));

  test('a month is as long as the calendar says, and one that would begin on 30 February begins on its last day', () =>
    tell(once('2024-02-29T10:00:00Z'), events({ last: { months: 1 } }), {
      '2024-02-28': [],
      '2024-02-29': ['a'],
      '2024-03-28': ['a'],
      '2024-03-30': ['a'],
      '2024-03-31': [],
    }));

  test('a calendar week, and the one before', async () => {
    const story = { '2024-04-28': [], '2024-04-29': [], '2024-05-03': ['a'], '2024-05-05': ['a'], '2024-05-06': [] };
    await tell(may3, events({ calendar: { unit: 'WEEK' } }), story);
    await tell(may3, events({ calendar: { unit: 'WEEK', offset: -1 } }), {
      '2024-05-05': [],
      '2024-05-06': ['a'],
      '2024-05-12': ['a'],
      '2024-05-13': [],
    });
  });

  test('given days are half-open, and know nothing of what is to come', async () => {
    const story = { '2024-05-02': [], '2024-05-03': ['a'], '2030-01-01': ['a'] };
    await tell(may3, events({ from: '2024-05-03', until: '2024-05-04' }), story);
    await tell(may3, events({ from: '2024-05-03' }), story);
    await tell(may3, events({ until: '2024-05-04' }), story);
    await tell(may3, events({ until: '2024-05-03' }), { '2024-05-02': [], '2024-05-03': [], '2030-01-01': [] });
  });

  test('moments are half-open', async () => {
    const between = (from: string, until: string) => events({ moments: { from, until } });
    const day = '2024-05-03';
    await tell(may3, between('2024-05-03T10:00:00Z', '2024-05-03T10:00:01Z'), { [day]: ['a'], '2024-05-02': [] });
    await tell(may3, between('2024-05-03T09:00:00Z', '2024-05-03T10:00:00Z'), { [day]: [] });
  });

  test('a date may lie ahead', () =>
    tell(
      { customers: customers('a'), visits: [visit({ customer_id: 'a', day: '2024-05-03' })] },
      { firstVisitOn: { last: { days: 2 } } },
      { '2024-05-02': [], '2024-05-03': ['a'], '2024-05-04': ['a'], '2024-05-05': [] },
    ));

  test('the next days begin with the day asked about', () =>
    tell(
      { customers: [{ ...customers('a')[0], trial_ends_at: '2024-05-10T00:00:00' }] },
      { trialEndsAt: { next: { days: 3 } } },
      { '2024-05-07': [], '2024-05-08': ['a'], '2024-05-10': ['a'], '2024-05-11': [] },
    ));
});

describe('days of 23 and 25 hours', () => {
  const { tell } = timeline({ zone: 'Europe/Rome', weekStart: 'monday' });
  const today = events({ last: { days: 1 } });

  test.each([
    ['the first second of a short day', '2024-03-30T23:00:00Z', '2024-03-31'],
    ['the last second of a short day', '2024-03-31T21:59:59Z', '2024-03-31'],
    ['the first second after it', '2024-03-31T22:00:00Z', '2024-04-01'],
    ['the first second of a long day', '2024-10-26T22:00:00Z', '2024-10-27'],
    ['the hour that comes twice', '2024-10-27T01:30:00Z', '2024-10-27'],
    ['the last second of a long day', '2024-10-27T22:59:59Z', '2024-10-27'],
    ['the first second after that', '2024-10-27T23:00:00Z', '2024-10-28'],
  ])('%s', async (_, instant, day) => {
    const [before, after] = [-1, 1].map((n) => new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10));
    await tell(once(instant), today, { [String(before)]: [], [day]: ['a'], [String(after)]: [] });
  });
});

describe('a day without a midnight', () => {
  const { tell } = timeline({ zone: 'America/Sao_Paulo', weekStart: 'sunday' });

  test('begins at one', async () => {
    const today = events({ last: { days: 1 } });
    await tell(once('2018-11-04T02:59:59Z'), today, { '2018-11-03': ['a'], '2018-11-04': [] });
    await tell(once('2018-11-04T03:00:00Z'), today, { '2018-11-03': [], '2018-11-04': ['a'] });
  });

  test('and its week begins on Sunday', () =>
    tell(once('2018-11-04T12:00:00Z'), events({ calendar: { unit: 'WEEK' } }), {
      '2018-11-03': [],
      '2018-11-04': ['a'],
      '2018-11-10': ['a'],
      '2018-11-11': [],
    }));
});

describe('each zone has its own day', () => {
  const rome = timeline({ zone: 'Europe/Rome', weekStart: 'monday' });
  const newYork = timeline({ zone: 'America/New_York', weekStart: 'monday' });
  const late = once('2024-05-03T22:30:00Z');

  test('of the same instant', async () => {
    await rome.tell(late, { lastSeenOn: { on: '2024-05-04' } }, { '2024-05-03': [], '2024-05-04': ['a'] });
    await newYork.tell(late, { lastSeenOn: { on: '2024-05-03' } }, { '2024-05-03': ['a'], '2024-05-04': ['a'] });
    expect(late.events).toHaveLength(1);
  });
});
