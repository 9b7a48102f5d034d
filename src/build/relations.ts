import type { Defined } from '../catalog/relations.js';
import { quoteName } from '../catalog/sql-text.js';
import type { Warehouse } from '../warehouse/warehouse.js';
import { fingerprints, type Fingerprint } from './fingerprint.js';
import { builtRelations, builtTable, noteRelation, run } from './manifest.js';
import { orderBy } from './sorted-by.js';

/** What became of each relation. */
export interface BuiltRelations {
  readonly whenDefined: Defined;
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
  const whenDefined: Defined = async (relation) => {
    const { name } = relation.source;
    next(name);
    const print = await prints.add(relation);
    const old = before.get(name);
    if (old && print.content !== null && old.content === print.content) kept.push(name);
    else {
      const columns = await warehouse.describe(`select * from ${quoteName(name)}`);
      const order = orderBy(relation.source, new Set(columns.map((c) => c.name)));
      loaded.set(
        name,
        await run(
          warehouse,
          `create or replace table ${builtTable(name)} as select * from ${quoteName(name)} ${order}`,
        ),
      );
      await noteRelation(warehouse, name, print);
    }
    await warehouse.define(name, `from ${builtTable(name)}`);
  };
  return { whenDefined, prints: prints.of, loaded, kept };
}
