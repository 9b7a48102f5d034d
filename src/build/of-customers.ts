import type { Catalog, Entity, Fact } from '../catalog/model.js';
import { dayOf, quoteName, quoteText } from '../catalog/sql-text.js';
import type { Warehouse } from '../warehouse/warehouse.js';
import { ownTable, run } from './manifest.js';

/**
 * Notes of each fact whether every row is of a customer who was known by its day: then its rows need not be looked up among
 * the customers when everyone is asked about. Looks again at those that were loaded.
 */
export async function noteOfCustomers(
  catalog: Catalog,
  warehouse: Warehouse,
  loaded: ReadonlyMap<string, number>,
): Promise<void> {
  const { customer } = catalog.entities;
  const all = loaded.has(customer.relation.name);
  const noted = await warehouse.rows(`select name from ${ownTable('facts')}`);
  for (const fact of Object.values(catalog.facts)) {
    const known = noted.some((row) => row['name'] === fact.plural);
    if (known && !all && !loaded.has(fact.relation.name)) continue;
    const sound = await isOfCustomers(catalog, warehouse, fact, customer);
    await run(
      warehouse,
      `insert or replace into ${ownTable('facts')} values (${quoteText(fact.plural)}, ${String(sound)})`,
    );
  }
}

async function isOfCustomers(
  { workspace }: Catalog,
  warehouse: Warehouse,
  fact: Fact,
  { relation, key, since }: Entity,
): Promise<boolean> {
  const time = fact.time.kind === 'time' ? fact.time.column : fact.time.from;
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

/** Facts, by plural, that were found so. */
export async function factsOfCustomers(warehouse: Warehouse): Promise<ReadonlySet<string>> {
  const rows = await warehouse.rows(`select name from ${ownTable('facts')} where of_customers`);
  return new Set(rows.map((row) => String(row['name'])));
}
