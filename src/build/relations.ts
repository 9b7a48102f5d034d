import type { Defining } from '../catalog/relations.js';
import { quoteName } from '../catalog/sql-text.js';
import type { Warehouse } from '../warehouse/warehouse.js';
import { fingerprints, type Fingerprint } from './fingerprint.js';
import { builtRelations, builtTable, noteRelation, run } from './manifest.js';
import { orderBy } from './sorted-by.js';

/** What became of each relation. */
export interface BuiltRelations {
  readonly defining: Required<Defining>;
  readonly prints: ReadonlyMap<string, Fingerprint>;
  /** Rows of each relation that was loaded. */
  readonly loaded: ReadonlyMap<string, number>;
  /** Relations that are as they were. */
  readonly kept: readonly string[];
}

/** Loads each relation into the build as it is defined, save those whose definition and files are what they were. */
export async function buildRelations(
  dir: string,
  warehouse: Warehouse,
  next: (relation: string) => void,
): Promise<BuiltRelations> {
  const before = await builtRelations(warehouse);
  const prints = fingerprints(dir, warehouse);
  const loaded = new Map<string, number>();
  const kept: string[] = [];
  const take = (name: string): Promise<void> => warehouse.define(name, `from ${builtTable(name)}`);
  const defining: Required<Defining> = {
    define: async (relation) => {
      const { name } = relation.source;
      next(name);
      const { content } = await prints.add(relation);
      if (content === null || before.get(name)?.content !== content) return false;
      await take(name);
      kept.push(name);
      return true;
    },
    whenDefined: async ({ source }) => {
      const { name } = source;
      const print = prints.of.get(name);
      if (!print) throw new Error(`No fingerprint of ${name}`);
      const columns = await warehouse.describe(`select * from ${quoteName(name)}`);
      const order = orderBy(source, new Set(columns.map((c) => c.name)));
      loaded.set(
        name,
        await run(
          warehouse,
          `create or replace table ${builtTable(name)} as select * from ${quoteName(name)} ${order}`,
        ),
      );
      await noteRelation(warehouse, name, print);
      await take(name);
    },
  };
  return { defining, prints: prints.of, loaded, kept };
}
