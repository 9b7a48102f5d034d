import { test } from 'vitest';
import { customers, session, subscription, timeline, user } from '../oracle/timeline.js';

const { tell } = timeline({ zone: 'Europe/Rome', weekStart: 'monday' });

const one = (given: { readonly started_on: string; readonly ended_on: string | null }) => ({
  customers: customers('a'),
  subscriptions: [subscription({ customer_id: 'a', mrr: 10, ...given })],
});
const open = { subscriptions: {} };
const during = (window: object) => ({ subscriptions: { during: window } });

test('an interval is open from its first day and no more on its last', async () => {
  const company = one({ started_on: '2024-05-01', ended_on: '2024-05-03' });
  const story = { '2024-04-30': [], '2024-05-01': ['a'], '2024-05-02': ['a'], '2024-05-03': [], '2024-05-04': [] };
  await tell(company, open, story);
  await tell(company, { isPaying: { eq: true } }, story);
});

test('an interval without an end is open ever after', () =>
  tell(one({ started_on: '2024-05-01', ended_on: null }), open, {
    '2024-04-30': [],
    '2024-05-01': ['a'],
    '2034-05-01': ['a'],
  }));

test('an interval that ends on the day it starts is never open, but began in the days that hold it', async () => {
  const company = one({ started_on: '2024-05-02', ended_on: '2024-05-02' });
  await tell(company, open, { '2024-05-01': [], '2024-05-02': [], '2024-05-03': [] });
  await tell(company, during({ last: { days: 1 } }), { '2024-05-01': [], '2024-05-02': ['a'], '2024-05-03': [] });
  await tell(company, during({ last: { days: 3 } }), { '2024-05-02': ['a'], '2024-05-04': ['a'], '2024-05-05': [] });
});

test('a window meets every interval that is open on one of its days', async () => {
  const company = one({ started_on: '2024-05-01', ended_on: '2024-05-10' });
  const window = (from: string, until: string) => during({ from, until });
  const day = '2024-06-01';
  await tell(company, window('2024-04-01', '2024-05-01'), { [day]: [] });
  await tell(company, window('2024-04-01', '2024-05-02'), { [day]: ['a'] });
  await tell(company, window('2024-05-04', '2024-05-05'), { [day]: ['a'] });
  await tell(company, window('2024-05-09', '2024-05-20'), { [day]: ['a'] });
  await tell(company, window('2024-05-10', '2024-05-20'), { [day]: [] });
});

test('two windows meet an interval each by itself, the one within the other too', async () => {
  const company = one({ started_on: '2024-05-01', ended_on: '2024-05-10' });
  const both = (...windows: readonly (readonly [string, string])[]) => ({
    and: windows.map(([from, until]) => during({ from, until })),
  });
  const day = '2024-06-01';
  await tell(company, both(['2024-05-04', '2024-05-05'], ['2024-04-01', '2024-05-20']), { [day]: ['a'] });
  await tell(company, both(['2024-05-10', '2024-05-12'], ['2024-04-01', '2024-05-20']), { [day]: [] });
});

test('nothing of a window that has not begun is known, however long an interval may run', async () => {
  const company = one({ started_on: '2024-05-01', ended_on: null });
  const june = { from: '2024-06-01', until: '2024-07-01' };
  await tell(company, during(june), { '2024-05-15': [], '2024-05-31': [], '2024-06-01': ['a'], '2024-08-01': ['a'] });
  await tell(company, during({ calendar: { unit: 'MONTH', offset: 1 } }), { '2024-05-15': [] });
  const moments = { moments: { from: '2024-06-01T00:00:00Z', until: '2024-07-01T00:00:00Z' } };
  await tell(company, during(moments), { '2024-05-31': [], '2024-06-01': ['a'] });
});

test('an end is not known before it comes', async () => {
  const company = one({ started_on: '2024-05-01', ended_on: '2024-05-10' });
  const ended = { subscriptions: { during: { last: { years: 1 } }, where: { endedOn: { isNull: false } } } };
  await tell(company, ended, { '2024-05-09': [], '2024-05-10': ['a'] });
});

test('a stretch of work is open at midnight of the workspace, also on the days its clocks change', async () => {
  const work = (begins_at: string, ends_at: string) => ({
    customers: customers('a'),
    users: [user({ user_id: 1, customer_id: 'a' })],
    sessions: [session({ customer_id: 'a', user_id: 1, begins_at, ends_at, pages: 3 })],
  });
  const atWork = { openPages: { eq: 3 } };
  const summer = work('2024-03-31T20:00:00Z', '2024-03-31T22:00:00Z');
  await tell(summer, atWork, { '2024-03-30': [], '2024-03-31': ['a/1'], '2024-04-01': [] }, 'user');
  const early = work('2024-03-31T20:00:00Z', '2024-03-31T21:59:59Z');
  await tell(early, atWork, { '2024-03-31': [] }, 'user');
  const winter = work('2024-10-27T20:00:00Z', '2024-10-27T23:00:00Z');
  await tell(winter, atWork, { '2024-10-27': ['a/1'], '2024-10-28': [] }, 'user');
});
