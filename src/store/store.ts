import type { Migration } from 'kysely';
import { openDatabase } from './database.js';
import { migrate } from './migrate.js';
import { migrations as released } from './migrations/index.js';
import type { Scope } from './scope.js';
import type { Segments } from './segment.js';
import { segmentsOn } from './segments.js';
import { emptyShelf } from './shelf.js';
import { openingProblem } from './sqlite-errors.js';

/** Saved segments on disk. What is acknowledged survives the process and the power. */
export interface Store extends Segments {
  /** For `openSegments`. */
  readonly scope: Scope;
  close(): Promise<void>;
}

interface StoreOptions {
  readonly migrations?: Readonly<Record<string, Migration>>;
  readonly now?: () => Date;
}

/** Opens a store, or makes it with the folders above it. Refused with STORE_UNREADABLE, STORE_NEWER or STORE_BUSY. */
export async function openStore(path: string, options: StoreOptions = {}): Promise<Store> {
  const { migrations = released, now = () => new Date() } = options;
  try {
    const db = await openDatabase(path);
    const scope: Scope = { db, shelf: emptyShelf, now: () => now().toISOString() };
    await migrate(db, migrations).catch(async (error: unknown) => {
      await db.destroy();
      throw error;
    });
    return Object.freeze<Store>({ ...segmentsOn(scope), scope, close: () => db.destroy() });
  } catch (error) {
    throw openingProblem(path, error);
  }
}
