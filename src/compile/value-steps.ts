import { followedRows } from '../catalog/followed.js';
import type { Catalog } from '../catalog/model.js';
import type { Day } from '../query/time.js';
import type { EntityName } from '../query/where.js';
import { keyColumns, sameMember } from './activity.js';
import { factOf } from './attribute-scan.js';
import { entityOf } from './entity-of.js';
import { day, localDay } from './dialect.js';
import { factRows, latestOnly, timeTypeOf } from './fact-rows.js';
import type { Sql } from './sql.js';
import { comma, lines, model, name, sql } from './sql.js';

/**
 * The days up to one on which the value of each member's attribute changed, netted over the day: keys, `day`, `before`, `after` and
 * whether it was `ever` anything before. A value is missing or 0 alike, and nothing while its member does not exist.
 */
export function valueSteps(catalog: Catalog, entityName: EntityName, attribute: string, last: Day): Sql {
  const entity = entityOf(catalog, entityName);
  const found = entity.attributes[attribute];
  const source = found && followedRows(catalog, found);
  if (!source) throw new Error(`${attribute} cannot be followed from day to day`);
  const fact = factOf(catalog, source.fact);
  if (fact.time.kind !== 'interval') throw new Error(`${source.fact} do not last`);
  const zone = catalog.workspace.timeZone;
  const keys = keyColumns(entityName);
  const { until } = fact.time;
  const placed = factRows(catalog, {
    fact,
    asOf: last,
    rows: { kind: 'overlapping', span: {} },
    where: source.where,
    names: [...source.value.names, ...(source.latestPer ? [source.latestPer] : []), until],
  });
  const opened = localDay(timeTypeOf(fact, fact.time.from), sql`_time`, zone);
  const closed = localDay(timeTypeOf(fact, until), name(until), zone);
  const since = entity.since
    ? localDay(entity.relation.columns[entity.since]?.timeType ?? 'date', sql`e.${name(entity.since)}`, zone)
    : sql`cast(null as date)`;
  const ids = [
    sql`e.${name(entity.customer ?? entity.key)} as _customer`,
    ...(entity.customer ? [sql`e.${name(entity.key)} as _user`] : []),
  ];
  const of = (alias: string): readonly Sql[] => keys.map((key) => sql`${name(alias)}.${key}`);
  const within = comma([...keys, sql`_at`]);
  const open = sql`select m._at, r.* from _marks as m join _rows as r on ${sameMember(entityName, 'm', 'r')} and r._opened <= m._at and (r._closed is null or r._closed > m._at)`;
  const kept = source.latestPer ? latestOnly(fact, source.latestPer, open, [...keys, sql`_at`]) : open;
  return lines([
    sql`with _rows as (select *, ${opened} as _opened, ${closed} as _closed from (${placed}) as p),`,
    sql`_people as (select ${comma(ids)}, ${since} as _since from ${name(entity.relation.name)} as e),`,
    sql`_marks as (select * from (select ${comma(keys)}, _opened as _at from _rows union select ${comma(keys)}, _closed from _rows union select ${comma(of('u'))}, u._since from _people as u join _rows as r on ${sameMember(entityName, 'u', 'r')}) as d where _at <= ${day(last)}),`,
    sql`_open as (select ${within}, ${model(source.value.sql)} as _value from (${kept}) as o group by ${within}),`,
    sql`_valued as (select ${comma(of('m'))}, m._at, case when u._since > m._at then 0 else coalesce(o._value, 0) end as _value from _marks as m join _people as u on ${sameMember(entityName, 'm', 'u')} left join _open as o on ${sameMember(entityName, 'm', 'o')} and o._at = m._at),`,
    sql`_runs as (select *, coalesce(lag(_value) over w, 0) as _before, coalesce(max(case when _value <> 0 then 1 end) over (partition by ${comma(keys)} order by _at rows between unbounded preceding and 1 preceding), 0) = 1 as _ever from _valued window w as (partition by ${comma(keys)} order by _at))`,
    sql`select ${comma(keys)}, _at as day, _before as before, _value as after, _ever as ever from _runs where _value <> _before`,
  ]);
}
