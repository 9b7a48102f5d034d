import fc, { type Arbitrary } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { retentionOf } from '../../src/answers/retention/answer.js';
import { readRetention } from '../../src/answers/retention/read.js';
import type { RetentionCohort } from '../../src/answers/retention/cells.js';
import { preview } from '../../src/answers/segment.js';
import {
  arbitraryAsOf,
  arbitraryRows,
  arbitrarySegment,
  busyTables,
  grains,
  stretchOf,
} from '../activity/arbitrary.js';
import { expectPeople, type Behind } from '../activity/agree.js';
import { settings, type Setting } from '../oracle/arbitrary-company.js';
import { openOracle, type Opened } from '../oracle/opened.js';
import { runs } from '../oracle/runs.js';
import { retentionByHand, valueOf, type CohortByHand, type RetentionInput } from './by-hand.js';

const columns = fc.oneof(
  fc.record({ columns: fc.integer({ min: 0, max: 4 }) }),
  fc.constant<{ columns?: number }>({}),
  fc.constantFrom(
    {
      brackets: [
        { from: 1, until: 3 },
        { from: 3, until: 4 },
      ],
    },
    { brackets: [{ from: 2, until: 5 }, { from: 1 }] },
  ),
);

function arbitraryRequest(setting: Setting): Arbitrary<RetentionInput> {
  return fc.constantFrom(...grains).chain((grain) =>
    fc
      .record({
        rows: fc.record(
          { entry: arbitraryRows, return: arbitraryRows, noneBefore: arbitraryRows },
          { requiredKeys: ['entry'] },
        ),
        cohorts: fc.constantFrom('FIRST_TIME' as const, 'FIRST_IN_PERIOD' as const, 'RECURRING' as const),
        stretch: stretchOf(setting, grain),
        columns,
        windows: fc.constantFrom('CALENDAR' as const, 'ROLLING_24H' as const),
        reach: fc.constantFrom('ON' as const, 'ON_OR_AFTER' as const),
        times: fc.constantFrom(1, 1, 2),
        asOf: arbitraryAsOf(setting),
        cutShort: fc.boolean(),
      })
      .map(({ rows, stretch, columns: given, cutShort, ...rest }) => ({
        ...rows,
        ...stretch,
        ...(grain === 'HOUR' && !('brackets' in given) ? { columns: 3 } : given),
        ...rest,
        grain,
        ...(cutShort && stretch.moments && { until: stretch.moments.until }),
      })),
  );
}

const numbersOf = (cohorts: readonly RetentionCohort[]) =>
  cohorts.map(({ size, complete, cells }) => ({
    size,
    complete,
    cells: cells.slice(1).map((c) => ({ soFar: c.soFar, returned: c.returned, complete: c.complete })),
  }));
const numbersByHand = (cohorts: readonly CohortByHand[]) =>
  cohorts.map(({ members, complete, cells }) => ({
    size: members.length,
    complete,
    cells: cells.map((c) => ({
      soFar: c.members.length,
      returned: c.complete ? c.members.length : null,
      complete: c.complete,
    })),
  }));
const peopleOf = (cohorts: readonly RetentionCohort[], byHand: readonly CohortByHand[]): readonly Behind[] =>
  cohorts.flatMap((cohort, c) => [
    { what: `cohort ${String(c)}`, people: cohort.people(), byHand: byHand[c]?.members ?? [] },
    ...cohort.cells.slice(1).map((cell, k) => ({
      what: `cell ${String(c)} ${String(k)}`,
      people: cell.people(),
      byHand: byHand[c]?.cells[k]?.members ?? [],
    })),
  ]);

const attributes = { customer: ['by', 'INDUSTRY', 'industry'], user: ['byUser', 'ROLE', 'role'] } as const;

/** Kinds of cells that somebody was in, so that agreement is not about nothing. */
const seen = new Set<string>();
const note = (
  { cohorts, windows, reach, grain, times, noneBefore }: RetentionInput,
  byHand: readonly CohortByHand[],
) => {
  if (!byHand.some(({ cells }) => cells.some(({ members }) => members.length > 0))) return;
  for (const kind of [`${cohorts} ${windows}`, reach, grain, `${String(times)} times`]) seen.add(kind);
  if (noneBefore) seen.add('noneBefore');
};
afterAll(() => {
  const every = ['FIRST_TIME', 'FIRST_IN_PERIOD', 'RECURRING'].flatMap((c) => [`${c} CALENDAR`, `${c} ROLLING_24H`]);
  const others = ['ON', 'ON_OR_AFTER', 'HOUR', 'DAY', 'WEEK', 'MONTH', '1 times', '2 times', 'noneBefore'];
  expect([...every, ...others].filter((kind) => !seen.has(kind))).toEqual([]);
});

/** Those that somebody is in first. */
const few = (numbers: readonly Behind[]): readonly Behind[] => [
  ...numbers.filter(({ byHand }) => byHand.length > 0).slice(0, 5),
  ...numbers.filter(({ byHand }) => byHand.length === 0).slice(0, 1),
];

describe.each(settings)('in $zone', (setting) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openOracle(setting);
  });
  afterAll(() => opened.close());

  const asked = fc.record({ segment: arbitrarySegment, request: arbitraryRequest(setting) });
  const company = fc.record({
    tables: busyTables(setting),
    questions: fc.array(asked, { minLength: 12, maxLength: 12 }),
  });

  test('cells are what is found member by member, and their people are those', () =>
    fc.assert(
      fc.asyncProperty(company, async ({ tables, questions }) => {
        const { session, world } = await opened.fill(tables);
        for (const { segment, request } of questions) {
          const { entity, where } = segment;
          const read = readRetention(session.catalog, preview(session, entity, where), request);
          const { cohorts } = await retentionOf(session, read);
          const byHand = retentionByHand(world, entity, where, request);
          expect({ request, cohorts: numbersOf(cohorts) }).toEqual({ request, cohorts: numbersByHand(byHand) });
          note(request, byHand);
          await expectPeople(session, few(peopleOf(cohorts, byHand)));
        }
      }),
      runs(3, setting),
    ));

  test('groups by an attribute are retentions of their own and add up', () =>
    fc.assert(
      fc.asyncProperty(company, async ({ tables, questions }) => {
        const { session, world } = await opened.fill(tables);
        for (const { segment, request } of questions.slice(0, 3)) {
          const { entity, where } = segment;
          const [field, name, attribute] = attributes[entity];
          const read = readRetention(session.catalog, preview(session, entity, where), { ...request, [field]: name });
          const { cohorts, series } = await retentionOf(session, read);
          const sizes = series.flatMap(({ cohorts: own }) => own.map(({ size }) => size));
          expect(sizes.reduce((a, b) => a + b, 0)).toBe(cohorts.reduce((a, { size }) => a + size, 0));
          for (const { value, cohorts: own } of series) {
            const byHand = retentionByHand(world, entity, where, request, (member) =>
              Object.is(valueOf(world, entity, attribute, member, request.asOf), value),
            );
            expect({ value, cohorts: numbersOf(own) }).toEqual({ value, cohorts: numbersByHand(byHand) });
            await expectPeople(session, few(peopleOf(own, byHand)).slice(0, 4));
          }
        }
      }),
      runs(1, setting),
    ));
});
