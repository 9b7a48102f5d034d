import type { Catalog, Entity, Fact } from '../catalog/model.js';
import { firstChangeStatement } from '../compile/first-change.js';
import type { Day } from '../query/time.js';
import type { Warehouse } from '../warehouse/warehouse.js';
import { BUILD, builtRelations, builtTable, FORMER } from './manifest.js';
import type { BuiltRelations } from './relations.js';

/** Before this day nothing was known: every day is another. */
export const ALWAYS = '0001-01-01';

/** The first day that a relation of this build tells otherwise than the build before; null where none does. */
export async function firstChange(
  catalog: Catalog,
  warehouse: Warehouse,
  { loaded, prints }: Pick<BuiltRelations, 'loaded' | 'prints'>,
): Promise<Day | null> {
  const before = await builtRelations(warehouse, FORMER);
  const { customer, user } = catalog.entities;
  const things: readonly (Entity | Fact)[] = [customer, ...(user ? [user] : []), ...Object.values(catalog.facts)];
  const days: Day[] = [];
  for (const thing of things) {
    const { name } = thing.relation;
    // With another definition its attributes are computed anew for every day.
    if (!loaded.has(name) || before.get(name)?.definition !== prints.get(name)?.definition) continue;
    days.push(...(await changeOf(catalog, warehouse, thing)));
  }
  return days.sort()[0] ?? null;
}

async function changeOf(catalog: Catalog, warehouse: Warehouse, thing: Entity | Fact): Promise<readonly Day[]> {
  const { name } = thing.relation;
  // Files may have other columns under the same SQL: then there is nothing to compare rows by.
  const [now, then] = [await columnsIn(warehouse, name, BUILD), await columnsIn(warehouse, name, FORMER)];
  if (now !== then) return [ALWAYS];
  const statement = firstChangeStatement(catalog, thing, [BUILD, 'main', name], [FORMER, 'main', name]);
  const { columns } = await warehouse.run(statement, { deadlineMs: Infinity });
  const day = columns[0]?.[0];
  return typeof day === 'string' ? [day] : [];
}

async function columnsIn(warehouse: Warehouse, name: string, build: string): Promise<string> {
  const columns = await warehouse.describe(`from ${builtTable(name, build)}`);
  return JSON.stringify(columns.map((c) => [c.name, c.sqlType]).sort());
}
