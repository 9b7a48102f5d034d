import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDay, openShop, since, type Purchase, type Shop } from './purchases.js';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop(90, 20260228);
});
afterAll(() => shop.close());

type Grain = 'DAY' | 'WEEK' | 'MONTH';
interface Asked {
  readonly grain: Grain;
  readonly asOf: string;
  readonly shop: string | null;
  readonly users: boolean;
  readonly heldDays: number | null;
}
const asked = fc.record<Asked>({
  grain: fc.constantFrom('DAY', 'WEEK', 'MONTH'),
  asOf: fc.integer({ min: -2, max: 58 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)),
  shop: fc.constantFrom(null, 'north'),
  users: fc.boolean(),
  heldDays: fc.option(fc.integer({ min: 1, max: 30 })),
});

const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;
/** 1 January 1970 was a Thursday. */
const numbers: Readonly<Record<Grain, (day: string) => number>> = {
  DAY: dayNumber,
  WEEK: (day) => Math.floor((dayNumber(day) + 3) / 7),
  MONTH: (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)),
};

const keyOf = (users: boolean) => (p: Purchase) => (users ? `${p.customer}/${p.person}` : p.customer);

/** What each member spent per period, `null` where no amount was known. */
function spent(purchases: readonly Purchase[], q: Asked): Map<string, Map<number, number | null>> {
  const out = new Map<string, Map<number, number | null>>();
  for (const p of purchases) {
    const key = keyOf(q.users)(p);
    const own = out.get(key) ?? new Map<number, number | null>();
    out.set(key, own);
    const period = numbers[q.grain](localDay(p));
    const before = own.get(period);
    own.set(period, p.amount === null ? (before ?? null) : (before ?? 0) + p.amount);
  }
  return out;
}

const mean = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((v) => v !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length;
};

/** The share of values that are not above this one, in fifths, rounded up. */
const score = (values: readonly number[], value: number): number =>
  Math.ceil((5 * values.filter((v) => v <= value).length) / values.length - 1e-9);

function evaluated(q: Asked) {
  const exists = (p: Purchase): boolean =>
    q.users || (Object.hasOwn(since, p.customer) && (since[p.customer] ?? '') <= q.asOf);
  const mine = shop.purchases.filter((p) => exists(p) && (q.shop === null || p.shop === q.shop));
  const last = daysAfter(q.asOf, q.heldDays ?? 0);
  const held = spent(
    mine.filter((p) => localDay(p) > q.asOf && localDay(p) <= last),
    q,
  );
  const now = numbers[q.grain](q.asOf);
  const members = [
    ...spent(
      mine.filter((p) => localDay(p) <= q.asOf),
      q,
    ),
  ].map(([key, periods]) => {
    const at = [...periods.keys()].sort((a, b) => a - b);
    const [first = 0, final = 0] = [at[0], at.at(-1)];
    const known = [...periods.values()].filter((v) => v !== null);
    return {
      key,
      purchases: at.length,
      frequency: at.length - 1,
      recency: final - first,
      age: now - first,
      sinceLast: now - final,
      total: known.length === 0 ? null : known.reduce((a, b) => a + b, 0),
      mean: mean([...periods.values()]),
      monetary: mean(at.slice(1).map((p) => periods.get(p) ?? null)),
      holdoutFrequency: q.heldDays === null ? null : (held.get(key)?.size ?? 0),
      holdoutMonetary: q.heldDays === null ? null : mean([...(held.get(key)?.values() ?? [])]),
    };
  });
  const totals = members.flatMap((m) => m.total ?? []);
  return members.map((m) => ({
    ...m,
    recencyScore: score(
      members.map((o) => -o.sinceLast),
      -m.sinceLast,
    ),
    frequencyScore: score(
      members.map((o) => o.purchases),
      m.purchases,
    ),
    monetaryScore: m.total === null ? null : score(totals, m.total),
  }));
}

interface Member {
  readonly id: string;
  readonly customer: { readonly id: string };
  readonly mean: number | null;
  readonly monetary: number | null;
}
interface Counted {
  readonly size: number;
  readonly people: { readonly count: number; readonly segment: { readonly size: number } };
}
interface Found {
  readonly size: number;
  readonly members: { readonly nodes: readonly Member[] };
  readonly groups: readonly Counted[];
  readonly cells: readonly Counted[];
}

const question = (preview: string, asOf: string): string => {
  const people = `size people { count segment { size(asOf: "${asOf}") } }`;
  return `query ($request: RfmRequest!) {
    found: ${preview} {
      rfm(request: $request) {
        size
        members(first: 1000) {
          nodes {
            id
            customer { id }
            frequency recency age monetary purchases sinceLast mean total
            recencyScore frequencyScore monetaryScore holdoutFrequency holdoutMonetary
          }
        }
        groups { ${people} }
        cells { ${people} }
      }
    }
  }`;
};

const daysAfter = (day: string, n: number): string =>
  new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10);

async function ask(q: Asked): Promise<Found> {
  const request = {
    purchases: { purchases: q.shop === null ? {} : { shop: { eq: q.shop } } },
    value: 'AMOUNT',
    grain: q.grain,
    asOf: q.asOf,
    holdout: q.heldDays === null ? null : { until: daysAfter(q.asOf, q.heldDays + 1) },
  };
  const { data, errors } = await shop.workspace.ask(question(q.users ? 'userPreview' : 'preview', q.asOf), { request });
  expect(errors).toBeUndefined();
  return (data as { found: { rfm: Found } }).found.rfm;
}

const nobody = { purchases: 'nobody of that key', mean: null, monetary: null };

test('summary, scores, groups and people agree with an evaluator without SQL', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(asked, async (q) => {
      const wanted = new Map(evaluated(q).map(({ key, ...m }) => [key, m]));
      const found = await ask(q);
      expect([found.size, found.members.nodes.length]).toEqual([wanted.size, wanted.size]);
      for (const m of found.members.nodes) {
        const { mean: own, monetary, ...numbers } = wanted.get(q.users ? `${m.customer.id}/${m.id}` : m.id) ?? nobody;
        expect(m).toMatchObject(numbers);
        expect(m.monetary).toBeCloseTo(monetary ?? 0, 9);
        expect(m.mean === null).toBe(own === null);
        expect(m.mean ?? 0).toBeCloseTo(own ?? 0, 9);
      }
      expect(found.groups.reduce((sum, { size }) => sum + size, 0)).toBe(wanted.size);
      for (const { size, people } of [...found.groups, ...found.cells])
        expect([people.count, people.segment.size]).toEqual([size, size]);
    }),
    { numRuns: 40, seed: 7 },
  );
});
