import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEngagement } from '../../src/answers/activity/read.js';
import { preview } from '../../src/answers/segment.js';
import { engagementStatement } from '../../src/compile/engagement.js';
import { toRows } from '../../src/warehouse/warehouse.js';
import { arbitraryAsOf, arbitraryRows, arbitrarySegment, busyTables } from '../activity/arbitrary.js';
import { membersAsOf, timesOf, type RowsInput } from '../activity/by-hand.js';
import { settings } from '../oracle/arbitrary-company.js';
import { shift, type Day } from '../oracle/days.js';
import { openOracle, type Opened } from '../oracle/opened.js';
import { runs } from '../oracle/runs.js';
import type { EntityName, Json, World } from '../oracle/world.js';

interface Input {
  readonly activity: RowsInput;
  readonly period: { readonly from: Day; readonly until: Day };
  readonly asOf: Day;
}
/** Members and persons by length and day. */
type Counts = Readonly<Record<string, readonly [members: number, persons: number]>>;
const at = (length: number, p: number): string => `${String(length)} days to ${String(p)}`;

/** Windows of days that have anybody in them, by length and day; of fewer days than the most also before the period. */
function byHand(
  world: World,
  entity: EntityName,
  where: Json,
  { activity, period, asOf }: Input,
  lengths: number[],
): Counts {
  const first = Temporal.PlainDate.from(period.from);
  const dayOf = (ms: number): number =>
    first.until(Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(world.zone).toPlainDate()).days;
  const members = membersAsOf(world, entity, where, asOf).map((member) => ({
    person: member.name.split('/').at(-1),
    days: timesOf(world, entity, member, activity, asOf).map(dayOf),
  }));
  const days = first.until(Temporal.PlainDate.from(period.until)).days;
  const counts: Record<string, [number, number]> = {};
  for (const length of lengths)
    for (let p = length - Math.max(...lengths); p < days; p++) {
      const active = members.filter((m) => m.days.some((d) => d > p - length && d <= p));
      if (active.length > 0) counts[at(length, p)] = [active.length, new Set(active.map((m) => m.person)).size];
    }
  return counts;
}

let personsAtTwo = 0;
afterAll(() => {
  expect(personsAtTwo).toBeGreaterThan(0);
});

describe.each(settings)('in $zone', (setting) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openOracle(setting);
  });
  afterAll(() => opened.close());

  const request = fc.record({
    activity: arbitraryRows,
    period: fc
      .tuple(fc.integer({ min: -260, max: 28 }), fc.integer({ min: 1, max: 300 }))
      .map(([from, n]) => ({ from: shift(setting.from, from), until: shift(setting.from, from + n) })),
    asOf: arbitraryAsOf(setting),
  });
  const lengths = fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 41, max: 290 })), {
    minLength: 1,
    maxLength: 4,
  });
  const company = fc.record({
    tables: busyTables(setting),
    questions: fc.array(fc.record({ segment: arbitrarySegment, request, lengths }), { minLength: 18, maxLength: 18 }),
  });

  test('windows of any number of days over periods of any number are those found window by window', () =>
    fc.assert(
      fc.asyncProperty(company, async ({ tables, questions }) => {
        const { session, world } = await opened.fill(tables);
        for (const { segment, request: input, lengths: asked } of questions) {
          const { entity, where } = segment;
          const { question } = readEngagement(session.catalog, preview(session, entity, where), input);
          const statement = engagementStatement(session.catalog, { ...question, lengths: asked });
          const rows = toRows(await session.run(statement));
          const found: Counts = Object.fromEntries(
            rows.map((r) => [at(Number(r['length']), Number(r['p'])), [Number(r['members']), Number(r['persons'])]]),
          );
          const expected = byHand(world, entity, where, input, asked);
          expect({ input, segment, found }).toEqual({ input, segment, found: expected });
          if (Object.values(expected).some(([members, persons]) => persons < members)) personsAtTwo += 1;
        }
      }),
      runs(1, setting),
    ));
});
