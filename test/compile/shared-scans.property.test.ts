import { describe, expect, test } from 'vitest';
import { membersByHand, membersBySql } from '../oracle/agree.js';
import { settings } from '../oracle/arbitrary-company.js';
import { arbitraryOftenQuestion } from '../oracle/arbitrary-question.js';
import { companies } from '../oracle/companies.js';

/** Facts of which some members were found and others not. */
const told = new Set<string>();

describe.each(settings)('in $zone', (setting) => {
  const check = companies(setting);

  test('members by rows of a fact in several windows and ways at once are those found by hand', () =>
    check(
      12,
      100,
      (catalog) => arbitraryOftenQuestion(catalog, setting),
      async (session, world, q) => {
        const byHand = membersByHand(world, q);
        expect({ ...q, members: [...(await membersBySql(session, q))].sort() }).toEqual({ ...q, members: byHand });
        if (byHand.length > 0 && byHand.length < membersByHand(world, { ...q, where: {} }).length)
          for (const [fact] of JSON.stringify(q.where).matchAll(/(?<=\[\{")\w+/g)) told.add(fact);
      },
    ));
});

test('every fact has told members from others', () => {
  expect([...told].sort()).toEqual(
    expect.arrayContaining(['events', 'sessions', 'subscriptions', 'tickets', 'visits']),
  );
});
