import fc, { type Arbitrary } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bridgeOf, readBridge } from '../../src/answers/bridge.js';
import { preview } from '../../src/answers/segment.js';
import { expectPeople } from '../activity/agree.js';
import { arbitraryTables, settings, type Setting } from '../oracle/arbitrary-company.js';
import { arbitrarySegments, arbitraryWhereOf } from '../oracle/arbitrary-question.js';
import { shift } from '../oracle/days.js';
import { openOracle, type Opened } from '../oracle/opened.js';
import { runs } from '../oracle/runs.js';
import type { Json, World } from '../oracle/world.js';
import { bridgeByHand, kinds, parts, type HandBridge, type Stretch } from './by-hand.js';

type Valued = Omit<HandBridge, 'where'>;
/** Values that are followed from day to day, by whole days and by times of day; and some only known at two ends. */
const values: readonly Valued[] = [
  { entity: 'customer', value: 'MRR', netting: 'DAY', followed: true },
  { entity: 'customer', value: 'MRR', netting: 'DAY', followed: true },
  { entity: 'customer', value: 'MRR', netting: 'PERIOD', followed: true },
  { entity: 'customer', value: 'OPEN_SESSIONS', netting: 'DAY', followed: true },
  { entity: 'user', value: 'OPEN_PAGES', netting: 'DAY', followed: true },
  { entity: 'user', value: 'EVENTS_4D', netting: 'PERIOD', followed: false },
  { entity: 'customer', value: 'MARGIN', netting: 'PERIOD', followed: false },
];
type Asked = HandBridge & { readonly grain: 'DAY' | 'WEEK' | 'MONTH'; readonly period: Stretch };

function asked(opened: Opened, setting: Setting): Arbitrary<Asked> {
  const stretch = fc
    .tuple(fc.integer({ min: -4, max: 20 }), fc.integer({ min: 4, max: 14 }))
    .map(([first, n]) => ({ from: shift(setting.from, first), until: shift(setting.from, first + n) }));
  return fc.constantFrom(...values).chain((valued) =>
    fc.record({
      ...{ entity: fc.constant(valued.entity), value: fc.constant(valued.value) },
      ...{ netting: fc.constant(valued.netting), followed: fc.constant(valued.followed) },
      where: wheresOf(opened, setting, valued),
      grain: fc.constantFrom('DAY', 'WEEK', 'WEEK', 'MONTH'),
      period: stretch,
    }),
  );
}

/** A company whose customers change what they pay again and again, with gaps. */
function restless(setting: Setting): Arbitrary<World['tables']> {
  const stay = fc.record({
    customer: fc.constantFrom('c1', 'c2', 'c3', 'c10', 'c11', 'c4', 'c5', 'c6'),
    begins: fc.nat(setting.days),
    lasts: fc.integer({ min: 1, max: 5 }),
    mrr: fc.constantFrom(10, 49.5, 100),
  });
  const stays = fc.array(stay, { minLength: 40, maxLength: 40 });
  return fc.tuple(arbitraryTables(setting), stays).map(([tables, more]) => ({
    ...tables,
    subscriptions: [
      ...(tables['subscriptions'] ?? []).filter((_, i) => i % 3 === 0),
      ...more.map(({ customer, begins, lasts, mrr }, i) => ({
        ...{ subscription_id: `t${String(i)}`, customer_id: customer, plan: 'pro', mrr, renews_on: null },
        started_on: shift(setting.from, begins),
        ended_on: shift(setting.from, begins + lasts),
      })),
    ],
  }));
}

/** Everybody, those who pay, those above an amount, and anybody else. */
function wheresOf(opened: Opened, setting: Setting, { entity }: Valued): Arbitrary<Json> {
  const any = arbitraryWhereOf(opened.catalog, entity, setting);
  const paying: readonly Json[] = [{}, { isPaying: { eq: true } }, { mrr: { gte: 49 } }];
  const own = entity === 'customer' ? paying : paying.map((customer) => ({ customer }));
  return fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...own) }, { weight: 1, arbitrary: any });
}

/** Parts of bridges that somebody was in, by netting. */
const seen = new Set<string>();
afterAll(() => {
  const every = [...parts.map((part) => `DAY ${part}`), 'PERIOD NEW', 'PERIOD CHURN'];
  expect(every.filter((part) => !seen.has(part))).toEqual([]);
});

describe.each(settings)('bridges in $zone', (setting) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openOracle(setting);
  });
  afterAll(() => opened.close());

  test('lead from start to end in the parts found member by member and day by day', () =>
    fc.assert(
      fc.asyncProperty(
        fc.record({ tables: restless(setting), segments: arbitrarySegments(opened.catalog, setting) }),
        fc.array(asked(opened, setting), { minLength: 9, maxLength: 9 }),
        async ({ tables, segments }, questions) => {
          const filled = await opened.fill(tables, segments);
          const session = { ...filled.session, catalog: { ...filled.session.catalog, dataAsOf: '2030-01-01' } };
          for (const q of questions) {
            const segment = preview(session, q.entity, q.where);
            const value = q.entity === 'user' ? { userValue: q.value } : { value: q.value };
            const request = { ...value, netting: q.netting, grain: q.grain, period: q.period };
            const { points } = await bridgeOf(session, segment, readBridge(session, segment, request));
            const byHand = points.map(({ period }) => bridgeByHand(filled.world, q, period));
            const valuesOf = <T>(part: (name: (typeof parts)[number]) => T) =>
              Object.fromEntries(parts.map((name) => [name, part(name)]));
            expect({ ...q, points: points.map((p) => valuesOf((name) => p.parts[name].value)) }).toEqual({
              ...q,
              points: byHand.map((p) => valuesOf((name) => p[name].value)),
            });
            expect(points.map(({ period }) => period.from).slice(1)).toEqual(
              points.map(({ period }) => period.until).slice(0, -1),
            );
            for (const [i, { parts: p }] of points.entries()) {
              const gained = p.NEW.value + p.EXPANSION.value + p.REACTIVATION.value + p.entering.value;
              const lost = p.CONTRACTION.value + p.CHURN.value + p.leaving.value;
              expect(p.start.value + gained - lost, JSON.stringify(q)).toBe(p.end.value);
              expect(points[i + 1]?.parts.start.value ?? p.end.value).toBe(p.end.value);
              expect(p.start.people.count + p.entering.people.count - p.leaving.people.count).toBe(p.end.people.count);
            }
            const numbers = points.flatMap(({ parts: p }, i) =>
              parts.map((part) => ({
                what: `${part} ${String(i)}`,
                people: p[part].people,
                byHand: byHand[i]?.[part].members ?? [],
              })),
            );
            for (const { what, byHand: members } of numbers)
              if (members.length > 0) seen.add(`${q.netting} ${what.split(' ')[0] ?? ''}`);
            const moved = numbers.filter((n) => n.byHand.length > 0 && kinds.some((kind) => n.what.startsWith(kind)));
            // Where the past is only sampled, a condition looks at sixty days: few of those.
            await expectPeople(session, [...moved.slice(0, 3), ...(q.followed ? numbers.slice(-9) : [])]);
          }
        },
      ),
      runs(1, setting),
    ));
});
