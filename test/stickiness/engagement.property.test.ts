import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engagementOf } from '../../src/answers/activity/engagement.js';
import { readEngagement } from '../../src/answers/activity/read.js';
import { preview } from '../../src/answers/segment.js';
import { expectPeople, type Behind } from '../activity/agree.js';
import { arbitraryAsOf, arbitraryRows, arbitrarySegment, busyTables } from '../activity/arbitrary.js';
import { membersAsOf, startOfDay, timesOf, type RowsInput } from '../activity/by-hand.js';
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
const lengths = [
  ['daily', 1],
  ['weekly', 7],
  ['monthly', 30],
] as const;

/** Each window of days by itself. */
function activeByHand(world: World, entity: EntityName, where: Json, { activity, asOf }: Input) {
  const members = membersAsOf(world, entity, where, asOf).map((member) => ({
    name: member.name,
    times: timesOf(world, entity, member, activity, asOf),
  }));
  return (day: Day, length: number): readonly string[] => {
    const [from, until] = [shift(day, 1 - length), shift(day, 1)].map((d) => startOfDay(d, world.zone));
    return members
      .filter(({ times }) => times.some((t) => t >= (from ?? 0) && t < (until ?? 0)))
      .map(({ name }) => name);
  };
}

/** Persons among members `customer/user`; a customer is itself. */
const persons = (names: readonly string[]): number => new Set(names.map((name) => name.split('/').at(-1))).size;

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
      .tuple(fc.integer({ min: -3, max: 30 }), fc.integer({ min: 1, max: 12 }))
      .map(([from, n]) => ({ from: shift(setting.from, from), until: shift(setting.from, from + n) })),
    asOf: arbitraryAsOf(setting),
  });
  const company = fc.record({
    tables: busyTables(setting),
    questions: fc.array(fc.record({ segment: arbitrarySegment, request }), { minLength: 10, maxLength: 10 }),
  });

  test('DAU, WAU and MAU count persons window by window; their people are the members', () =>
    fc.assert(
      fc.asyncProperty(company, async ({ tables, questions }) => {
        const { session, world } = await opened.fill(tables);
        for (const { segment, request: input } of questions) {
          const { entity, where } = segment;
          const read = readEngagement(session.catalog, preview(session, entity, where), input);
          const { points } = await engagementOf(session, read);
          const active = activeByHand(world, entity, where, input);
          const numbers: Behind[] = [];
          for (const point of points) {
            for (const [name, length] of lengths) {
              const names = active(point.day, length);
              numbers.push({ what: `${name} ${point.day}`, people: point[name].people, byHand: names });
              expect({ input, day: point.day, name, count: point[name].count }).toEqual({
                input,
                day: point.day,
                name,
                count: persons(names),
              });
              if (persons(names) < names.length) personsAtTwo += 1;
            }
            const month = Array.from({ length: 30 }, (_, i) => persons(active(shift(point.day, -i), 1)));
            const mau = persons(active(point.day, 30));
            const mean = month.reduce((a, b) => a + b, 0) / 30;
            expect(point.stickiness).toBe(mau === 0 ? null : mean / mau);
            expect(point.dailyOverMonthly).toBe(mau === 0 ? null : persons(active(point.day, 1)) / mau);
            expect(point.nullReason).toBe(mau === 0 ? 'ZERO_DENOMINATOR' : null);
          }
          await expectPeople(session, numbers.slice(0, 12));
        }
      }),
      runs(1, setting),
    ));
});
