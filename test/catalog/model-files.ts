import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadCatalog, type LoadedModel } from '../../src/catalog/load.js';
import type { Catalog } from '../../src/catalog/model.js';
import type { Defining } from '../../src/catalog/relations.js';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';
import type { Warehouse } from '../../src/warehouse/warehouse.js';

export type Files = Readonly<Record<string, string | null>>;

/** A small sound model: customers, users, events, subscriptions. */
export const soundModel = {
  'workspace.yml': `
name: Small
time_zone: Europe/Rome
constants: { gross_margin: 0.8 }
`,
  'sql/customers.sql': `-- One row per customer.
select customer_id, name, industry, created_on, 'x' as note
from (values ('a', 'Acme', 'Retail', date '2026-01-01'), ('b', 'Bolt', 'Media', date '2026-02-01'))
  as t (customer_id, name, industry, created_on);
`,
  'sql/customers.yml': `
entity: customer
key: customer_id
since: created_on
name: name
description: One row per customer.
columns:
  industry: { label: Sector, description: What they do, and where }
  note: { hidden: true }
attributes:
  margin: { formula: mrr * gross_margin, unit: currency }
  is_paying: { formula: mrr > 0 }
  mrr_per_seat: { formula: mrr / nullif(seats, 0), unit: currency }
  is_good: { formula: mrr_per_seat > 5 and is_paying }
metrics:
  customers: { state: count(*) filter (where is_paying) }
  logo_churn_rate:
    change:
      numerator: count(*) filter (where before.is_paying and not after.is_paying)
      denominator: count(*) filter (where before.is_paying)
    unit: ratio
    good: down
  arr: { formula: 12 * mrr }
  arpa: { formula: { numerator: mrr, denominator: customers }, members: start, zero: NO_CUSTOMERS }
`,
  'sql/users.sql': `
select * from (values ('u1', 'a', 'admin'), ('u2', 'b', 'member')) as t (user_id, customer_id, role)
`,
  'sql/users.yml': `
entity: user
key: user_id
customer: customer_id
attributes:
  is_active: { formula: last_seen_on is not null }
customer_attributes:
  people: { value: count(*), missing: 0 }
  admins: { value: count(*), where: role = 'admin', missing: 0 }
`,
  'sql/events.sql': `
select *
from (values (1, 'a', 'u1', timestamptz '2026-03-01T10:00:00Z', 'login'), (2, 'a', 'u1', '2026-03-02T23:30:00Z', 'export'))
  as t (event_id, customer_id, user_id, occurred_at, name)
`,
  'sql/events.yml': `
fact: event
key: event_id
customer: customer_id
user: user_id
time: occurred_at
attributes:
  active_users_7d: { label: Active users (7 days), value: count(distinct user_id), last: 7 days, missing: 0 }
  last_seen_on: { value: max(day), last: all }
user_attributes:
  last_seen_on: { value: max(day), last: all }
metrics:
  active_users: { flow: count(distinct user_id), last: 30 days, latest_per: user_id, where: name = 'login' }
`,
  'sql/subscriptions.sql': `
select *
from (values ('s1', 'a', date '2026-01-05', null, 100.50, 10), ('s2', 'b', '2026-02-05', date '2026-03-01', 20, 1))
  as t (subscription_id, customer_id, started_on, ended_on, mrr, seats)
`,
  'sql/subscriptions.yml': `
fact: subscription
key: subscription_id
customer: customer_id
interval: [started_on, ended_on]
columns:
  mrr: { label: MRR, min: 0 }
  ended_on: { known_from: ended_on }
attributes:
  mrr: { label: MRR, value: sum(mrr), current: true, missing: 0, unit: currency }
  seats: { value: sum(seats), current: true, missing: 0 }
metrics:
  mrr: { label: MRR, state: sum(mrr), unit: currency, good: up }
`,
} as const satisfies Files;

/** The same facts from files. */
export const filesModel = {
  'data/events.csv': `event_id,customer_id,user_id,occurred_at,name
1,a,u1,2026-03-01T10:00:00Z,login
2,a,u1,2026-03-02T23:30:00Z,export
`,
  'data/subscriptions.csv': `subscription_id,customer_id,started_on,ended_on,mrr,seats
s1,a,2026-01-05,,100.50,10
s2,b,2026-02-05,2026-03-01,20,1
`,
  'sql/events.sql': "select * from read_csv('data/events.csv')",
  'sql/subscriptions.sql': "select * from 'data/subscriptions.csv'",
} as const satisfies Files;

export interface Opened extends LoadedModel {
  readonly dir: string;
  readonly engine: Warehouse;
}

/** Loads the sound model with some files replaced (null: left out), and closes it again after `use`. */
export async function withModel<T>(
  changes: Files,
  use: (opened: Opened) => T | Promise<T>,
  options: (engine: Warehouse) => Defining = () => ({}),
): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'tessera-model-'));
  for (const [file, text] of Object.entries({ ...soundModel, ...changes } as Files)) {
    if (text === null) continue;
    await mkdir(dirname(join(dir, file)), { recursive: true });
    await writeFile(join(dir, file), text);
  }
  const engine = await openDuckDb({ dir, settings: { poolSize: 1, threads: 1 } });
  try {
    return await use({ dir, engine, ...(await loadCatalog(dir, engine, options(engine))) });
  } finally {
    await engine.close();
    await rm(dir, { recursive: true });
  }
}

/** The problems of the sound model with some files replaced. */
export const problemsOf = (changes: Files) => withModel(changes, ({ problems }) => problems);

/** A file of the sound model with one piece of text replaced by another. */
export function edited(file: keyof typeof soundModel, from: string, to: string): Files {
  const text: string = soundModel[file];
  if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
  return { [file]: text.replace(from, to) };
}

export const soundCatalog = <T>(use: (catalog: Catalog) => T): Promise<T> =>
  withModel({}, ({ catalog, problems }) => {
    if (!catalog) throw new Error(JSON.stringify(problems));
    return use(catalog);
  });
