import type { DuckDBConnection } from '@duckdb/node-api';
import type { Columns, Statement } from '../warehouse.js';
import { bindParameters } from './bind.js';
import { readColumns } from './columns.js';
import { forget, preparedOf } from './prepared.js';
import { warehouseError } from './errors.js';

const INTERRUPT_EVERY_MS = 10;

export interface Bounds {
  /** Left out of messages, so that they name files as the model does. */
  readonly dir: string;
  readonly maxRows: number;
  /** Plans of the same version may be used again: the engine does not plan anew when a view changes. */
  readonly version?: number;
}

/** Runs one statement and reads its answer. Throws the signal's reason once it is aborted, or a WarehouseError. */
export async function execute(
  connection: DuckDBConnection,
  statement: Statement,
  { dir, maxRows, version }: Bounds,
  signal: AbortSignal,
): Promise<Columns> {
  const release = interruptOnAbort(connection, signal);
  const sql = (statement.mostRows ?? Infinity) > maxRows ? capped(statement.sql, maxRows) : statement.sql;
  const key = version === undefined || IS_ASOF.test(sql) ? null : `${String(version)} ${sql}`;
  try {
    const prepared = await preparedOf(connection, sql, key);
    try {
      signal.throwIfAborted();
      bindParameters(prepared, statement.parameters);
      return await readColumns(await prepared.run(), maxRows, signal);
    } finally {
      if (key === null) prepared.destroySync();
    }
  } catch (error) {
    if (key !== null) forget(connection, key);
    signal.throwIfAborted();
    throw warehouseError(error, sql, dir);
  } finally {
    release();
  }
}

/** The second run of a planned ASOF join breaks the whole database (DuckDB 1.5.5). */
const IS_ASOF = /\basof\b/i;

const IS_QUERY = /^(\s|--[^\n]*\n|\/\*[^]*?\*\/)*(select|with|from|values|\()/i;

/**
 * A result is held in memory outside the engine's limit, so the engine must not produce more of it than may be read.
 * What comes before the SQL has no line break, so that lines in the engine's complaints are those of the SQL.
 */
const capped = (sql: string, maxRows: number): string =>
  IS_QUERY.test(sql) ? `select * from (${sql.replace(/;\s*$/, '')}\n) limit ${String(maxRows + 1)}` : sql;

/** An interrupt that arrives before the engine has started on the query is lost, so it is repeated until released. */
function interruptOnAbort(connection: DuckDBConnection, signal: AbortSignal): () => void {
  let repeat: NodeJS.Timeout | undefined;
  const interrupt = (): void => {
    connection.interrupt();
    repeat = setInterval(() => {
      connection.interrupt();
    }, INTERRUPT_EVERY_MS);
  };
  if (signal.aborted) interrupt();
  else signal.addEventListener('abort', interrupt, { once: true });
  return () => {
    clearInterval(repeat);
    signal.removeEventListener('abort', interrupt);
  };
}
