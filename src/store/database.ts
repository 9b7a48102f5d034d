import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Kysely, SqliteAdapter, SqliteDialect, SqliteDriver, type Driver } from 'kysely';
import Libsql from 'libsql';
import { patiently } from './sqlite-errors.js';
import type { Tables } from './tables.js';

/** How long SQLite itself waits for a lock; the process answers nobody meanwhile, so longer waits are `patiently`. */
const BLOCKING_WAIT_MS = 20;

/**
 * Takes the write lock when a transaction begins, so that what it reads cannot go stale before it writes. By `exec`: libsql
 * 0.5 leaves a prepared statement that met a lock in progress, and no later commit gets through.
 */
class WritingDriver extends SqliteDriver {
  constructor(
    private readonly database: Libsql.Database,
    private readonly patienceMs: number,
  ) {
    super({ database });
  }
  override async beginTransaction(): Promise<void> {
    await patiently(this.patienceMs, () => this.execute('begin immediate'));
  }
  override commitTransaction(): Promise<void> {
    return this.execute('commit');
  }
  override rollbackTransaction(): Promise<void> {
    return this.execute('rollback');
  }
  private async execute(statement: string): Promise<void> {
    await Promise.resolve(this.database.exec(statement));
  }
}

/** A migration that fails halfway leaves nothing behind: SQLite can roll back a schema change. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class LibsqlDialect extends SqliteDialect {
  constructor(
    private readonly database: Libsql.Database,
    private readonly patienceMs: number,
  ) {
    super({ database });
  }
  override createDriver(): Driver {
    return new WritingDriver(this.database, this.patienceMs);
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** A database, and a text that is another after every change: it is asked for with every request, so it is prepared once. */
export interface Opened {
  readonly db: Kysely<Tables>;
  readonly stamp: () => string;
}

/** `data_version` tells what other connections have changed, `total_changes` what this one has. */
const STAMP = `select data_version || ' ' || total_changes() as stamp from pragma_data_version`;

/** Opens or makes the file, with the folders above it. A change waits up to `patienceMs` for another process's lock. */
export async function openDatabase(path: string, patienceMs: number): Promise<Opened> {
  await mkdir(dirname(path), { recursive: true });
  const database = new Libsql(path, { timeout: BLOCKING_WAIT_MS });
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
  } catch (error) {
    database.close();
    throw error;
  }
  const stamp = database.prepare(STAMP);
  return {
    db: new Kysely<Tables>({ dialect: new LibsqlDialect(database, patienceMs) }),
    stamp: () => (stamp.get() as { readonly stamp: string }).stamp,
  };
}
