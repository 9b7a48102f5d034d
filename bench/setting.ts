import { cpus, totalmem } from 'node:os';
import { statSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';

/** Where and on what a run took place, in words. */
export interface Setting {
  readonly machine: string;
  readonly data: string;
  readonly versions: string;
}

export async function settingOf(connection: DuckDBConnection, file: string): Promise<Setting> {
  const one = async (sql: string): Promise<string | number> =>
    (await connection.runAndReadAll(sql)).getRows()[0]?.[0] as string | number;
  const count = async (relation: string): Promise<string> =>
    (await one(`select count(*)::int from ${relation}`)).toLocaleString('en');
  const [cpu] = cpus();
  return {
    machine: `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    data: `${await count('customers')} customers, ${await count('users')} users, ${await count('events')} events, snapshots of ${await count('tessera.snapshot_days')} days, ${(statSync(file).size / 1e9).toFixed(2)} GB built`,
    versions: `Node ${process.version}, DuckDB ${await one('select version()')}`,
  };
}
