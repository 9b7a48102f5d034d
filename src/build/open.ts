import type { Catalog } from '../catalog/model.js';
import type { RelationRead } from '../catalog/relations.js';
import type { Warehouse } from '../warehouse/warehouse.js';
import { fingerprints } from './fingerprint.js';
import { BUILD, builtRelations, builtTable } from './manifest.js';
import { factsOfCustomers } from './of-customers.js';
import { knownUsers } from './of-users.js';
import { currentBuild, fileOf, type Pointer } from './place.js';
import { openSnapshots } from './snapshots.js';

/** The build of a workspace, attached to a warehouse. */
export interface OpenBuild {
  readonly pointer: Pointer;
  /** Takes a relation from the build; false where its SQL is not what was built. */
  readonly define: (relation: RelationRead) => Promise<boolean>;
  /** Relations whose SQL is another than was built, and those whose files have changed since. */
  readonly redefined: readonly string[];
  readonly stale: readonly string[];
  /** The catalogue with what the build knows more of its data. */
  know(catalog: Catalog): Promise<Catalog>;
}

/** Attaches the build that serves a workspace; null where there is none. Throws EngineError. */
export async function openBuild(dir: string, warehouse: Warehouse): Promise<OpenBuild | null> {
  const pointer = await currentBuild(dir);
  if (!pointer) return null;
  await warehouse.attach(fileOf(dir, pointer), BUILD, 'read');
  const built = await builtRelations(warehouse);
  const prints = fingerprints(dir, warehouse);
  const redefined: string[] = [];
  const stale: string[] = [];
  return {
    pointer,
    redefined,
    stale,
    define: async (relation) => {
      const { name } = relation.source;
      const print = await prints.add(relation);
      const found = built.get(name);
      if (found?.definition !== print.definition) {
        redefined.push(name);
        return false;
      }
      if (found.content !== print.content) stale.push(name);
      await warehouse.define(name, `from ${builtTable(name)}`);
      return true;
    },
    know: async (catalog) => {
      const snapshots = await openSnapshots(catalog, warehouse, prints.of);
      const known = (relation: string): boolean => !redefined.includes(relation);
      const facts = (await factsOfCustomers(catalog, warehouse)).filter((name) =>
        known(catalog.facts[name]?.relation.name ?? ''),
      );
      const ofCustomers = new Set(known(catalog.entities.customer.relation.name) ? facts : []);
      const users = await knownUsers(catalog, warehouse, known);
      return { ...catalog, ofCustomers, ...(users && { knownUsers: users }), ...(snapshots && { snapshots }) };
    },
  };
}
