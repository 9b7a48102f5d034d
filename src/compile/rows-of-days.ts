import type { Catalog, Entity, Snapshots } from '../catalog/model.js';
import type { Day } from '../query/time.js';
import { addDays } from '../query/time.js';
import type { EntityName } from '../query/where.js';
import { day, startOfDay } from './dialect.js';
import type { Sql } from './sql.js';
import { comma, model, name, sql } from './sql.js';

/** The snapshots that keep a day of an entity; undefined where none do. */
export const snapshotOf = (catalog: Catalog, entity: EntityName, asOf: Day): Snapshots | undefined =>
  entity === 'customer' && catalog.snapshots?.days.has(asOf) ? catalog.snapshots : undefined;

/**
 * Where the rows of a day come from: the snapshot of that day (`p`) where there is one, joined to the entity (`e`) for what
 * it does not keep; the entity alone otherwise. Lists are slow to carry through joins, so they are joined last (`late`).
 */
export function rowsOf(
  catalog: Catalog,
  entity: Entity,
  days: readonly Day[],
  kept: Snapshots | undefined,
  live: boolean,
) {
  const [asOf = ''] = days;
  const own = sql`e.${name(entity.key)}`;
  const relation = sql`${name(entity.relation.name)} as e`;
  const same = entity.customer
    ? sql` and e_late.${name(entity.customer)} is not distinct from e.${name(entity.customer)}`
    : sql``;
  const ofEntity = sql`left join ${name(entity.relation.name)} as e_late on e_late.${name(entity.key)} = ${own}${same}`;
  if (!kept) {
    const filters = entity.since ? [existed(catalog, entity, entity.since, asOf)] : [];
    return { rows: relation, key: own, filters, late: { e: ofEntity, p: sql`` } };
  }
  const latest = days.length === 1 && kept.latest?.day === asOf ? kept.latest : undefined;
  const table = model(latest?.relation ?? kept.relation);
  const snapshot = sql`${table} as p`;
  const ofSnapshot = sql`left join ${table} as p_late on p_late._id = p._id and p_late._day = p._day`;
  // Where nothing is left out, the engine knows how many rows there are, and joins others to them the right way round.
  const filters = latest ? [] : [isOn(days)];
  const late = { e: ofEntity, p: ofSnapshot };
  return live
    ? { rows: sql`${relation} join ${snapshot} on p._id = ${own}`, key: own, filters, late }
    : { rows: snapshot, key: sql`p._id`, filters, late };
}

/** Days that follow one another are a range, which is told and looked up in fewer words. */
function isOn(days: readonly Day[]): Sql {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  if (days.length === 1) return sql`p._day = ${day(first)}`;
  const touching = days.every((each, i) => i === 0 || addDays(days[i - 1] ?? '', 1) === each);
  return touching ? sql`p._day between ${day(first)} and ${day(last)}` : sql`p._day in (${comma(days.map(day))})`;
}

function existed(catalog: Catalog, entity: Entity, since: string, asOf: Day): Sql {
  const type = entity.relation.columns[since]?.timeType ?? 'date';
  const end = startOfDay(type, addDays(asOf, 1), catalog.workspace.timeZone);
  return sql`(e.${name(since)} is null or e.${name(since)} < ${end})`;
}
