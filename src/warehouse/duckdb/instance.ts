import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { engineError, warehouseError } from './errors.js';
import { type SpillFolder, spillFolder } from './spill-folder.js';
import { forgetAll } from './prepared.js';
import type { DuckDbSettings } from './settings.js';

/** An in-memory database and its connections, all in UTC and with locked settings. */
export interface Opened {
  readonly connections: readonly DuckDBConnection[];
  /** Whether what does not fit the memory limit can be kept in a folder. */
  readonly spills: boolean;
  close(): Promise<void>;
}

/** By the engine's names; an undefined one keeps the engine's default. */
const options = (
  dir: string,
  spill: SpillFolder,
  settings: DuckDbSettings,
): Readonly<Record<string, string | number | undefined>> => ({
  timezone: 'UTC',
  // For SQL by hand; a model's paths are made absolute. It is a list parted by commas, with no way to quote one.
  file_search_path: dir.includes(',') ? undefined : dir,
  memory_limit: settings.memoryLimit,
  threads: settings.threads,
  temp_directory: spill.path,
  preserve_insertion_order: 'false',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  // Gives memory back that nobody uses, also while nobody asks.
  allocator_background_threads: 'true',
  lock_configuration: 'true',
});

/** Throws EngineError. */
export async function openInstance(dir: string, settings: DuckDbSettings): Promise<Opened> {
  const instance = await DuckDBInstance.create(':memory:', { errors_as_json: 'true' });
  const spill = await spillFolder(settings.tempDirectory);
  const connections = await Promise.all(Array.from({ length: settings.poolSize }, () => instance.connect()));
  const close = async (): Promise<void> => {
    for (const connection of connections) {
      forgetAll(connection);
      connection.closeSync();
    }
    instance.closeSync();
    await spill.remove();
  };
  try {
    for (const [name, value] of Object.entries(options(dir, spill, settings)))
      if (value !== undefined) await set(instance, name, value);
  } catch (error) {
    await close();
    throw error;
  }
  return { connections, spills: spill.path !== '', close };
}

/** For the whole instance, so that every connection has it. As an option of `create` a bad value has no message. */
async function set(instance: DuckDBInstance, name: string, value: string | number): Promise<void> {
  const sql = `set global ${name} = '${String(value).replaceAll("'", "''")}'`;
  const connection = await instance.connect();
  try {
    await connection.run(sql);
  } catch (error) {
    throw engineError(warehouseError(error, sql, ''));
  } finally {
    connection.closeSync();
  }
}
