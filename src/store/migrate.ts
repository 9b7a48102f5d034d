import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import { refuse } from './refuse.js';
import type { Tables } from './tables.js';

/** Brings a store's tables to what this release reads: all pending migrations, or none when one fails. */
export async function migrate(db: Kysely<Tables>, migrations: Readonly<Record<string, Migration>>): Promise<void> {
  await refuseNewer(db, Object.keys(migrations));
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error as Error;
}

async function refuseNewer(db: Kysely<Tables>, known: readonly string[]): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const unknown = rows.map(({ name }) => name).filter((name) => !known.includes(name));
  if (unknown.length > 0)
    refuse('STORE_NEWER', [], `a later release made this store (${unknown.join(', ')}); run that release`);
}
