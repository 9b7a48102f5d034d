import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';

/** A purchase in January or February 2026; customer `c9` is in no list of customers and customer `c7` comes late. */
export interface Purchase {
  readonly customer: string;
  readonly person: string;
  readonly day: string;
  readonly hour: number;
  readonly amount: number | null;
  readonly shop: string;
}

const dayNumber = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);

const purchase = fc.record({
  customer: fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c9'),
  person: fc.constantFrom('ann', 'bob'),
  day: fc.integer({ min: 0, max: 58 }).map(dayNumber),
  hour: fc.integer({ min: 0, max: 23 }),
  amount: fc.option(fc.integer({ min: -5, max: 40 }), { freq: 8 }),
  shop: fc.constantFrom('north', 'south'),
});

export const since: Readonly<Record<string, string | null>> = {
  ...Object.fromEntries(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c8'].map((c) => [c, null])),
  c7: '2026-01-20',
};

export interface Shop {
  readonly purchases: readonly Purchase[];
  readonly workspace: OpenWorkspace;
  close(): Promise<void>;
}

const csv = (rows: readonly (readonly (string | number | null | undefined)[])[]): string =>
  rows.map((r) => r.map((v) => v ?? '').join(',')).join('\n');

/** A small shop in Rome, where a purchase at 23:30 UTC is of the next day. */
export async function openShop(count: number, seed: number): Promise<Shop> {
  const purchases = fc.sample(purchase, { numRuns: count, seed });
  const dir = await mkdtemp(join(tmpdir(), 'tessera-rfm-'));
  const people = [...new Set(purchases.map((p) => `${p.person}@${p.customer}`))].map((both) => both.split('@'));
  const files: Readonly<Record<string, string>> = {
    'workspace.yml': 'name: Shop\ntime_zone: Europe/Rome\nas_of: 2026-02-28\n',
    'data/customers.csv': csv([
      ['customer_id', 'since', 'city'],
      ...Object.entries(since).map(([c, s], i) => [c, s, i % 2 ? 'Rome' : 'Bari']),
    ]),
    'data/people.csv': csv([['user_id', 'customer_id'], ...people]),
    'data/purchases.csv': csv([
      ['id', 'customer_id', 'user_id', 'bought_at', 'amount', 'shop'],
      ...purchases.map((p, i) => [
        i,
        p.customer,
        p.person,
        `${p.day}T${String(p.hour).padStart(2, '0')}:30:00Z`,
        p.amount,
        p.shop,
      ]),
    ]),
    'sql/customers.sql':
      "select customer_id, cast(since as date) as since, city from read_csv('data/customers.csv', all_varchar = true)",
    'sql/customers.yml': 'entity: customer\nkey: customer_id\nsince: since\n',
    'sql/users.sql': "select * from read_csv('data/people.csv', all_varchar = true)",
    'sql/users.yml': 'entity: user\nkey: user_id\ncustomer: customer_id\n',
    'sql/purchases.sql':
      "select cast(id as integer) as id, customer_id, user_id, cast(bought_at as timestamptz) as bought_at, cast(amount as decimal(12, 2)) as amount, shop from read_csv('data/purchases.csv', all_varchar = true)",
    'sql/purchases.yml': 'fact: purchase\nkey: id\ncustomer: customer_id\nuser: user_id\ntime: bought_at\n',
  };
  for (const folder of ['data', 'sql']) await mkdir(join(dir, folder));
  for (const [path, text] of Object.entries(files)) await writeFile(join(dir, path), text);
  const workspace = await openWorkspace(dir);
  return {
    purchases,
    workspace,
    close: async () => {
      await workspace.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** The day of a purchase in Rome, an hour ahead of UTC in winter. */
export const localDay = ({ day, hour }: Purchase): string =>
  hour === 23 ? new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10) : day;
