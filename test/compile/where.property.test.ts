import { describe, expect, test } from 'vitest';
import { membersByHand, membersBySql } from '../oracle/agree.js';
import { settings } from '../oracle/arbitrary-company.js';
import { arbitraryQuestion } from '../oracle/arbitrary-question.js';
import { companies } from '../oracle/companies.js';
import { everyWord, wordsOf } from '../oracle/coverage.js';

/** Words of wheres that held for some of the population and not for all of it. */
const told = new Set<string>();

describe.each(settings)('in $zone', (setting) => {
  const check = companies(setting);

  test('members by SQL are those found by hand', () =>
    check(
      8,
      100,
      (catalog) => arbitraryQuestion(catalog, setting),
      async (session, world, q, catalog) => {
        const byHand = membersByHand(world, q);
        expect({ ...q, members: [...(await membersBySql(session, q))].sort() }).toEqual({ ...q, members: byHand });
        const everybody = membersByHand(world, { ...q, where: {} });
        if (byHand.length > 0 && byHand.length < everybody.length)
          for (const word of wordsOf(catalog, q.entity, q.where)) told.add(word);
      },
    ));
});

test('every word of a where has told members from others', () => {
  expect(everyWord.filter((word) => !told.has(word))).toEqual([]);
});
