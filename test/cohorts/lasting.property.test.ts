import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cohortsOf } from '../../src/answers/cohorts/cohorts.js';
import { readCohorts } from '../../src/answers/cohorts/read.js';
import { createMetricsLoader } from '../../src/answers/metrics.js';
import { preview } from '../../src/answers/segment.js';
import type { Session } from '../../src/answers/session.js';
import { enumCase } from '../../src/catalog/names.js';
import { arbitraryTables, settings, type Setting } from '../oracle/arbitrary-company.js';
import { arbitrarySegments, arbitraryWhereOf } from '../oracle/arbitrary-question.js';
import { shift } from '../oracle/days.js';
import { openOracle, type Opened } from '../oracle/opened.js';
import { runs } from '../oracle/runs.js';

/** Days that stay once they have come, such that were known before, and such that go again. */
const starts = ['created_on', 'first_visit_on', 'first_visit_on', 'trial_ends_at', 'renews_on', 'last_seen_on'];
/** How long cohorts and their ages are; cohorts that are not full yet have ages that end before some of theirs start. */
const lengths = ['DAY by DAY', 'WEEK by WEEK', 'WEEK by WEEK', 'WEEK by DAY', 'DAY by WEEK', 'MONTH by WEEK'];
const metrics = ['all_customers', 'customers', 'mean_engagement', 'engaged_share', 'large_customers'];
const digits = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(12)));

const request = (setting: Setting, metric: fc.Arbitrary<string>, start: fc.Arbitrary<string>) =>
  fc.record({
    start: start.map((name) => ({ attribute: enumCase(name) })),
    ages: fc.constant(5),
    metric: metric.map(enumCase),
    asOf: fc.integer({ min: 12, max: setting.days + 9 }).map((n) => shift(setting.from, n)),
    period: fc.constant({ from: setting.from, until: shift(setting.from, setting.days) }),
  });

const arbitraryAsked = (opened: Opened, setting: Setting) =>
  fc.oneof(
    fc.record({
      where: fc.oneof(
        { weight: 4, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: arbitraryWhereOf(opened.catalog, 'customer', setting) },
      ),
      lengths: fc.constantFrom(...lengths).map((each) => each.split(' by ')),
      request: request(setting, fc.constantFrom(...metrics), fc.constantFrom(...starts)),
    }),
    // Several members of each cohort, who began on several days.
    fc.record({
      where: fc.constant({}),
      lengths: fc.constant(['WEEK', 'WEEK']),
      request: request(setting, fc.constantFrom('all_customers', 'mean_engagement'), fc.constant('first_visit_on')),
    }),
  );
/** Most of the customers there are from the first day on, and visit: else few would begin, and seldom two in one cohort. */
const arbitraryVisited = (setting: Setting) =>
  fc
    .tuple(arbitraryTables(setting), fc.array(fc.option(fc.nat(13), { freq: 6 }), { minLength: 8, maxLength: 8 }))
    .map(([tables, visits]) => {
      const customers = (tables['customers'] ?? []).map((row, i) =>
        typeof visits[i] === 'number' ? { ...row, created_on: setting.from } : row,
      );
      const first = customers.flatMap(({ customer_id = null }, i) => {
        const after = visits[i];
        return typeof after === 'number' ? [{ customer_id, day: shift(setting.from, after + 1), minutes: 15 }] : [];
      });
      return { ...tables, customers, visits: [...(tables['visits'] ?? []), ...first] };
    });
type Asked = ReturnType<typeof arbitraryAsked> extends fc.Arbitrary<infer T> ? T : never;

async function answer(given: Session, { where, lengths: [grain, age], request }: Asked) {
  const session = { ...given, metrics: createMetricsLoader(given.catalog, given.run) };
  const segment = preview(session, 'customer', where);
  const q = readCohorts(session, segment, { ...request, grain, age });
  const { cohorts, withoutStart } = await cohortsOf(session, segment, q);
  return {
    withoutStart: (await withoutStart()).count,
    cohorts: cohorts.map(({ period, size, cells }) => ({
      ...{ period, size },
      cells: cells.map(({ value, n, nullReason }) => [digits(value), n, nullReason]),
    })),
  };
}

let alone = 0;
let joined = 0;
let byDayFirst = 0;
let several = 0;

describe.each(settings.slice(0, 2))('cohorts in $zone', (setting) => {
  let opened: Opened;
  beforeAll(async () => {
    const days = Array.from({ length: setting.days + 12 }, (_, n) => shift(setting.from, n - 2));
    opened = await openOracle(setting, { kept: { days, attributes: () => true } });
  });
  afterAll(() => opened.close());

  test('are the same from rows that tell their own cohort, joined to the members, where their own day is not kept, and from the facts', () =>
    fc.assert(
      fc.asyncProperty(
        fc.record({ tables: arbitraryVisited(setting), segments: arbitrarySegments(opened.catalog, setting) }),
        fc.array(arbitraryAsked(opened, setting), { minLength: 15, maxLength: 15 }),
        async ({ tables, segments }, questions) => {
          const { session } = await opened.fill(tables, segments);
          const { snapshots, ...rest } = { ...session.catalog, dataAsOf: '2030-01-01' };
          if (!snapshots) throw new Error('there are snapshots');
          for (const asked of questions) {
            const before = session.ran.length;
            const own = await answer({ ...session, catalog: { ...rest, snapshots } }, asked);
            const together = session.ran.slice(before).filter(({ sql }) => /_day (in|between)/.test(sql));
            alone += together.filter(({ sql }) => !sql.includes('members_')).length;
            joined += together.filter(({ sql }) => sql.includes('members_')).length;
            byDayFirst += together.filter(({ sql }) => sql.includes('sum(_count)')).length;
            several += own.cohorts.flatMap(({ cells }) => cells).filter(([, n]) => Number(n) > 1).length;
            const none = { ...snapshots, lasting: new Set<string>() };
            const byMembers = await answer({ ...session, catalog: { ...rest, snapshots: none } }, asked);
            expect({ asked, ...own }).toEqual({ asked, ...byMembers });
            const days = new Set([...snapshots.days].filter((day) => day !== asked.request.asOf));
            const withoutTheirDay = await answer(
              { ...session, catalog: { ...rest, snapshots: { ...snapshots, days } } },
              asked,
            );
            expect({ asked, ...own }).toEqual({ asked, ...withoutTheirDay });
            expect({ asked, ...own }).toEqual({ asked, ...(await answer({ ...session, catalog: rest }, asked)) });
          }
        },
      ),
      runs(2, setting),
    ));
});

test('some were told by rows of their own and some by the members', () => {
  expect(alone).toBeGreaterThan(5);
  expect(joined).toBeGreaterThan(5);
  expect(byDayFirst).toBeGreaterThan(5);
  expect(several).toBeGreaterThan(50);
});
