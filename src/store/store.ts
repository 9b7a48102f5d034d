import type { Migration } from 'kysely';
import { openDatabase } from './database.js';
import { migrate } from './migrate.js';
import { migrations as released } from './migrations/index.js';
import type { Scope } from './scope.js';
import type { Segments } from './segment.js';
import { segmentsOn } from './segments.js';
import { emptyShelf } from './shelf.js';
import { openingProblem, patiently } from './sqlite-errors.js';

/** Saved segments on disk. What is acknowledged survives the process and the power. */
export interface Store extends Segments {
  /** For `openSegments`. */
  readonly scope: Scope;
  close(): Promise<void>;
}

interface StoreOptions {
  readonly migrations?: Readonly<Record<string, Migration>>;
  readonly now?: () => Date;
  /** How long another process's lock is waited for before STORE_BUSY. */
  readonly patienceMs?: number;
}

/** Opens a store, or makes it with the folders above it. Refused with STORE_UNREADABLE, STORE_NEWER or STORE_BUSY. */
export async function openStore(path: string, options: StoreOptions = {}): Promise<Store> {
  const { migrations = released, now = () => new Date(), patienceMs = 5000 } = options;
  try {
    const { db, committed } = await patiently(patienceMs, () => openMigrated(path, migrations, patienceMs));
    const scope: Scope = { db, committed, shelf: emptyShelf, now: () => now().toISOString() };
    return Object.freeze<Store>({ ...segmentsOn(scope), scope, close: () => db.destroy() });
  } catch (error) {
    throw openingProblem(path, error);
  }
}

async function openMigrated(path: string, migrations: Readonly<Record<string, Migration>>, patienceMs: number) {
  const opened = await openDatabase(path, patienceMs);
  try {
    await migrate(opened.db, migrations);
    return opened;
  } catch (error) {
    await opened.db.destroy();
    throw error;
  }
}
