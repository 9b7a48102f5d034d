import fc, { type Arbitrary } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cohortsOf, type Cohorts } from '../../src/answers/cohorts/cohorts.js';
import { readCohorts } from '../../src/answers/cohorts/read.js';
import { createMetricsLoader } from '../../src/answers/metrics.js';
import { preview } from '../../src/answers/segment.js';
import type { Session } from '../../src/answers/session.js';
import { camelCase, enumCase } from '../../src/catalog/names.js';
import { membersByHand } from '../oracle/agree.js';
import { arbitraryTables, settings, type Setting } from '../oracle/arbitrary-company.js';
import { arbitrarySegments, arbitraryWhereOf, usualDay } from '../oracle/arbitrary-question.js';
import { shift } from '../oracle/days.js';
import { openOracle, type Opened } from '../oracle/opened.js';
import { runs } from '../oracle/runs.js';
import type { World } from '../oracle/world.js';
import { cellByHand, cohortsByHand, elapsed, ownTimeByHand, type HandQuestion } from './by-hand.js';

const starts: readonly HandQuestion['start'][] = [
  ...['created_on', 'trial_ends_at', 'signed_at', 'first_visit_on', 'renews_on'].map((attribute) => ({ attribute })),
  ...[{ fact: 'events' }, { fact: 'events', name: 'login' }, { fact: 'subscriptions' }, { fact: 'sessions' }],
];
/** Some of every kind: states of members and of intervals, flows, changes, formulas, rates. */
const metrics = [
  ...[
    'all_customers',
    'customers',
    'mrr',
    'mrr_at_start',
    'running',
    'event_count',
    'active_users',
    'logins',
    'solved',
  ],
  ...['amount_per_event', 'csat', 'logo_churn_rate', 'mrr_gained', 'arpa', 'mean_engagement', 'active_users_30d'],
  ...['latest_seconds', 'user_count', 'mrr_kept_rate', 'visit_minutes', 'customers_at_start'],
];
/** Those that one scan of snapshots can tell. */
const states = ['all_customers', 'customers', 'mean_engagement', 'engaged_share', 'large_customers'];
/** Totals of rows, which add up over members. */
const ownMetrics = ['mrr', 'mrr_at_start', 'running', 'event_count', 'logins', 'solved', 'visit_minutes', 'started'];
const ages = 3;

interface AskedOf extends HandQuestion {
  readonly own: boolean;
  /** Whether there are cohorts that start after the day the question is as of, too. */
  readonly until: 'the end' | 'as of';
}

function asked(opened: Opened, setting: Setting, kept: boolean): Arbitrary<AskedOf> {
  const where = fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: arbitraryWhereOf(opened.catalog, 'customer', setting) },
  );
  const rest = {
    where,
    asOf: usualDay(setting),
    until: fc.constantFrom('the end', 'as of'),
    start: fc.constantFrom(...starts),
    grain: fc.constantFrom('DAY', 'WEEK', 'WEEK', 'MONTH'),
    unit: fc.constantFrom('DAY', 'WEEK', 'WEEK', 'MONTH'),
  } as const;
  return fc.oneof(
    fc.record({
      ...rest,
      metric: fc.constantFrom(...metrics, ...(kept ? [...states, ...states, ...states] : [])),
      own: fc.constant(false),
    }),
    fc.record({ ...rest, metric: fc.constantFrom(...ownMetrics), own: fc.constant(true) }),
    // Cohorts that are all full are told their sizes by cells of such metrics.
    fc.record({
      ...rest,
      ...{ grain: fc.constant('DAY' as const), until: fc.constant('as of' as const), own: fc.constant(false) },
      metric: fc.constantFrom(...states, ...metrics),
    }),
  );
}

function bySql(given: Session, setting: Setting, q: AskedOf): Promise<Cohorts> {
  const catalog = { ...given.catalog, dataAsOf: '2030-01-01' };
  const session = { ...given, catalog, metrics: createMetricsLoader(catalog, given.run) };
  const segment = preview(session, 'customer', q.where);
  const start =
    'attribute' in q.start
      ? { attribute: enumCase(q.start.attribute) }
      : { first: { [camelCase(q.start.fact)]: q.start.name === undefined ? {} : { name: { eq: q.start.name } } } };
  const end = shift(setting.from, setting.days);
  const dayAfter = shift(q.asOf, 1);
  const isWithin = (day: string): boolean => setting.from < day && day < end;
  const request = {
    ...{ start, grain: q.grain, age: q.unit, ages, metric: enumCase(q.metric), asOf: q.asOf },
    ...{
      clock: q.own ? 'MEMBER' : 'COHORT',
      period: { from: setting.from, until: q.until === 'as of' && isWithin(dayAfter) ? dayAfter : end },
    },
  };
  return cohortsOf(session, segment, readCohorts(session, segment, request));
}

const zeroWhereNothing = ['mrr', 'mrr_at_start', 'mrr_gained', 'visit_minutes'];
let mature = 0;
let inOneScan = 0;
let sizesFromCells = 0;

/** The last of them from snapshots of every day. */
const kinds = settings.map((setting, i) => ({ setting, zone: setting.zone, kept: i === settings.length - 1 }));

describe.each(kinds)('cohorts in $zone, from snapshots: $kept', ({ kept, setting }) => {
  let opened: Opened;
  beforeAll(async () => {
    const days = Array.from({ length: setting.days + 40 }, (_, n) => shift(setting.from, n - 2));
    opened = await openOracle(setting, kept ? { kept: { days, attributes: () => true } } : {});
  });
  afterAll(() => opened.close());

  test('are those worked out member by member', () =>
    fc.assert(
      fc.asyncProperty(
        fc.record({ tables: arbitraryTables(setting), segments: arbitrarySegments(opened.catalog, setting) }),
        fc.array(asked(opened, setting, kept), { minLength: 16, maxLength: 16 }),
        async ({ tables, segments }, questions) => {
          const { session, world } = await opened.fill(tables, segments);
          for (const q of questions) {
            const before = session.ran.length;
            const found = await bySql(session, setting, q);
            if (!session.ran.slice(before).some(({ sql }) => sql.includes('cast(_size as'))) sizesFromCells += 1;
            await agree(world, q, found);
          }
          inOneScan += session.ran.filter(
            ({ sql }) => /_day (in|between)/.test(sql) && sql.includes('_day >= '),
          ).length;
        },
      ),
      runs(1, setting),
    ));
});

test('many cells were compared, some of which were asked for in one scan or told the sizes', () => {
  expect(mature).toBeGreaterThan(300);
  expect(inOneScan).toBeGreaterThan(0);
  expect(sizesFromCells).toBeGreaterThan(0);
});

async function agree(world: World, q: AskedOf, found: Cohorts): Promise<void> {
  const byHand = cohortsByHand(world, q);
  const { where, ...told } = { ...q, where: JSON.stringify(q.where) };
  for (const { period, size, people, cells } of found.cohorts) {
    const members = byHand.get(period.from) ?? [];
    expect({ ...told, where, size }).toEqual({ ...told, where, size: members.length });
    const peopleByHand = (json: unknown) => membersByHand(world, { entity: 'customer', where: json, day: q.asOf });
    expect(peopleByHand(people.whereJson)).toHaveLength(people.count);
    for (const { age, complete, value, people: counted } of cells) {
      expect({ ...told, age, complete }).toEqual({
        ...told,
        age,
        complete: elapsed(q, period.from, age, q.own, world.weekStart),
      });
      if (!complete) expect(value).toBeNull();
      else {
        const expected = q.own
          ? ownTimeByHand(world, q, members, age)
          : (cellByHand(world, q, members, period.from, age).value ?? (zeroWhereNothing.includes(q.metric) ? 0 : null));
        const at = `${JSON.stringify(told)} ${where} ${period.from} at ${String(age)}`;
        if (expected === null) expect(value, at).toBeNull();
        else expect(value, at).toBeCloseTo(expected, 9);
        if (counted) expect(peopleByHand(counted.whereJson), at).toHaveLength(counted.count);
        mature += 1;
      }
    }
  }
  const withoutStart = await found.withoutStart();
  const unplaced = membersByHand(world, { entity: 'customer', where: withoutStart.whereJson, day: q.asOf });
  expect([withoutStart.count, unplaced.length]).toEqual([byHand.get('')?.length ?? 0, byHand.get('')?.length ?? 0]);
}
