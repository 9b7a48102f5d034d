import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleZone, type SampleOptions } from './options.js';

const folder = join(import.meta.dirname, 'sql');

/** The SQL files of the generator that hold whole steps, in order; `06-events.sql` is run once a month instead. */
export async function stepFiles(): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql') && name !== eventsFile).sort();
}

export const eventsFile = '06-events.sql';

export async function readStep(name: string): Promise<string> {
  return readFile(join(folder, name), 'utf8');
}

/** An instance on disk in `scratch`, so that a large company does not have to fit in memory. */
export async function openScratch(scratch: string, threads?: number): Promise<DuckDBInstance> {
  return DuckDBInstance.create(join(scratch, 'sample.duckdb'), {
    memory_limit: '12GB',
    temp_directory: scratch,
    ...(threads !== undefined && { threads: String(threads) }),
  });
}

/** The variables that the SQL reads with getvariable(). */
export async function setVariables(connection: DuckDBConnection, options: SampleOptions): Promise<void> {
  const end = `date '${options.end}'`;
  const days = String(options.days);
  const variables: Readonly<Record<string, string>> = {
    seed: String(options.seed),
    customers: `${String(options.customers)}::int`,
    awkward: '10::int',
    width: `${String(Math.max(4, String(options.customers).length))}::int`,
    days: `${days}::int`,
    zone: `'${sampleZone}'`,
    end_day: end,
    start_day: `${end} - ${days}::int + 1`,
    history_start: `${end} - ${days}::int - 730`,
    outage_day: `${end} - 112`,
    end_instant: `epoch_us(timezone('${sampleZone}', (${end} + 1)::timestamp))`,
  };
  await connection.run("set timezone = 'UTC'");
  for (const [name, value] of Object.entries(variables)) await connection.run(`set variable ${name} = ${value}`);
}

/** Rows of one query as plain JSON values. */
export async function rowsOf(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJson();
}
