import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Kysely, SqliteAdapter, SqliteDialect, SqliteDriver, type DatabaseConnection, type Driver } from 'kysely';
import Libsql from 'libsql';
import type { Tables } from './tables.js';

const BUSY_TIMEOUT_MS = 5000;

/**
 * Takes the write lock when a transaction begins, so that what it reads cannot go stale before it writes. `exec` because
 * libsql 0.5 leaves a prepared statement that met a lock in progress, and no later commit gets through.
 */
class WritingDriver extends SqliteDriver {
  constructor(private readonly database: Libsql.Database) {
    super({ database });
  }
  override async beginTransaction(_connection: DatabaseConnection): Promise<void> {
    this.database.exec('begin immediate');
  }
  override async commitTransaction(_connection: DatabaseConnection): Promise<void> {
    this.database.exec('commit');
  }
  override async rollbackTransaction(_connection: DatabaseConnection): Promise<void> {
    this.database.exec('rollback');
  }
}

/** A migration that fails halfway leaves nothing behind: SQLite can roll back a schema change. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class LibsqlDialect extends SqliteDialect {
  constructor(private readonly database: Libsql.Database) {
    super({ database });
  }
  override createDriver(): Driver {
    return new WritingDriver(this.database);
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** Opens or makes the file, with the folders above it. An acknowledged write survives a crash and a power cut. */
export async function openDatabase(path: string): Promise<Kysely<Tables>> {
  await mkdir(dirname(path), { recursive: true });
  const database = new Libsql(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
  } catch (error) {
    database.close();
    throw error;
  }
  return new Kysely<Tables>({ dialect: new LibsqlDialect(database) });
}
