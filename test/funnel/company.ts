import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { openWorkspace, type Answer } from '../support/workspace.js';

export const zone = 'Europe/Rome';

export interface Event {
  readonly fact: 'events' | 'orders';
  readonly customer: string;
  readonly user: string;
  /** Microseconds since 1970. */
  readonly at: number;
  readonly name: string;
  readonly flavour: string;
}
export interface Person {
  readonly user: string;
  readonly customer: string;
  readonly role: string;
}

export interface Company {
  readonly ask: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

const instant = (at: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at / 1000);
/** Wall-clock time of the zone, as a column without a zone has it. */
const wallClock = (at: number): string => instant(at).toZonedDateTimeISO(zone).toPlainDateTime().toString();

const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const read = (name: string, columns: Readonly<Record<string, string>>): string => {
  const typed = Object.entries(columns).map(([column, type]) => `${column}: '${type}'`);
  return `select * from read_json('data/${name}.ndjson', format = 'newline_delimited', columns = {${typed.join(', ')}})`;
};

/** A workspace of these customers, people and rows: events are instants, orders wall-clock time (or with `days` days). */
export async function openCompany(
  plans: Readonly<Record<string, string>>,
  people: readonly Person[],
  events: readonly Event[],
  settings: { readonly asOf: string; readonly days?: boolean },
): Promise<Company> {
  const dir = await mkdtemp(join(tmpdir(), 'tessera-funnel-'));
  const orderTime = settings.days ? 'DATE' : 'TIMESTAMP';
  const files: Readonly<Record<string, string>> = {
    'workspace.yml': `name: Funnels\ntime_zone: ${zone}\nas_of: ${settings.asOf}\n`,
    'data/customers.ndjson': lines(Object.entries(plans).map(([id, plan]) => ({ customer_id: id, plan }))),
    'data/users.ndjson': lines(people.map((p) => ({ user_id: p.user, customer_id: p.customer, role: p.role }))),
    'data/events.ndjson': lines(rowsOf(events, 'events', (at) => instant(at).toString())),
    'data/orders.ndjson': lines(
      rowsOf(events, 'orders', (at) => (settings.days ? wallClock(at).slice(0, 10) : wallClock(at))),
    ),
    'sql/customers.sql': read('customers', { customer_id: 'VARCHAR', plan: 'VARCHAR' }),
    'sql/customers.yml': 'entity: customer\nkey: customer_id\n',
    'sql/users.sql': read('users', { user_id: 'VARCHAR', customer_id: 'VARCHAR', role: 'VARCHAR' }),
    'sql/users.yml': 'entity: user\nkey: user_id\ncustomer: customer_id\n',
    ...fact('events', 'TIMESTAMPTZ'),
    ...fact('orders', orderTime),
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(dir, path, '..'), { recursive: true });
    await writeFile(join(dir, path), text);
  }
  const workspace = await openWorkspace(dir);
  return {
    ask: (query, variables) => workspace.ask(query, variables),
    close: async () => {
      await workspace.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

const rowsOf = (events: readonly Event[], fact: Event['fact'], time: (at: number) => string): readonly object[] =>
  events
    .filter((e) => e.fact === fact)
    .map(({ customer, user, at, name, flavour }) => ({
      customer_id: customer,
      user_id: user,
      happened_at: time(at),
      name,
      flavour,
    }));

const fact = (name: 'events' | 'orders', time: string): Readonly<Record<string, string>> => ({
  [`sql/${name}.sql`]: read(name, {
    ...{ customer_id: 'VARCHAR', user_id: 'VARCHAR', happened_at: time, name: 'VARCHAR', flavour: 'VARCHAR' },
  }),
  [`sql/${name}.yml`]: `fact: ${name.slice(0, -1)}\ncustomer: customer_id\nuser: user_id\ntime: happened_at\n`,
});
