import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDay, openShop, since, type Purchase, type Shop } from '../rfm/purchases.js';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop(90, 77);
});
afterAll(() => shop.close());

async function membersOf(purchases: unknown, asOf: string): Promise<{ ids: readonly string[]; text: string }> {
  const { data, errors } = await shop.workspace.ask(
    `query ($where: CustomerWhere!, $asOf: Date) {
      preview(where: $where) { text customers(asOf: $asOf) { nodes { id } } } }`,
    { where: { purchases }, asOf },
  );
  expect(errors).toBeUndefined();
  const { preview } = data as { preview: { text: string; customers: { nodes: readonly { readonly id: string }[] } } };
  return { ids: preview.customers.nodes.map((n) => n.id), text: preview.text };
}

/** The newest of each customer's purchases; of equal times the one that came later in the file, whose key is greater. */
function latestOf(asOf: string, which: (p: Purchase) => boolean): ReadonlyMap<string, Purchase> {
  const found = new Map<string, Purchase>();
  const at = (p: Purchase): string => `${p.day} ${String(p.hour).padStart(2, '0')}`;
  for (const p of shop.purchases) {
    const exists = Object.hasOwn(since, p.customer) && (since[p.customer] ?? '') <= asOf;
    if (!exists || localDay(p) > asOf || !which(p)) continue;
    const known = found.get(p.customer);
    if (!known || at(p) >= at(known)) found.set(p.customer, p);
  }
  return found;
}
const whose = (latest: ReadonlyMap<string, Purchase>, holds: (p: Purchase) => boolean): readonly string[] =>
  [...latest].flatMap(([customer, p]) => (holds(p) ? [customer] : [])).sort();

describe('the latest of the rows', () => {
  test.each(['2026-01-09', '2026-01-25', '2026-02-28'])('is the newest one known as of %s', async (asOf) => {
    const all = latestOf(asOf, () => true);
    const north = await membersOf({ latest: { shop: { eq: 'north' } } }, asOf);
    expect(north.ids).toEqual(whose(all, (p) => p.shop === 'north'));
    expect(north.text).toContain('the latest of those is one where Shop is "north"');
    const dear = latestOf(asOf, (p) => (p.amount ?? 0) > 10);
    const dearOnes = { where: { amount: { gt: 10 } }, latest: { not: { shop: { eq: 'north' } } } };
    expect((await membersOf(dearOnes, asOf)).ids).toEqual(whose(dear, (p) => p.shop !== 'north'));
    expect(all.size).toBeGreaterThan(3);
  });
  test('is that of the window', async () => {
    const early = latestOf('2026-02-28', (p) => localDay(p) < '2026-01-15');
    const found = await membersOf({ during: { until: '2026-01-15' }, latest: { shop: { eq: 'south' } } }, '2026-02-28');
    expect(found.ids).toEqual(whose(early, (p) => p.shop === 'south'));
  });
  test('is none where there are no rows, whatever else is asked of them', async () => {
    const { ids } = await membersOf({ count: { gte: 0 }, latest: { amount: { ne: 999 } } }, '2026-02-28');
    expect(ids).toEqual(
      whose(
        latestOf('2026-02-28', () => true),
        () => true,
      ),
    );
    expect(ids).not.toContain('c8');
  });
  test('tells unknown columns with their path', async () => {
    const { errors } = await shop.workspace.ask(
      '{ preview(where: {purchases: {latest: {shopp: {eq: "north"}}}}) { size } }',
    );
    expect(errors?.[0]?.message).toContain('shopp');
  });
});
