import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Kysely, SqliteAdapter, SqliteDialect, SqliteDriver, type CompiledQuery, type Driver } from 'kysely';
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
    private readonly reader: Libsql.Database,
    private readonly patienceMs: number,
  ) {
    super({ database });
  }
  override async destroy(): Promise<void> {
    this.reader.close();
    await super.destroy();
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
    private readonly reader: Libsql.Database,
    private readonly patienceMs: number,
  ) {
    super({ database });
  }
  override createDriver(): Driver {
    return new WritingDriver(this.database, this.reader, this.patienceMs);
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** A database, and a second look at it for what is read without waiting. */
export interface Opened {
  readonly db: Kysely<Tables>;
  readonly committed: Committed;
}

/** What is committed, by a connection of its own: a change that is half done is not seen, nor one that will be taken back. */
export interface Committed {
  /** Another number after every change that anybody commits. */
  readonly version: () => number;
  readonly rows: <Row>(query: CompiledQuery<Row>) => readonly Row[];
}

/** Opens or makes the file, with the folders above it. A change waits up to `patienceMs` for another process's lock. */
export async function openDatabase(path: string, patienceMs: number): Promise<Opened> {
  await mkdir(dirname(path), { recursive: true });
  const database = connect(path, 'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
  try {
    const reader = connect(path, 'pragma query_only = on');
    return {
      db: new Kysely<Tables>({ dialect: new LibsqlDialect(database, reader, patienceMs) }),
      committed: committedIn(reader),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Closed again where it cannot be set up. */
function connect(path: string, settings: string): Libsql.Database {
  const database = new Libsql(path, { timeout: BLOCKING_WAIT_MS });
  try {
    database.exec(settings);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The version is asked for by most requests, so it is prepared once. */
function committedIn(reader: Libsql.Database): Committed {
  const version = reader.prepare('pragma data_version');
  return {
    version: () => (version.get() as { readonly data_version: number }).data_version,
    rows: <Row>({ sql, parameters }: CompiledQuery<Row>) => reader.prepare(sql).all(...parameters) as Row[],
  };
}
