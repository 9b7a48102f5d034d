import type { Catalog, Entity, Fact } from '../catalog/model.js';
import { placedBy } from '../compile/fact-rows.js';
import { dayOf, quoteName, quoteText } from '../catalog/sql-text.js';
import type { Warehouse } from '../warehouse/warehouse.js';
import { digest } from './fingerprint.js';
import { ownTable, run } from './manifest.js';

const notes = ownTable('customer_facts');

/** What a note about a fact was made of besides its rows. */
const definitionOf = ({ workspace, entities: { customer } }: Catalog, fact: Fact): string =>
  digest(workspace.timeZone, fact.customer, placedBy(fact), customer.key, customer.since);

/**
 * Notes of each fact whether every row is of a customer who was known by its day: then its rows need not be looked up among
 * the customers when everyone is asked about. Looks again at those that were loaded, or are placed otherwise.
 */
export async function noteOfCustomers(
  catalog: Catalog,
  warehouse: Warehouse,
  loaded: ReadonlyMap<string, number>,
): Promise<void> {
  const { customer } = catalog.entities;
  const all = loaded.has(customer.relation.name);
  const noted = await notedFacts(warehouse);
  for (const fact of Object.values(catalog.facts)) {
    const definition = definitionOf(catalog, fact);
    const known = noted.get(fact.plural)?.definition === definition;
    if (known && !all && !loaded.has(fact.relation.name)) continue;
    const sound = await isOfCustomers(catalog, warehouse, fact, customer);
    await run(
      warehouse,
      `insert or replace into ${notes} values (${quoteText(fact.plural)}, ${quoteText(definition)}, ${String(sound)})`,
    );
  }
}

async function isOfCustomers(
  { workspace }: Catalog,
  warehouse: Warehouse,
  fact: Fact,
  { relation, key, since }: Entity,
): Promise<boolean> {
  const time = placedBy(fact);
  const day = (alias: string, { columns }: Fact['relation'], column: string): string =>
    dayOf(`${alias}.${quoteName(column)}`, columns[column]?.timeType ?? 'date', workspace.timeZone);
  const early = since === undefined ? 'false' : `${day('f', fact.relation, time)} < ${day('c', relation, since)}`;
  const id = `c.${quoteName(key)}`;
  const [row] = await warehouse.rows(
    `select (select count(*) from ${quoteName(relation.name)}) = (select count(distinct ${id}) from ${quoteName(relation.name)} as c)
       and not exists (
         select 1 from ${quoteName(fact.relation.name)} as f
         left join ${quoteName(relation.name)} as c on ${id} = f.${quoteName(fact.customer)}
         where ${id} is null or ${early}
       ) as sound`,
  );
  return row?.['sound'] === true;
}

/** Facts, by plural, of which that was found and still holds. */
export async function factsOfCustomers(catalog: Catalog, warehouse: Warehouse): Promise<readonly string[]> {
  const noted = await notedFacts(warehouse);
  return Object.values(catalog.facts).flatMap((fact) => {
    const note = noted.get(fact.plural);
    return note?.sound && note.definition === definitionOf(catalog, fact) ? [fact.plural] : [];
  });
}

async function notedFacts(warehouse: Warehouse) {
  const rows = await warehouse.rows(`from ${notes}`);
  return new Map(
    rows.map((row) => [
      String(row['name']),
      { definition: String(row['definition']), sound: row['of_customers'] === true },
    ]),
  );
}
