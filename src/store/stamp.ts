import { sql } from 'kysely';
import type { Scope } from './scope.js';

/** `data_version` tells what other connections have changed, `total_changes` what this one has. */
export async function stamp({ db }: Scope): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select data_version || ' ' || total_changes() as stamp from pragma_data_version`.execute(db);
  return rows[0]?.stamp ?? '';
}
