import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { DuckDbSettings } from '../../src/warehouse/duckdb/settings.js';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';
import type { Columns, QueryEnded, Warehouse } from '../../src/warehouse/warehouse.js';

/** A folder with these files, gone after the test. */
export async function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'tessera-warehouse-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true });
    await writeFile(join(dir, name), content);
  }
  return dir;
}

/** A warehouse over a folder with these files, closed after the test. */
export async function opened(
  settings: Partial<DuckDbSettings> = {},
  files: Readonly<Record<string, string | Uint8Array>> = {},
  onQuery?: (query: QueryEnded) => void,
): Promise<Warehouse> {
  const warehouse = await openDuckDb({ dir: await folder(files), settings, ...(onQuery && { onQuery }) });
  onTestFinished(() => warehouse.close());
  return warehouse;
}

/** One empty warehouse for all the tests of a file. */
export function shared(): () => Warehouse {
  let warehouse: Warehouse | undefined;
  beforeAll(async () => {
    warehouse = await openDuckDb({ dir: tmpdir() });
  });
  afterAll(() => warehouse?.close());
  return () => {
    if (!warehouse) throw new Error('Not open yet');
    return warehouse;
  };
}

export const ask = (warehouse: Warehouse, sql: string, ...parameters: readonly unknown[]): Promise<Columns> =>
  warehouse.run({ sql, parameters });

/** The one value of a one-row, one-column answer. */
export const value = async (warehouse: Warehouse, sql: string, ...parameters: readonly unknown[]): Promise<unknown> => {
  const { columns, rowCount } = await ask(warehouse, sql, ...parameters);
  if (rowCount !== 1 || columns.length !== 1) throw new Error(`Expected one value from ${sql}`);
  return columns[0]?.[0];
};

/** Never ends by itself. */
export const ENDLESS =
  'select count(*) from range(10000000) a, range(10000000) b where a.range * b.range % 7 = 3 and a.range + b.range < 9';
