import { placedBy } from '../compile/fact-rows.js';
import type { Catalog, Entity, Fact, KnownUsers } from '../catalog/model.js';
import { dayOf, quoteName, quoteText } from '../catalog/sql-text.js';
import type { Warehouse } from '../warehouse/warehouse.js';
import { digest } from './fingerprint.js';
import { hasTables, ownTable, run } from './manifest.js';

const table = ownTable('users_at_several');
const notes = ownTable('user_facts');

/** A fact whose rows name users, and what is noted of it. */
interface Noted {
  readonly fact: Fact;
  readonly column: string;
  /** What the notes were made of. */
  readonly definition: string;
}

/**
 * Notes which users are at several customers, and of each fact with users whether every user named was known at the row's customer by
 * its day, and if so whether none has two rows at a customer on a day. Looks again at those that were loaded.
 */
export async function noteOfUsers(
  catalog: Catalog,
  warehouse: Warehouse,
  loaded: ReadonlyMap<string, number>,
): Promise<void> {
  const { user } = catalog.entities;
  if (!user) return;
  const before = await notedDefinitions(warehouse);
  const again = loaded.has(user.relation.name);
  const [key, customer] = [user.key, user.customer ?? ''].map(quoteName);
  await run(
    warehouse,
    `create or replace table ${table} as select ${key} as "user" from ${quoteName(user.relation.name)}
       where ${key} is not null group by ${key} having count(distinct ${customer}) > 1`,
  );
  for (const { fact, column, definition } of factsWithUsers(catalog, user)) {
    if (before.get(fact.plural) === definition && !again && !loaded.has(fact.relation.name)) continue;
    const ofUsers = await isOfUsers(catalog, warehouse, fact, column, user);
    const onceADay = ofUsers && (await isOnceADay(catalog, warehouse, fact, column));
    await run(
      warehouse,
      `insert or replace into ${notes} values (${quoteText(fact.plural)}, ${quoteText(definition)}, ${String(ofUsers)}, ${String(onceADay)})`,
    );
  }
}

const factsWithUsers = ({ facts, workspace }: Catalog, user: Entity): readonly Noted[] =>
  Object.values(facts).flatMap((fact) => {
    const { user: column } = fact;
    if (column === undefined) return [];
    const { timeZone } = workspace;
    const definition = digest(timeZone, fact.customer, column, placedBy(fact), user.key, user.customer, user.since);
    return [{ fact, column, definition }];
  });

const notedDefinitions = async (warehouse: Warehouse): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await warehouse.rows(`select name, definition from ${notes}`)).map((row) => [
      String(row['name']),
      String(row['definition']),
    ]),
  );

const dayIn = (
  { workspace }: Catalog,
  { relation }: Pick<Fact | Entity, 'relation'>,
  alias: string,
  column: string,
): string => dayOf(`${alias}.${quoteName(column)}`, relation.columns[column]?.timeType ?? 'date', workspace.timeZone);

async function isOfUsers(
  catalog: Catalog,
  warehouse: Warehouse,
  fact: Fact,
  column: string,
  user: Entity,
): Promise<boolean> {
  const { relation, key, customer = '', since } = user;
  const early =
    since === undefined
      ? 'false'
      : `${dayIn(catalog, fact, 'f', placedBy(fact))} < ${dayIn(catalog, user, 'u', since)}`;
  const [row] = await warehouse.rows(
    `select not exists (
       select 1 from ${quoteName(fact.relation.name)} as f left join ${quoteName(relation.name)} as u
         on u.${quoteName(key)} = f.${quoteName(column)} and u.${quoteName(customer)} = f.${quoteName(fact.customer)}
       where f.${quoteName(column)} is not null and (u.${quoteName(key)} is null or ${early})
     ) as sound`,
  );
  return row?.['sound'] === true;
}

/** Some rows, which are of few days as they are sorted, tell of most facts that they are not. */
const SOME = 100_000;

async function isOnceADay(catalog: Catalog, warehouse: Warehouse, fact: Fact, column: string): Promise<boolean> {
  const day = dayIn(catalog, fact, 'f', placedBy(fact));
  const keys = `f.${quoteName(column)}, f.${quoteName(fact.customer)}, ${day}`;
  const once = async (rows: string): Promise<boolean> => {
    const [row] = await warehouse.rows(
      `select not exists (
         select 1 from ${rows} as f where f.${quoteName(column)} is not null group by ${keys} having count(*) > 1
       ) as sound`,
    );
    return row?.['sound'] === true;
  };
  const all = quoteName(fact.relation.name);
  return (await once(`(from ${all} limit ${String(SOME)})`)) && once(all);
}

/** What was noted, of facts of which it still holds; undefined of a build without such notes. */
export async function knownUsers(
  catalog: Catalog,
  warehouse: Warehouse,
  isBuilt: (relation: string) => boolean,
): Promise<KnownUsers | undefined> {
  const { user } = catalog.entities;
  if (!user || !isBuilt(user.relation.name) || !(await hasTables(warehouse, ['user_facts', 'users_at_several'])))
    return undefined;
  const rows = await warehouse.rows(`from ${notes}`);
  const sound = factsWithUsers(catalog, user).flatMap(({ fact, definition }) => {
    const row = rows.find((r) => r['name'] === fact.plural && r['definition'] === definition);
    return row && isBuilt(fact.relation.name) ? [row] : [];
  });
  const names = (note: string) => new Set(sound.filter((row) => row[note] === true).map((row) => String(row['name'])));
  return { atSeveral: table, ofUsers: names('of_users'), onceADay: names('once_a_day') };
}
