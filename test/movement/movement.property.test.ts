import fc, { type Arbitrary } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { movementOf } from '../../src/answers/movement/movement.js';
import { readTransitions } from '../../src/answers/movement/read-transitions.js';
import { readMovement } from '../../src/answers/movement/read.js';
import { readStays, timeInStage } from '../../src/answers/movement/time-in-stage.js';
import { transitionsOf } from '../../src/answers/movement/transitions.js';
import { preview } from '../../src/answers/segment.js';
import type { Session } from '../../src/answers/session.js';
import { expectPeople, type Behind } from '../activity/agree.js';
import { arbitraryTables, settings, type Setting } from '../oracle/arbitrary-company.js';
import { arbitrarySegments, arbitraryWhereOf } from '../oracle/arbitrary-question.js';
import { shift } from '../oracle/days.js';
import { openOracle, type Opened } from '../oracle/opened.js';
import { runs } from '../oracle/runs.js';
import type { EntityName, Json, World } from '../oracle/world.js';
import {
  groups,
  movementByHand,
  quantile,
  staysByHand,
  transitionsByHand,
  type Asked,
  type Stages,
  type Stretch,
} from './by-hand.js';

type Question = Asked & { readonly period: Stretch };

function wheresOf(opened: Opened, setting: Setting, entity: EntityName): Arbitrary<Json> {
  const paying: readonly Json[] = [{}, { isPaying: { eq: true } }, { events7d: { gte: 1 } }];
  const own = entity === 'customer' ? paying : paying.map((customer) => ({ customer }));
  return fc.oneof(fc.constantFrom(...own), arbitraryWhereOf(opened.catalog, entity, setting));
}

function question(opened: Opened, setting: Setting): Arbitrary<Question> {
  const period = fc
    .tuple(fc.integer({ min: -2, max: 20 }), fc.integer({ min: 2, max: 16 }))
    .map(([first, n]) => ({ from: shift(setting.from, first), until: shift(setting.from, first + n) }));
  return fc
    .constantFrom<EntityName[]>('customer', 'customer', 'user')
    .chain((entity) => fc.record({ entity: fc.constant(entity), where: wheresOf(opened, setting, entity), period }));
}

/** Texts, numbers, truths, days and times, of members and of what they did; or saved segments in an order. */
const stagesOf: Readonly<Record<EntityName, readonly Stages[]>> = {
  customer: [
    ...['industry', 'plans', 'is_paying', 'is_paying', 'renews_on', 'trial_ends_at', 'signed_at', 'events_7d'].map(
      (attribute) => ({ attribute }),
    ),
    { segments: ['customers_a', 'customers_b'] },
    { segments: ['customers_b'] },
  ],
  user: [
    ...['role', 'events_4d', 'is_active', 'joined_at'].map((attribute) => ({ attribute })),
    { segments: ['users_a'] },
  ],
};

const by = <T>(all: readonly T[], key: (one: T) => string): readonly T[] =>
  all.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
const seen = new Set<string>();

describe.each(settings)('in $zone', (setting) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openOracle(setting);
  });
  afterAll(() => opened.close());

  const check = <T>(
    most: number,
    asked: Arbitrary<T>,
    agree: (session: Session, world: World, q: T) => Promise<void>,
  ) =>
    fc.assert(
      fc.asyncProperty(
        fc.record({ tables: arbitraryTables(setting), segments: arbitrarySegments(opened.catalog, setting) }),
        fc.array(asked, { minLength: most, maxLength: most }),
        async ({ tables, segments }, questions) => {
          const { session, world } = await opened.fill(tables, segments);
          for (const q of questions)
            await agree({ ...session, catalog: { ...session.catalog, dataAsOf: '2030-01-01' } }, world, q);
        },
      ),
      runs(1, setting),
    );

  test('who entered and left are those found member by member', () =>
    check(5, question(opened, setting), async (session, world, q) => {
      const { entity, where, period } = q;
      const segment = preview(session, entity, where);
      const request = { grain: 'WEEK', period, ...(entity === 'customer' && { value: 'MRR' }) };
      const { points } = await movementOf(session, segment, readMovement(session, segment, request));
      const numbers: Behind[] = [];
      for (const [i, point] of points.entries()) {
        const byHand = movementByHand(world, q, point.period);
        for (const group of groups) {
          const { count, valueBefore, valueAfter, people } = point[group];
          const { members, before, after } = byHand[group];
          const worth = entity === 'customer' ? [before, after] : [null, null];
          expect({ ...q, i, group, told: [count, valueBefore, valueAfter] }).toEqual({
            ...{ ...q, i, group },
            told: [members.length, ...worth],
          });
          if (members.length > 0) seen.add(group);
          numbers.push({ what: `${group} ${String(i)}`, people, byHand: members });
        }
      }
      await expectPeople(session, numbers.slice(-12));
    }));

  const transition = () =>
    question(opened, setting).chain((q) => fc.constantFrom(...stagesOf[q.entity]).map((stages) => ({ ...q, stages })));
  test('transitions are those found member by member', () =>
    check(12, transition(), async (session, world, q) => {
      const { entity, where, period, stages } = q;
      const segment = preview(session, entity, where);
      const staged =
        'segments' in stages ? stages : { [entity === 'user' ? 'byUser' : 'by']: stages.attribute.toUpperCase() };
      const value = entity === 'customer' ? { value: 'MRR' } : {};
      const request = { from: period.from, to: period.until, ...staged, ...value };
      const { cells } = await transitionsOf(session, segment, readTransitions(session, segment, request));
      const byHand = transitionsByHand(world, q, stages, period.from, period.until);
      const worth = (before: number | null, after: number | null) => (entity === 'customer' ? [before, after] : null);
      const told = cells.map((c) => {
        const stage = ({ kind, value: of }: typeof c.from) => ({ kind, value: of });
        return {
          from: stage(c.from),
          to: stage(c.to),
          count: c.count,
          worth: worth(c.valueBefore, c.valueAfter),
          people: c.people,
        };
      });
      const key = (cell: { from: object; to: object }): string => JSON.stringify([cell.from, cell.to]);
      expect({ ...q, cells: by(told, key).map(({ people, ...cell }) => ({ ...cell, behind: people.count })) }).toEqual({
        ...q,
        cells: by(byHand, key).map(({ from, to, members, before, after }) => ({
          ...{ from, to, count: members.length, worth: worth(before, after), behind: members.length },
        })),
      });
      for (const { from, to } of byHand) [from, to].forEach(({ kind }) => seen.add(kind));
      await expectPeople(
        session,
        told.map((c) => ({
          what: key(c),
          people: c.people,
          byHand: byHand.find((other) => key(other) === key(c))?.members ?? [],
        })),
      );
    }));

  const stay = () =>
    question(opened, setting).chain((q) =>
      fc
        .constantFrom(...(q.entity === 'user' ? (['sessions'] as const) : (['sessions', 'subscriptions'] as const)))
        .map((table) => ({ ...q, table })),
    );
  test('stays are those found row by row', () =>
    check(6, stay(), async (session, world, q) => {
      const column = q.table === 'sessions' ? 'pages' : 'plan';
      const segment = preview(session, q.entity, q.where);
      const request = { fact: q.table.toUpperCase(), stage: column, period: q.period };
      const { stages } = await timeInStage(session, segment, readStays(session, segment, request));
      const told = stages.flatMap(({ stage, completed, open }) => [
        { stage, completed: true, ...completed },
        { stage, completed: false, ...open },
      ]);
      const byHand = staysByHand(world, q, q.table, column, q.period);
      expect(new Set(stages.map(({ stage }) => stage))).toEqual(new Set(byHand.map(({ stage }) => stage)));
      const numbers: Behind[] = [];
      for (const { stage, completed, stays, people, ...lengths } of told) {
        const found = byHand.find((s) => s.stage === stage && s.completed === completed);
        const days = found?.days ?? [];
        expect({ ...q, stage, completed, stays }).toEqual({ ...q, stage, completed, stays: days.length });
        const expected = {
          mean: days.reduce((sum, n) => sum + n, 0) / days.length,
          ...{ median: quantile(days, 0.5), p90: quantile(days, 0.9), shortest: days[0], longest: days.at(-1) },
        };
        for (const [measure, value] of Object.entries(expected)) {
          const answer = lengths[measure as keyof typeof expected];
          if (days.length === 0) expect(answer).toBeNull();
          else expect(answer, JSON.stringify({ ...q, stage, completed, measure })).toBeCloseTo(value ?? NaN, 9);
        }
        if (days.length > 0) seen.add(completed ? 'completed' : 'open');
        numbers.push({ what: JSON.stringify([stage, completed]), people, byHand: found?.members ?? [] });
      }
      await expectPeople(session, numbers);
    }));
});

test('every group and every kind of stage had somebody in it', () => {
  const every = [...groups, 'VALUE', 'NONE', 'OUTSIDE', 'ABSENT', 'completed', 'open'];
  expect(every.filter((one) => !seen.has(one))).toEqual([]);
});
