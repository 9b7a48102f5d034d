import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sizeOf } from '../../src/answers/measured.js';
import { tableOf } from '../../src/answers/table.js';
import { testKindOf } from '../../src/catalog/where/index.js';
import type { Order } from '../../src/query/question.js';
import { membersByHand, membersBySql, populationOf, sortedByHand, type Question } from '../oracle/agree.js';
import { arbitraryTables, settings } from '../oracle/arbitrary-company.js';
import { arbitraryQuestion, arbitrarySegments } from '../oracle/arbitrary-question.js';
import { everyWord, wordsOf } from '../oracle/coverage.js';
import { shift } from '../oracle/days.js';
import { openOracle, type Opened } from '../oracle/opened.js';
import { runs } from '../oracle/runs.js';

/** Words of wheres that held for some of the population and not for all of it. */
const told = new Set<string>();

describe.each(settings)('in $zone', (setting) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openOracle(setting);
  });
  afterAll(() => opened.close());

  const questions = (maxLength: number) =>
    fc.array(arbitraryQuestion(opened.catalog, setting), { minLength: 1, maxLength, size: 'max' });
  const company = () => ({
    tables: arbitraryTables(setting),
    segments: arbitrarySegments(opened.catalog, setting),
  });

  test('members by SQL are those found by hand', () =>
    fc.assert(
      fc.asyncProperty(fc.record({ ...company(), asked: questions(80) }), async ({ tables, segments, asked }) => {
        const { session, world } = await opened.fill(tables, segments);
        await Promise.all(
          asked.map(async (q) => {
            const byHand = membersByHand(world, q);
            expect({ ...q, members: [...(await membersBySql(session, q))].sort() }).toEqual({ ...q, members: byHand });
            const everybody = membersByHand(world, { ...q, where: {} }).length;
            if (byHand.length > 0 && byHand.length < everybody)
              for (const word of wordsOf(opened.catalog, q.entity, q.where)) told.add(word);
          }),
        );
      }),
      runs(12, setting),
    ));

  test('a where and its opposite part the population; sizes count the members', () =>
    fc.assert(
      fc.asyncProperty(fc.record({ ...company(), asked: questions(20) }), async ({ tables, segments, asked }) => {
        const { session } = await opened.fill(tables, segments);
        const membersOf = async (q: Question) => [...(await membersBySql(session, q))].sort();
        await Promise.all(
          asked.map(async (q) => {
            const opposite = { ...q, where: { not: q.where } };
            const everybody = { ...q, where: {} };
            const [inside, outside, all] = await Promise.all([q, opposite, everybody].map(membersOf));
            expect([...(inside ?? []), ...(outside ?? [])].sort()).toEqual(all);
            const sizes = [q, opposite, everybody].map((of) => sizeOf(session, populationOf(session, of), q.day));
            expect(await Promise.all(sizes)).toEqual([inside, outside, all].map((m) => m?.length));
          }),
        );
      }),
      runs(5, setting),
    ));

  test('pages of any size in any order hold every member once, in that order', () => {
    const orders = ({ entity }: Question): fc.Arbitrary<readonly Order[]> => {
      const sortable = Object.values(opened.catalog.entities[entity]?.attributes ?? {}).filter(
        (a) => !testKindOf(a).toLowerCase().includes('list'),
      );
      const order = fc.record({
        by: fc.constantFrom(...sortable.map((a) => a.name)),
        direction: fc.constantFrom<Order['direction'][]>('ASC', 'DESC'),
      });
      return fc.uniqueArray(order, { selector: (o) => o.by, maxLength: 2 });
    };
    const listed = arbitraryQuestion(opened.catalog, setting).chain((q) =>
      fc.record({
        q: fc.constant({ ...q, where: { or: [q.where, { not: q.where }] } }),
        orderBy: orders(q),
        first: fc.integer({ min: 1, max: 4 }),
      }),
    );
    return fc.assert(
      fc.asyncProperty(
        fc.record({ ...company(), lists: fc.array(listed, { minLength: 1, maxLength: 8 }) }),
        async ({ tables, segments, lists }) => {
          const { session, world } = await opened.fill(tables, segments);
          await Promise.all(
            lists.map(async ({ q, orderBy, first }) => {
              const asked = { ...q, orderBy, first };
              const members = await membersBySql(session, q, orderBy, first);
              expect({ ...asked, members }).toEqual({ ...asked, members: sortedByHand(world, q, orderBy) });
            }),
          );
        },
      ),
      runs(6, setting),
    );
  });

  test('the groups of a breakdown sum to the size', () =>
    fc.assert(
      fc.asyncProperty(fc.record({ ...company(), asked: questions(12) }), async ({ tables, segments, asked }) => {
        const { session, world } = await opened.fill(tables, segments);
        await Promise.all(
          asked.map(async (q) => {
            const by = q.entity === 'user' ? ['role'] : ['industry', 'is_paying'];
            const table = await tableOf(session, {
              populations: [{ label: null, population: populationOf(session, q) }],
              metrics: [],
              by,
              period: { from: q.day, until: shift(q.day, 1) },
              fixed: false,
              limit: 1_000,
              bySegment: false,
            });
            const sizes = table.columns.find((c) => c.name === 'size')?.values ?? [];
            expect(sizes.reduce<number>((sum, n) => sum + Number(n), 0)).toBe(membersByHand(world, q).length);
            const groups = table.columns.filter((c) => by.includes(c.name)).map((c) => c.values);
            const keys = sizes.map((_, row) => JSON.stringify(groups.map((values) => values[row])));
            expect(new Set(keys).size).toBe(keys.length);
          }),
        );
      }),
      runs(4, setting),
    ));
});

test('every word of a where has told members from others', () => {
  expect(everyWord.filter((word) => !told.has(word))).toEqual([]);
});
