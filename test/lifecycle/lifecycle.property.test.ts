import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lifecycleOf } from '../../src/answers/activity/lifecycle.js';
import { readLifecycle } from '../../src/answers/activity/read.js';
import { preview } from '../../src/answers/segment.js';
import { expectPeople, type Behind } from '../activity/agree.js';
import {
  arbitraryAsOf,
  arbitraryRows,
  arbitrarySegment,
  busyTables,
  grains,
  stretchOf,
} from '../activity/arbitrary.js';
import {
  boundaries,
  countOf,
  membersAsOf,
  periodAt,
  startOfDay,
  timesOf,
  type Grain,
  type RowsInput,
  type Stretch,
} from '../activity/by-hand.js';
import { settings } from '../oracle/arbitrary-company.js';
import { shift, type Day } from '../oracle/days.js';
import { openOracle, type Opened } from '../oracle/opened.js';
import { runs } from '../oracle/runs.js';
import type { EntityName, Json, World } from '../oracle/world.js';

interface Input extends Stretch {
  readonly activity: RowsInput;
  readonly grain: Grain;
  readonly asOf: Day;
}
const states = ['active', 'new', 'returning', 'resurrecting', 'dormant'] as const;
type Point = Readonly<Record<(typeof states)[number], readonly string[]>> & { readonly complete: boolean };

/** Each period by itself: who was active in it, in the one before, and ever before. */
function byHand(world: World, entity: EntityName, where: Json, input: Input): readonly Point[] {
  const at = boundaries(input.grain, input, world);
  const known = startOfDay(shift(input.asOf, 1), world.zone);
  const members = membersAsOf(world, entity, where, input.asOf).map((member) => {
    const periods = timesOf(world, entity, member, input.activity, input.asOf).map((t) => periodAt(at, t));
    return { name: member.name, periods };
  });
  const those = (holds: (periods: readonly number[]) => boolean) =>
    members.filter(({ periods }) => holds(periods)).map(({ name }) => name);
  return Array.from({ length: countOf(at, input, world.zone) }, (_, k) => ({
    complete: at(k + 1) <= known,
    active: those((p) => p.includes(k)),
    new: those((p) => p.includes(k) && p.every((other) => other >= k)),
    returning: those((p) => p.includes(k) && p.includes(k - 1)),
    resurrecting: those((p) => p.includes(k) && !p.includes(k - 1) && p.some((other) => other < k)),
    dormant: those((p) => p.includes(k - 1) && !p.includes(k)),
  }));
}

/** States that somebody was in, by grain. */
const seen = new Set<string>();
afterAll(() => {
  const every = states.flatMap((state) => ['HOUR', 'DAY', 'WEEK'].map((grain) => `${state} ${grain}`));
  expect(every.filter((kind) => !seen.has(kind))).toEqual([]);
});

describe.each(settings)('in $zone', (setting) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openOracle(setting);
  });
  afterAll(() => opened.close());

  const request = fc
    .constantFrom(...grains)
    .chain((grain) =>
      fc
        .record({ activity: arbitraryRows, stretch: stretchOf(setting, grain), asOf: arbitraryAsOf(setting) })
        .map(({ stretch, ...rest }): Input => ({ ...rest, ...stretch, grain })),
    );
  const company = fc.record({
    tables: busyTables(setting),
    questions: fc.array(fc.record({ segment: arbitrarySegment, request }), { minLength: 10, maxLength: 10 }),
  });

  test('members are of the states found member by member; new, returning and resurrecting are the active', () =>
    fc.assert(
      fc.asyncProperty(company, async ({ tables, questions }) => {
        const { session, world } = await opened.fill(tables);
        for (const { segment, request: input } of questions) {
          const { entity, where } = segment;
          const read = readLifecycle(session.catalog, preview(session, entity, where), input);
          const { points } = await lifecycleOf(session, read);
          const expected = byHand(world, entity, where, input);
          expect({ input, points: points.map((p) => counts(p, (people) => people.count)) }).toEqual({
            input,
            points: expected.map((p) => counts(p, (names) => names.length)),
          });
          for (const { new: first, returning, resurrecting, active } of points)
            expect(first.count + returning.count + resurrecting.count).toBe(active.count);
          const numbers = points.flatMap((p, i) =>
            states.map((s): Behind => ({ what: `${s} ${String(i)}`, people: p[s], byHand: expected[i]?.[s] ?? [] })),
          );
          for (const { what, byHand: names } of numbers)
            if (names.length > 0) seen.add(`${what.split(' ')[0] ?? ''} ${input.grain}`);
          await expectPeople(session, few(numbers));
        }
      }),
      runs(2, setting),
    ));
});

type Numbers<T> = Readonly<Record<(typeof states)[number], T>> & { readonly complete: boolean };
const counts = <T>(point: Numbers<T>, count: (of: T) => number) => ({
  complete: point.complete,
  ...Object.fromEntries(states.map((s) => [s, count(point[s])])),
});

const few = (numbers: readonly Behind[]): readonly Behind[] => [
  ...numbers.filter(({ byHand: names }) => names.length > 0).slice(0, 6),
  ...numbers.filter(({ byHand: names }) => names.length === 0).slice(0, 1),
];
