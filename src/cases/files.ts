import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';

/** Texts by their path in a workspace. */
export type Files = Readonly<Record<string, string>>;

export async function writeWorkspace(files: Files): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'tessera-case-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
  return dir;
}

export interface WorkspaceSettings {
  readonly timeZone?: string;
  readonly weekStart?: 'monday' | 'sunday';
  /** The last whole day of the data. */
  readonly asOf: string;
}

export const workspaceYml = ({ timeZone = 'UTC', weekStart = 'monday', asOf }: WorkspaceSettings): Files => ({
  'workspace.yml': stringify({ name: 'Worked case', time_zone: timeZone, week_start: weekStart, as_of: asOf }),
});

/** A column of a table of rows, and its type in SQL. */
export type Columns = Readonly<Record<string, string>>;

/** A relation over rows that lie in a file beside it, and what the columns mean. */
export function relation(
  name: string,
  columns: Columns,
  rows: readonly object[],
  yml: Readonly<Record<string, unknown>>,
): Files {
  const types = Object.entries(columns).map(([column, type]) => `${column}: '${type}'`);
  const path = `data/${name}.ndjson`;
  return {
    [`sql/${name}.sql`]: `select * from read_json('${path}', format = 'newline_delimited', columns = {${types.join(', ')}})\n`,
    [`sql/${name}.yml`]: stringify(yml),
    [path]: rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
  };
}

/** Customers; where there are none one who does nothing, since a workspace has somebody to ask about. */
export const customersOf = (
  columns: Columns,
  rows: readonly { readonly customer_id: string }[],
  yml: Readonly<Record<string, unknown>> = {},
): Files =>
  relation('customers', { customer_id: 'VARCHAR', ...columns }, rows.length > 0 ? rows : [{ customer_id: 'nobody' }], {
    entity: 'customer',
    key: 'customer_id',
    ...yml,
  });

/** A relation that selects from others. */
export const derived = (name: string, sql: string, yml?: Readonly<Record<string, unknown>>): Files => ({
  [`sql/${name}.sql`]: `${sql}\n`,
  ...(yml && { [`sql/${name}.yml`]: stringify(yml) }),
});
