import type { Attribute, Catalog } from '../catalog/model.js';
import { dayOf, quoteName, quoteText } from '../catalog/sql-text.js';
import type { Day } from '../query/time.js';
import type { Warehouse } from '../warehouse/warehouse.js';
import { ownTable, run } from './manifest.js';

const notes = ownTable('lasting_attributes');

/** A table of customers by day with some attributes; its `kept` days are those that were looked at before. */
interface Looked {
  /** As SQL names it. */
  readonly relation: string;
  readonly attributes: readonly string[];
  readonly kept: readonly Day[];
  readonly added: readonly Day[];
}

/**
 * Notes of each attribute that is a day whether it lasts: once its day has come it stays, and none that has passed is learnt
 * later. Then its value on a kept day tells that on each one before. What was found of days that are kept still holds, also
 * between days that were not next to each other, so that only those that are new are looked at again.
 */
export async function noteOfLasting(
  catalog: Catalog,
  warehouse: Warehouse,
  definitions: ReadonlyMap<string, string>,
  snapshots: Looked,
): Promise<void> {
  const known = await lastingAttributes(warehouse, definitions);
  const lasting = await findLasting(catalog, warehouse, snapshots, known);
  await run(warehouse, `delete from ${notes}`);
  for (const name of lasting)
    await run(warehouse, `insert into ${notes} values (${quoteText(name)}, ${quoteText(definitions.get(name) ?? '')})`);
}

/** Attributes that last, of which those `known` to have done so are only looked at on the added days. */
export async function findLasting(
  catalog: Catalog,
  warehouse: Warehouse,
  { relation, attributes, kept, added }: Looked,
  known: ReadonlySet<string> = new Set(),
): Promise<ReadonlySet<string>> {
  const days = [...kept, ...added].sort();
  const times = Object.values(catalog.entities.customer.attributes).filter((a) => a.timeType !== undefined);
  const lasting = new Map(times.filter((a) => attributes.includes(a.name)).map((a) => [a.name, a]));
  // Most of those that do not last show it on the last day, when there are most customers.
  for (const [i, day] of [...days.entries()].reverse()) {
    const before = days[i - 1];
    const isNew = added.includes(day) || (before !== undefined && added.includes(before));
    const asked = [...lasting.values()].filter(({ name }) => isNew || !known.has(name));
    if (asked.length === 0) continue;
    const [found] = await warehouse.rows(lastsStatement(relation, before, day, asked, catalog.workspace.timeZone));
    for (const { name } of asked) if (found?.[name] !== true) lasting.delete(name);
  }
  return new Set(lasting.keys());
}

/** One row: of each attribute whether it tells on a day what it told on the one before, of the same customers and of more. */
function lastsStatement(
  relation: string,
  before: Day | undefined,
  day: Day,
  attributes: readonly Attribute[],
  zone: string,
): string {
  const [then, now] = [before, day].map((d) => (d === undefined ? 'cast(null as date)' : `date ${quoteText(d)}`));
  const lasts = attributes.map(({ name, timeType = 'date' }) => {
    const [was, is] = ['was', 'is'].map((alias) => dayOf(`"${alias}".${quoteName(name)}`, timeType, zone));
    const same = `"was"._id is null or case when ${is} <= ${then} then ${is} end is not distinct from ${was}`;
    const holds = `(${is} is null or ${is} <= ${now}) and (${same})`;
    return `count(*) = count(distinct "is"._id) and count(*) filter (where not (${holds})) = 0 as ${quoteName(name)}`;
  });
  const on = (d: string | undefined): string => `(from ${relation} where _day = ${d})`;
  return `select ${lasts.join(', ')} from ${on(then)} as "was" full join ${on(now)} as "is" on "is"._id = "was"._id`;
}

/** Attributes of which that is noted and still holds; none in a build without such notes. */
export async function lastingAttributes(
  warehouse: Warehouse,
  definitions: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> {
  const rows = await warehouse.rows(`from ${notes}`);
  const sound = rows.filter((row) => definitions.get(String(row['name'])) === row['definition']);
  return new Set(sound.map((row) => String(row['name'])));
}
