import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeWorkspace } from '../graphql/small-workspace.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';
import { type Line, lines, products, shopFiles } from './shop.js';

const all = lines(3);
let shop: OpenWorkspace;
let remove: () => Promise<void>;
beforeAll(async () => {
  const written = await writeWorkspace(shopFiles(all));
  remove = written.remove;
  shop = await openWorkspace(written.dir);
});
afterAll(async () => {
  await shop.close();
  await remove();
});

async function ask<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
  const { data, errors } = await shop.ask(query, variables);
  expect(errors).toBeUndefined();
  return data as T;
}

interface Folk {
  readonly count: number;
  readonly asOf: string;
  readonly where: unknown;
}
interface Answer {
  readonly baskets: number;
  readonly people: Folk;
  readonly items: readonly { item: unknown; baskets: number; share: number; people: Folk }[];
  readonly pairs: readonly {
    antecedent: unknown;
    consequent: unknown;
    baskets: number;
    support: number;
    confidence: number;
    lift: number;
    people: Folk;
    candidates: Folk;
  }[];
}
const folk = '{ count asOf where }';
const affinity = async (request: string, args = '', where = '{}'): Promise<Answer> =>
  (
    await ask<{ preview: { affinity: Answer } }>(`{ preview(where: ${where}) { affinity(request: { ${request} }) {
      baskets people ${folk} items { item baskets share people ${folk} }
      pairs${args} { antecedent consequent baskets support confidence lift people ${folk} candidates ${folk} } } } }`)
  ).preview.affinity;
const sizeOf = async ({ where, asOf }: Folk): Promise<number> =>
  (
    await ask<{ preview: { size: number } }>(
      'query ($where: CustomerWhere!, $asOf: Date!) { preview(where: $where) { size(asOf: $asOf) } }',
      { where, asOf },
    )
  ).preview.size;

type Item = string | number;
interface Rule {
  readonly item: (line: Line) => Item | null;
  readonly basket: (line: Line) => string | null;
}

/** The same, worked out line by line. */
function worked(rows: readonly Line[], { item, basket }: Rule, minJoint: number) {
  const kept = rows.flatMap((l) => {
    const [i, b] = [item(l), basket(l)];
    return i === null || b === null ? [] : [{ i, b, person: l.person }];
  });
  const baskets = new Map<string, { person: string; items: Set<Item> }>();
  const owned = new Map<string, Set<Item>>();
  for (const { i, b, person } of kept) {
    const own = baskets.get(`${person} ${b}`) ?? { person, items: new Set<Item>() };
    own.items.add(i);
    baskets.set(`${person} ${b}`, own);
    owned.set(person, (owned.get(person) ?? new Set<Item>()).add(i));
  }
  const each = [...baskets.values()];
  const items = [...new Set(kept.map((k) => k.i))];
  const inBaskets = (...wanted: readonly Item[]) => each.filter((b) => wanted.every((w) => b.items.has(w)));
  const people = (...wanted: readonly Item[]) => new Set(inBaskets(...wanted).map((b) => b.person)).size;
  const pairs = items
    .flatMap((a) => items.filter((c) => c !== a).map((c) => ({ a, c })))
    .filter(({ a, c }) => people(a, c) >= minJoint)
    .map(({ a, c }) => {
      const both = inBaskets(a, c).length;
      const confidence = both / inBaskets(a).length;
      const candidates = [...owned.values()].filter((own) => own.has(a) && !own.has(c)).length;
      return {
        antecedent: a,
        consequent: c,
        baskets: both,
        support: both / each.length,
        confidence,
        lift: confidence / (inBaskets(c).length / each.length),
        joint: people(a, c),
        candidates,
      };
    });
  return { baskets: each.length, people: owned.size, items, inBaskets, has: people, pairs };
}

const pairKey = (p: { antecedent: unknown; consequent: unknown }): string =>
  JSON.stringify([p.antecedent, p.consequent]);

const cases: readonly {
  name: string;
  request: string;
  rows: (l: Line) => boolean;
  rule: Rule;
  minJoint: number;
  where?: string;
}[] = [
  {
    name: 'all that a person ever bought',
    request: 'rows: { lines: {} }, item: "PRODUCT"',
    rows: () => true,
    rule: { item: (l) => l.product, basket: () => '' },
    minJoint: 10,
  },
  {
    name: 'what is in one order',
    request: 'rows: { lines: {} }, item: "PRODUCT", basket: "ORDER_ID", minJoint: 3',
    rows: () => true,
    rule: { item: (l) => l.product, basket: (l) => l.order },
    minJoint: 3,
  },
  {
    name: 'orders of a quarter, items by number, without salt',
    request:
      'rows: { lines: { sku: { ne: 4 } } }, item: "SKU", basket: "ORDER_ID", minJoint: 1, period: { from: "2026-01-01", until: "2026-04-01" }',
    rows: (l) => l.sku !== 4 && l.day < '2026-04-01',
    rule: { item: (l) => l.sku, basket: (l) => l.order },
    minJoint: 1,
  },
  {
    name: 'people of one side as of a day',
    request: 'rows: { lines: {} }, item: "PRODUCT", minJoint: 2, asOf: "2026-03-15"',
    rows: (l) => l.day <= '2026-03-15' && sideOf(l.person) === 'left',
    rule: { item: (l) => l.product, basket: () => '' },
    minJoint: 2,
    where: '{ side: { eq: "left" } }',
  },
];
const people = [...new Set(all.map((l) => l.person))].sort();
const sideOf = (person: string): string => (people.indexOf(person) % 2 === 0 ? 'left' : 'right');

describe.each(cases)('$name', ({ request, rows, rule, minJoint, where }) => {
  const wanted = worked(all.filter(rows), rule, minJoint);

  it('has the pairs that lines worked through one by one have', async () => {
    const got = await affinity(request, '(first: 1000)', where);
    expect(wanted.pairs.length).toBeGreaterThan(4);
    expect([got.baskets, got.people.count]).toEqual([wanted.baskets, wanted.people]);
    expect(got.pairs.map(pairKey).sort()).toEqual(wanted.pairs.map(pairKey).sort());
    for (const p of got.pairs) {
      const own = wanted.pairs.find((w) => pairKey(w) === pairKey(p));
      expect([p.baskets, p.people.count, p.candidates.count]).toEqual([own?.baskets, own?.joint, own?.candidates]);
      expect([p.support, p.confidence, p.lift]).toEqual([
        expect.closeTo(own?.support ?? NaN, 12),
        expect.closeTo(own?.confidence ?? NaN, 12),
        expect.closeTo(own?.lift ?? NaN, 9),
      ]);
    }
    expect(got.pairs.map((p) => p.lift)).toEqual(got.pairs.map((p) => p.lift).sort((a, b) => b - a));
  });

  it('has items with the baskets they are in', async () => {
    const { items, baskets } = await affinity(request, '', where);
    expect(items.map((i) => i.item).sort()).toEqual([...wanted.items].sort());
    for (const { item, baskets: n, share, people: own } of items) {
      expect(n).toBe(wanted.inBaskets(item as Item).length);
      expect(own.count).toBe(wanted.has(item as Item));
      expect(share).toBeCloseTo(n / baskets, 12);
    }
    expect(items.map((i) => i.baskets)).toEqual(items.map((i) => i.baskets).sort((a, b) => b - a));
  });

  it('turns every number back into its people', async () => {
    const got = await affinity(request, '(first: 6)', where);
    for (const own of [
      got.people,
      ...got.items.map((i) => i.people),
      ...got.pairs.flatMap((p) => [p.people, p.candidates]),
    ])
      expect(await sizeOf(own)).toBe(own.count);
  });
});

it('keeps just the pairs that enough of many members have, however often each of them', async () => {
  const many = lines(5, 900, 230);
  const { dir, remove: removeMany } = await writeWorkspace(shopFiles(many));
  const open = await openWorkspace(dir);
  const rule: Rule = { item: (l) => l.product, basket: (l) => l.order };
  const { pairs } = worked(many, rule, 1);
  expect(Math.max(...pairs.map((p) => p.joint))).toBeGreaterThan(70);
  expect(pairs.filter((p) => p.joint < p.baskets).length).toBeGreaterThan(10);
  const limits = [...new Set(pairs.flatMap((p) => [p.joint, p.joint + 1, p.baskets]))];
  for (const least of limits) {
    const { data, errors } = await open.ask(`{ preview { affinity(request: {
      rows: { lines: {} }, item: "PRODUCT", basket: "ORDER_ID", minJoint: ${String(least)} }) {
      pairs { antecedent consequent baskets people { count } } } } }`);
    expect(errors).toBeUndefined();
    const got = (data as { preview: { affinity: Pick<Answer, 'pairs'> } }).preview.affinity.pairs;
    const found = got.map((p) => [pairKey(p), p.baskets, p.people.count]);
    const wanted = pairs.filter((p) => p.joint >= least).map((p) => [pairKey(p), p.baskets, p.joint]);
    expect([least, found.sort()]).toEqual([least, wanted.sort()]);
  }
  await open.close();
  await removeMany();
});

it('tells pairs in the order asked, and only those from some items', async () => {
  const base = 'rows: { lines: {} }, item: "PRODUCT", minJoint: 1';
  const by = async (order: string) => (await affinity(base, `(orderBy: ${order}, first: 1000)`)).pairs;
  const support = await by('SUPPORT');
  expect(support.map((p) => p.baskets)).toEqual(support.map((p) => p.baskets).sort((a, b) => b - a));
  const confidence = await by('CONFIDENCE');
  expect(confidence.map((p) => p.confidence)).toEqual(confidence.map((p) => p.confidence).sort((a, b) => b - a));
  const { pairs } = await affinity(base, '(from: ["bread", "O\'Hara tea"], first: 1000)');
  expect(new Set(pairs.map((p) => p.antecedent))).toEqual(new Set(['bread', "O'Hara tea"]));
  expect(pairs).toHaveLength(support.filter((p) => ['bread', "O'Hara tea"].includes(String(p.antecedent))).length);
  expect((await affinity(base, '(first: 3)')).pairs).toHaveLength(3);
});

describe('a basket as a condition', () => {
  const size = async (where: string, asOf = '2026-06-30'): Promise<number> =>
    (await ask<{ preview: { size: number } }>(`{ preview(where: ${where}) { size(asOf: "${asOf}") } }`)).preview.size;
  const basket = (has: string, more = '', rows = '{ lines: {} }'): string =>
    `{ basket: { rows: ${rows}, basket: "ORDER_ID", item: "PRODUCT", has: ${has} ${more} } }`;
  const whoHad = (wanted: readonly string[], kept: (l: Line) => boolean = () => true): number => {
    const orders = new Map<string, Line[]>();
    for (const l of all.filter((line) => line.order !== null && kept(line))) {
      const key = `${l.person} ${l.order ?? ''}`;
      orders.set(key, [...(orders.get(key) ?? []), l]);
    }
    const own = [...orders.values()].filter((ls) => wanted.every((w) => ls.some((l) => l.product === w)));
    return new Set(own.map((ls) => ls[0]?.person)).size;
  };
  it.each([[['bread', 'jam']], [['bread']], [['bread', 'jam', 'butter', 'bread']], [["O'Hara tea", 'nothing']]])(
    'holds for those who had %j',
    async (has) => {
      expect(await size(basket(JSON.stringify(has)))).toBe(whoHad(has));
    },
  );
  it('keeps to its window, its rows and the day asked about', async () => {
    const has = ['bread', 'jam'];
    const inMay = (l: Line): boolean => l.day >= '2026-05-01' && l.day < '2026-06-01';
    expect(await size(basket('["bread", "jam"]', ', during: { from: "2026-05-01", until: "2026-06-01" }'))).toBe(
      whoHad(has, inMay),
    );
    expect(await size(basket('["bread", "jam"]'), '2026-02-10')).toBe(whoHad(has, (l) => l.day <= '2026-02-10'));
    const none = '{ lines: { sku: { ne: 2 } } }';
    expect(await size(basket('["bread", "jam"]', '', none))).toBe(0);
    expect(await size(`{ not: ${basket('["bread", "jam"]')} }`)).toBe(people.length - whoHad(has));
  });
  it('reads as a sentence', async () => {
    const { preview } = await ask<{ preview: { text: string } }>(
      `{ preview(where: ${basket('["bread", "jam"]')}) { text } }`,
    );
    expect(preview.text).toBe('Has "bread" and "jam" together by Order (lines)');
  });
  it('tells every mistake', async () => {
    const where = { basket: { rows: { lines: {} }, basket: 'ORDERED_ON', item: 'PRODUKT', has: [] } };
    const { errors, ran } = await shop.ask('query ($where: CustomerWhere!) { preview(where: $where) { size } }', {
      where,
    });
    const { problems } = errors?.[0]?.originalError as {
      problems: readonly { code: string; path: readonly string[] }[];
    };
    expect(problems.map((p) => `${p.code} ${p.path.join('.')}`)).toEqual([
      'UNKNOWN_COLUMN where.basket.item',
      'NOT_AN_ITEM_COLUMN where.basket.basket',
      'MISSING_VALUE where.basket.has',
    ]);
    const empty = await shop.ask(`{ preview(where: ${basket('[]')}) { size } }`);
    expect(empty.errors?.[0]?.originalError).toMatchObject({
      problems: [{ code: 'MISSING_VALUE', path: ['where', 'basket', 'has'] }],
    });
    const wrong = await shop.ask(`{ preview(where: ${basket('[1]')}) { size } }`);
    expect(wrong.errors?.[0]?.originalError).toMatchObject({
      problems: [{ code: 'WRONG_TYPE', path: ['where', 'basket', 'has', 0] }],
    });
    expect([...ran, ...empty.ran, ...wrong.ran]).toEqual([]);
  });
});

it('refuses a request with every mistake in it, before anything runs', async () => {
  const { errors, ran } = await shop.ask(
    '{ preview { affinity(request: { rows: { lines: { sku: { eq: 1 } } }, item: "ORDERED_ON", basket: "NUMBER", minJoint: 0, period: { last: { days: 0 } } }) { baskets } } }',
  );
  const { problems } = errors?.[0]?.originalError as { problems: readonly { code: string; path: readonly string[] }[] };
  expect(problems.map((p) => `${p.code} ${p.path.join('.')}`).sort()).toEqual([
    'BAD_DURATION request.period.last',
    'NOT_AN_ITEM_COLUMN request.item',
    'OUT_OF_RANGE request.minJoint',
    'UNKNOWN_COLUMN request.basket',
  ]);
  expect(ran).toEqual([]);
  const from = await shop.ask(
    '{ preview { affinity(request: { rows: { lines: {} }, item: "SKU" }) { pairs(from: [[1]], first: 0) { lift } } } }',
  );
  expect(from.errors?.[0]?.originalError).toMatchObject({
    problems: [{ code: 'WRONG_TYPE' }, { code: 'OUT_OF_RANGE' }],
  });
  expect(products).toHaveLength(6);
});
