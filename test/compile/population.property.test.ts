import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sizeOf } from '../../src/answers/measured.js';
import { tableOf } from '../../src/answers/table.js';
import type { Catalog } from '../../src/catalog/model.js';
import { testKindOf } from '../../src/catalog/where/index.js';
import type { Order } from '../../src/query/question.js';
import { membersByHand, membersBySql, populationOf, sortedByHand, type Question } from '../oracle/agree.js';
import { settings } from '../oracle/arbitrary-company.js';
import { arbitraryQuestion } from '../oracle/arbitrary-question.js';
import { companies } from '../oracle/companies.js';
import { shift } from '../oracle/days.js';

interface List {
  readonly q: Question;
  readonly orderBy: readonly Order[];
  readonly first: number;
}

/** Anybody, so that the lists are long, in any order of up to two attributes. */
function arbitraryList(catalog: Catalog, question: Arbitrary<Question>): Arbitrary<List> {
  const orderOf = ({ entity }: Question): Arbitrary<Order> => {
    const attributes = Object.values(catalog.entities[entity]?.attributes ?? {});
    const sortable = attributes.filter((a) => !testKindOf(a).toLowerCase().includes('list'));
    return fc.record({
      by: fc.constantFrom(...sortable.map((a) => a.name)),
      direction: fc.constantFrom<Order['direction'][]>('ASC', 'DESC'),
    });
  };
  return question.chain((q) =>
    fc.record({
      q: fc.constant({ ...q, where: { or: [q.where, { not: q.where }] } }),
      orderBy: fc.uniqueArray(orderOf(q), { selector: (o) => o.by, maxLength: 2 }),
      first: fc.integer({ min: 1, max: 4 }),
    }),
  );
}

describe.each(settings)('in $zone', (setting) => {
  const check = companies(setting, { onFiles: setting === settings[0] });
  const question = (catalog: Catalog) => arbitraryQuestion(catalog, setting);

  test('a where and its opposite part the population; sizes count the members', () =>
    check(4, 20, question, async (session, _, q) => {
      const asked = [q, { ...q, where: { not: q.where } }, { ...q, where: {} }];
      const members = await Promise.all(asked.map(async (one) => [...(await membersBySql(session, one))].sort()));
      const [inside = [], outside = [], everybody = []] = members;
      expect([...inside, ...outside].sort()).toEqual(everybody);
      const sizes = asked.map((one) => sizeOf(session, populationOf(session, one), q.day));
      expect(await Promise.all(sizes)).toEqual(members.map((m) => m.length));
    }));

  test('pages of any size in any order hold every member once, in that order', () =>
    check(
      4,
      8,
      (catalog) => arbitraryList(catalog, question(catalog)),
      async (session, world, list) => {
        const members = await membersBySql(session, list.q, list.orderBy, list.first);
        expect({ ...list, members }).toEqual({ ...list, members: sortedByHand(world, list.q, list.orderBy) });
      },
    ));

  test('the groups of a breakdown are told apart and sum to the size', () =>
    check(3, 12, question, async (session, world, q) => {
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
      const column = (name: string) => table.columns.find((c) => c.name === name)?.values ?? [];
      const total = column('size').reduce<number>((sum, n) => sum + Number(n), 0);
      expect(total).toBe(membersByHand(world, q).length);
      const groups = Array.from({ length: table.rowCount }, (_, row) =>
        JSON.stringify(by.map((name) => column(name)[row])),
      );
      expect(new Set(groups).size).toBe(groups.length);
    }));
});
