import { quoteName, quoteText } from '../catalog/sql-text.js';
import type { Warehouse } from '../warehouse/warehouse.js';
import type { Fingerprint } from './fingerprint.js';

/** The name under which the file of a build is attached. */
export const BUILD = 'tessera_build';
/** The same for the build before it, while a new one is made. */
export const FORMER = 'tessera_former';

/** A built relation, as SQL. */
export const builtTable = (name: string, build = BUILD): string => `${build}.main.${quoteName(name)}`;
/** A table of the build's own, apart from the relations of the model. */
export const ownTable = (name: string, build = BUILD): string => `${build}.tessera.${quoteName(name)}`;

const tables = {
  relations: 'name varchar primary key, definition varchar not null, content varchar',
  customer_facts: 'name varchar primary key, definition varchar not null, of_customers boolean not null',
  user_facts:
    'name varchar primary key, definition varchar not null, of_users boolean not null, once_a_day boolean not null',
  snapshot_attributes: 'name varchar primary key, definition varchar not null',
  lasting_attributes: 'name varchar primary key, definition varchar not null',
  snapshot_days: 'day date primary key',
} as const;

/** Makes the tables that tell what a build holds. */
export async function createManifest(warehouse: Warehouse): Promise<void> {
  await run(warehouse, `create schema if not exists ${BUILD}.tessera`);
  for (const [name, columns] of Object.entries(tables))
    await run(warehouse, `create table if not exists ${ownTable(name)} (${columns})`);
}

/** Whether a build has some of these tables: one of a model without users has none of theirs. */
export async function hasTables(warehouse: Warehouse, names: readonly string[]): Promise<boolean> {
  const [row] = await warehouse.rows(
    `select count(*) as found from duckdb_tables()
     where database_name = ${quoteText(BUILD)} and schema_name = 'tessera' and table_name in (${names.map(quoteText).join(', ')})`,
  );
  return Number(row?.['found']) === names.length;
}

export const run = (warehouse: Warehouse, sql: string): Promise<number> => warehouse.command({ sql, parameters: [] });

/** Fingerprints of the relations that a build holds, by name. */
export async function builtRelations(warehouse: Warehouse, build = BUILD): Promise<ReadonlyMap<string, Fingerprint>> {
  const rows = await warehouse.rows(`from ${ownTable('relations', build)}`);
  return new Map(
    rows.map((row) => [
      String(row['name']),
      { definition: String(row['definition']), content: (row['content'] ?? null) as string | null },
    ]),
  );
}

export async function noteRelation(warehouse: Warehouse, name: string, print: Fingerprint): Promise<void> {
  const content = print.content === null ? 'null' : quoteText(print.content);
  await run(
    warehouse,
    `insert or replace into ${ownTable('relations')} values (${quoteText(name)}, ${quoteText(print.definition)}, ${content})`,
  );
}

/** Definitions of the attributes whose columns the snapshots have, and the days they have. */
export async function keptSnapshots(warehouse: Warehouse): Promise<{
  readonly attributes: ReadonlyMap<string, string>;
  readonly days: readonly string[];
}> {
  const attributes = await warehouse.rows(`from ${ownTable('snapshot_attributes')}`);
  const days = await warehouse.rows(
    `select cast(day as varchar) as day from ${ownTable('snapshot_days')} order by day`,
  );
  return {
    attributes: new Map(attributes.map((row) => [String(row['name']), String(row['definition'])])),
    days: days.map((row) => String(row['day'])),
  };
}
