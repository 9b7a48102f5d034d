import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export const home = resolve(import.meta.dirname, '../..');

const opened = new Map<string, Promise<DuckDBInstance>>();

/**
 * A connection on which every relation of a workspace's sql/ is a table. The tables are made once per process: what is
 * made besides must be temporary.
 */
export async function openRelations(workspace: string): Promise<DuckDBConnection> {
  const made = opened.get(workspace) ?? makeRelations(workspace);
  opened.set(workspace, made);
  return inUtc(await made);
}

async function inUtc(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  return connection;
}

async function makeRelations(workspace: string): Promise<DuckDBInstance> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await inUtc(instance);
  await connection.run(`set file_search_path = '${workspace}'`);
  const waiting = (await readdir(join(workspace, 'sql'))).filter((file) => file.endsWith('.sql'));
  let failures = 0;
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    const select = await readFile(join(workspace, 'sql', file), 'utf8');
    try {
      await connection.run(`create table ${file.replace('.sql', '')} as ${select}`);
      failures = 0;
    } catch (error) {
      // A relation that selects from one not there yet goes to the back of the queue.
      if (failures++ > waiting.length) throw error;
      waiting.push(file);
    }
  }
  connection.closeSync();
  return instance;
}

export async function rows(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJson();
}

/** The first value of the first row, as text. */
export async function value(connection: DuckDBConnection, sql: string): Promise<string> {
  return String(Object.values((await rows(connection, sql))[0] ?? {})[0]);
}
