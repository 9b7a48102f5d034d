import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readStickiness } from '../../src/answers/activity/read.js';
import { stickinessOf } from '../../src/answers/activity/stickiness.js';
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
  instant,
  membersAsOf,
  periodAt,
  startOfDay,
  timesOf,
  type Grain,
  type RowsInput,
  type Stretch,
} from '../activity/by-hand.js';
import { settings } from '../oracle/arbitrary-company.js';
import type { Day } from '../oracle/days.js';
import { openOracle, type Opened } from '../oracle/opened.js';
import { runs } from '../oracle/runs.js';
import type { EntityName, Json, World } from '../oracle/world.js';

interface Input extends Stretch {
  readonly activity: RowsInput;
  readonly grain: Grain;
  readonly every: number;
  readonly rows?: { readonly gte?: number; readonly lte?: number };
  readonly asOf: Day;
}

/** Which periods each member was active in often enough; for hours those that end with the stretch. */
function byHand(world: World, entity: EntityName, where: Json, input: Input) {
  const { zone } = world;
  const end = input.moments ? instant(input.moments.until, zone) : startOfDay(input.period?.until ?? '', zone);
  const begin = input.moments ? instant(input.moments.from, zone) : startOfDay(input.period?.from ?? '', zone);
  const forward = boundaries(input.grain, input, world);
  const units = countOf(forward, input, zone);
  const at = input.grain === 'HOUR' ? (k: number) => end + (k - units) * 3_600_000 : forward;
  const periods = Math.ceil(units / input.every);
  const enough = (n: number) => n >= (input.rows?.gte ?? 1) && n <= (input.rows?.lte ?? Infinity);
  const members = membersAsOf(world, entity, where, input.asOf).map((member) => {
    const active = timesOf(world, entity, member, input.activity, input.asOf)
      .filter((t) => t >= begin && t < end)
      .map((t) => Math.floor((units - 1 - periodAt(at, t)) / input.every));
    const counted = [...new Set(active)].filter((p) => enough(active.filter((other) => other === p).length));
    return { name: member.name, active: counted.length };
  });
  const those = (holds: (active: number) => boolean) => members.filter((m) => holds(m.active)).map((m) => m.name);
  return {
    active: those((n) => n >= 1),
    buckets: Array.from({ length: periods }, (_, i) => ({
      exactly: those((n) => n === i + 1),
      atLeast: those((n) => n >= i + 1),
    })),
  };
}

/** Kinds of questions with somebody in a bucket beyond the first. */
const seen = new Set<string>();
afterAll(() => {
  const every = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'every 1', 'every 2', 'every 3', 'gte', 'lte'];
  expect(every.filter((kind) => !seen.has(kind))).toEqual([]);
});

describe.each(settings)('in $zone', (setting) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openOracle(setting);
  });
  afterAll(() => opened.close());

  const request = fc.constantFrom(...grains).chain((grain) =>
    fc
      .record({
        activity: arbitraryRows,
        stretch: stretchOf(setting, grain),
        asOf: arbitraryAsOf(setting),
        every: fc.constantFrom(1, 1, 2, 3),
        rows: fc.constantFrom<Pick<Input, 'rows'>[]>({}, {}, { rows: { gte: 2 } }, { rows: { lte: 1 } }),
      })
      .map(({ stretch, rows, ...rest }): Input => ({ ...rest, ...stretch, ...rows, grain })),
  );
  const company = fc.record({
    tables: busyTables(setting),
    questions: fc.array(fc.record({ segment: arbitrarySegment, request }), { minLength: 14, maxLength: 14 }),
  });

  test('buckets hold those found member by member', () =>
    fc.assert(
      fc.asyncProperty(company, async ({ tables, questions }) => {
        const { session, world } = await opened.fill(tables);
        for (const { segment, request: input } of questions) {
          const { entity, where } = segment;
          const read = readStickiness(session.catalog, preview(session, entity, where), input);
          const found = await stickinessOf(session, read);
          const expected = byHand(world, entity, where, input);
          expect({ input, periods: found.periods, exactly: found.buckets.map((b) => b.exactly.count) }).toEqual({
            input,
            periods: expected.buckets.length,
            exactly: expected.buckets.map((b) => b.exactly.length),
          });
          const sum = expected.buckets.reduce((all, b, i) => all + b.exactly.length * (i + 1), 0);
          expect(found.mean).toBe(expected.active.length === 0 ? null : sum / expected.active.length);
          const numbers: readonly Behind[] = [
            { what: 'active', people: found.active, byHand: expected.active },
            ...found.buckets.flatMap((b, i): readonly Behind[] => [
              { what: `exactly ${String(i + 1)}`, people: b.exactly, byHand: expected.buckets[i]?.exactly ?? [] },
              { what: `at least ${String(i + 1)}`, people: b.atLeast, byHand: expected.buckets[i]?.atLeast ?? [] },
            ]),
          ];
          if (expected.buckets.some(({ exactly }, i) => i > 0 && exactly.length > 0))
            for (const kind of [input.grain, `every ${String(input.every)}`, ...Object.keys(input.rows ?? {})])
              seen.add(kind);
          await expectPeople(session, numbers.slice(0, 10));
        }
      }),
      runs(1, setting),
    ));
});
