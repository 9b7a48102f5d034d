import type { Kysely } from 'kysely';
import type { Committed } from './database.js';
import type { Shelf } from './shelf.js';
import type { Tables } from './tables.js';

/** What every question to the store and every change of it works on. */
export interface Scope {
  /** The database, or the transaction a change runs in. */
  readonly db: Kysely<Tables>;
  readonly committed: Committed;
  readonly shelf: Shelf;
  /** The instant, as ISO text in UTC. */
  readonly now: () => string;
}
