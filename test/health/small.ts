import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';

/** What a customer of the small workspace is: columns `a` to `c`, `kind`, `is_vip`, `measured_on`, in that order. */
export interface Small {
  readonly id: string;
  readonly a?: number | null;
  readonly b?: number | null;
  readonly c?: number | null;
  readonly kind?: string | null;
  readonly isVip?: boolean | null;
  readonly measuredOn?: string | null;
}

const text = (value: string | number | boolean | null | undefined): string =>
  value === null || value === undefined ? 'null' : typeof value === 'string' ? `'${value}'` : String(value);

const rowOf = (s: Small): string =>
  `('${s.id}', ${text(s.a)}::double, ${text(s.b)}::double, ${text(s.c)}::double, ${text(s.kind)}::varchar, ${text(s.isVip)}::boolean, ${text(s.measuredOn)}::date)`;

/** Readings of a number by day, for what changes over time: `reading` is that of the day itself. */
export interface Reading {
  readonly id: string;
  readonly on: string;
  readonly value: number;
}

export const smallFiles = (
  customers: readonly Small[],
  health: string | null,
  readings: readonly Reading[] = [],
  attributes = 'attributes: {}',
): Readonly<Record<string, string>> => ({
  'workspace.yml': 'name: Small\ntime_zone: UTC\nas_of: 2026-06-30\n',
  'sql/customers.sql': `select * from (values ${customers.map(rowOf).join(', ')})
    as t (customer_id, a, b, c, kind, is_vip, measured_on)`,
  'sql/customers.yml': `entity: customer\nkey: customer_id\n${attributes}\n`,
  'sql/readings.sql': `select * from (values ('none', date '1900-01-01', 0.0::double)${readings
    .map((r) => `, ('${r.id}', date '${r.on}', ${String(r.value)}::double)`)
    .join('')}) as t (customer_id, read_on, value)`,
  'sql/readings.yml': `fact: reading\ncustomer: customer_id\ntime: read_on
attributes:\n  reading: { value: max(value), last: 1 day }\n  read_on: { value: max(day), last: all }\n`,
  ...(health === null ? {} : { 'sql/health.yml': health }),
});

export async function openSmall(
  files: Readonly<Record<string, string>>,
): Promise<OpenWorkspace & { readonly dir: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'tessera-health-'));
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, file)), { recursive: true });
    await writeFile(join(dir, file), content);
  }
  try {
    const open = await openWorkspace(dir);
    return {
      ...open,
      dir,
      close: async () => {
        await open.close();
        await rm(dir, { recursive: true });
      },
    };
  } catch (error) {
    await rm(dir, { recursive: true });
    throw error;
  }
}

export type Scores = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Fields of all customers by id. */
export async function scores(open: OpenWorkspace, fields: string, asOf = '2026-06-30'): Promise<Scores> {
  const { data, errors } = await open.ask(
    `{ preview { customers(first: 1000, asOf: "${asOf}") { nodes { id ${fields} } } } }`,
  );
  if (errors) throw new Error(errors.map((e) => e.message).join('\n'));
  const { nodes } = (data as { preview: { customers: { nodes: readonly { id: string }[] } } }).preview.customers;
  return Object.fromEntries(nodes.map(({ id, ...rest }) => [id, rest]));
}

/** All of a file's customers scored once. */
export async function scored(
  customers: readonly Small[],
  health: string,
  fields: string,
  readings: readonly Reading[] = [],
): Promise<Scores> {
  const open = await openSmall(smallFiles(customers, health, readings));
  try {
    return await scores(open, fields);
  } finally {
    await open.close();
  }
}
