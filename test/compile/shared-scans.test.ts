import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../support/workspace.js';

let opened: Awaited<ReturnType<typeof openWorkspace>>;
beforeAll(async () => {
  opened = await openWorkspace('.');
});
afterAll(() => opened.close());

const login = { name: { eq: 'login' } };
const lately = (days: number, ago?: number) => ({
  during: { last: { days }, ...(ago !== undefined && { ago: { days: ago } }) },
});

/** Sizes of segments asked for at once and each alone, and how often the fact is scanned for all of them. */
async function ask(fact: string, ...conditions: readonly object[]) {
  const wheres = Object.fromEntries(conditions.map((condition, i) => [`w${String(i)}`, { [fact]: condition }]));
  const declared = Object.keys(wheres).map((w) => `$${w}: CustomerWhere!`);
  const sizes = Object.keys(wheres).map((w) => `${w}: preview(where: $${w}) { size(asOf: "2026-05-20") }`);
  const { data, errors, ran } = await opened.ask(`query (${declared.join(', ')}) { ${sizes.join(' ')} }`, wheres);
  expect(errors).toBeUndefined();
  const alone: Record<string, unknown> = {};
  for (const [w, where] of Object.entries(wheres)) {
    const one = await opened.ask(`query ($w: CustomerWhere!) { preview(where: $w) { size(asOf: "2026-05-20") } }`, {
      w: where,
    });
    alone[w] = (one.data as Record<string, unknown>)['preview'];
  }
  expect(data).toEqual(alone);
  return ran.flatMap(({ sql }) => sql.match(RegExp(`from "${fact}"`, 'g')) ?? []).length;
}

describe('rows of a fact that are alike are read once', () => {
  test('for windows that meet', async () => {
    expect(
      await ask(
        'events',
        { where: login, ...lately(7), count: { gte: 3 } },
        { where: login, ...lately(30), count: { gte: 10 } },
        { where: login, ...lately(14, 7), count: { lte: 2 } },
        { where: login, ...lately(10, 30), count: { lte: 2 } },
      ),
    ).toBe(1);
  });

  test('for several measures', async () => {
    const rows = { where: login, ...lately(30) };
    expect(
      await ask(
        'events',
        { ...rows, count: { gte: 10 } },
        { ...rows, users: { gte: 3 } },
        { ...rows, last: { last: { days: 5 } } },
      ),
    ).toBe(1);
  });

  test('for several conditions of one where', async () => {
    expect(await ask('events', { ...lately(30), count: { gte: 10 }, users: { lte: 5 } })).toBe(1);
  });

  test('of intervals that are open on the day, and of those that meet a window', async () => {
    const mrr = { column: 'MRR', is: { gte: 100 } };
    expect(await ask('subscriptions', { count: { gte: 1 }, sum: mrr }, { max: mrr })).toBe(1);
    expect(await ask('subscriptions', { ...lately(30), count: { gte: 1 } }, { ...lately(30), max: mrr })).toBe(1);
    expect(await ask('subscriptions', { ...lately(30), count: { gte: 1 } }, { ...lately(60), count: { gte: 1 } })).toBe(
      2,
    );
    expect(await ask('subscriptions', { ...lately(30), count: { gte: 1 } }, { count: { gte: 1 } })).toBe(2);
  });

  test('but not what lies between two windows', async () => {
    expect(await ask('events', { ...lately(7), count: { gte: 3 } }, { ...lately(7, 60), count: { gte: 3 } })).toBe(2);
  });

  test('and not rows that are not alike', async () => {
    expect(
      await ask('events', { ...lately(7), count: { gte: 3 } }, { where: login, ...lately(7), count: { gte: 3 } }),
    ).toBe(2);
  });

  test('nor moments with days', async () => {
    const moments = { from: '2026-05-18T10:00:00Z', until: '2026-05-19T10:00:00Z' };
    expect(await ask('events', { ...lately(7), count: { gte: 3 } }, { during: { moments }, count: { gte: 1 } })).toBe(
      2,
    );
  });
});
