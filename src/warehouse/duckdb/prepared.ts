import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';
import { LRUCache } from 'lru-cache';

/** Plans of large statements take memory of the engine's. */
const MOST = 50;

/** Statements that a connection has planned; a connection runs one query at a time, so none is in use twice. */
const planned = new WeakMap<DuckDBConnection, LRUCache<string, DuckDBPreparedStatement>>();

/** A statement ready to be bound, planned anew only where this connection has not run it lately under its key. */
export async function preparedOf(
  connection: DuckDBConnection,
  sql: string,
  key: string | null,
): Promise<DuckDBPreparedStatement> {
  if (key === null) return connection.prepare(sql);
  const known = planned.get(connection) ?? newCache();
  planned.set(connection, known);
  const found = known.get(key);
  if (found) return found;
  const prepared = await connection.prepare(sql);
  known.set(key, prepared);
  return prepared;
}

/** Drops a statement that failed. */
export const forget = (connection: DuckDBConnection, key: string): void => {
  planned.get(connection)?.delete(key);
};

/** Before its connection is closed. */
export const forgetAll = (connection: DuckDBConnection): void => {
  planned.get(connection)?.clear();
};

const newCache = () =>
  new LRUCache<string, DuckDBPreparedStatement>({
    max: MOST,
    dispose: (prepared) => {
      prepared.destroySync();
    },
  });
