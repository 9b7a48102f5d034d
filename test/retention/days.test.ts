import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { retentionOf } from '../../src/answers/retention/answer.js';
import { readRetention } from '../../src/answers/retention/read.js';
import { sizeOf } from '../../src/answers/measured.js';
import { populationOf, preview } from '../../src/answers/segment.js';
import { openOracle, type Opened } from '../oracle/opened.js';

/** Visits have a day and no time of day; the clocks go forward on 31 March. */
describe('rows that have but a day', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openOracle({ zone: 'Europe/Rome', weekStart: 'monday' });
  });
  afterAll(() => opened.close());

  const visits = (customer_id: string, ...days: readonly string[]) =>
    days.map((day) => ({ customer_id, day, minutes: 1 }));

  it('are counted by the calendar across a day of 23 hours', async () => {
    const { session } = await opened.fill({
      customers: [{ customer_id: 'c1' }, { customer_id: 'c2' }, { customer_id: 'c3' }],
      visits: [
        ...visits('c1', '2024-03-30', '2024-03-31', '2024-04-01'),
        ...visits('c2', '2024-03-31', '2024-04-01', '2024-04-02'),
        ...visits('c3', '2024-03-29', '2024-03-30'),
      ],
    });
    const request = {
      entry: { visits: {} },
      grain: 'DAY',
      period: { from: '2024-03-30', until: '2024-04-02' },
      asOf: '2024-04-02',
      cohorts: 'FIRST_IN_PERIOD',
    };
    const { cohorts } = await retentionOf(
      session,
      readRetention(opened.catalog, preview(session, 'customer', {}), request),
    );
    expect(cohorts.map(({ from, cells }) => [from, ...cells.map((c) => c.returned)])).toEqual([
      ['2024-03-30', 2, 1, 1],
      ['2024-03-31', 1, 1, 1],
      ['2024-04-01', 0, 0, null],
    ]);
    for (const { people } of cohorts.flatMap(({ cells }) => cells)) {
      const { whereJson, asOf, count } = people();
      expect(await sizeOf(session, populationOf(preview(session, 'customer', whereJson)), asOf)).toBe(count);
    }
  });

  it('and a first entry at midnight is of the day that begins, whatever it is counted from', async () => {
    const at = '2024-05-01T22:00:00Z';
    const { session } = await opened.fill({
      customers: [{ customer_id: 'c1' }],
      events: [{ event_id: 1, customer_id: 'c1', user_id: null, occurred_at: at }],
    });
    for (const more of [{ windows: 'ROLLING_24H' }, { noneBefore: { tickets: {} } }, {}]) {
      const period = { from: '2024-05-01', until: '2024-05-03' };
      const request = { entry: { events: {} }, grain: 'DAY', period, asOf: '2024-05-04', ...more };
      const segment = preview(session, 'customer', {});
      const { cohorts } = await retentionOf(session, readRetention(opened.catalog, segment, request));
      const sizes = cohorts.map(async ({ people }) =>
        sizeOf(session, populationOf(preview(session, 'customer', people().whereJson)), people().asOf),
      );
      expect(cohorts.map(({ size }) => size)).toEqual([0, 1]);
      expect(await Promise.all(sizes)).toEqual([0, 1]);
    }
  });
});
