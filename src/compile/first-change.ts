import type { Catalog, Entity, Fact, Relation } from '../catalog/model.js';
import { localDay } from './dialect.js';
import type { Sql } from './sql.js';
import { comma, lines, name, sql, toStatement, unionAll } from './sql.js';

/** A table by the database, schema and name it is in. */
export type TablePath = readonly [database: string, schema: string, table: string];

/** A time at which something of a row becomes known, and what: the columns beside `times`, or one that is known from it. */
interface Moment {
  readonly time: string | undefined;
  readonly columns: readonly string[];
}

/**
 * The first day on which two versions of a relation tell something else, as text: what was known by the day before is the same
 * in both. No row of the answer has a value where they are equal. A row that has no time counts for every day.
 */
export function firstChangeStatement(catalog: Catalog, thing: Entity | Fact, now: TablePath, then: TablePath) {
  const moments = 'time' in thing ? factMoments(catalog, thing) : entityMoments(thing);
  const [a, b] = [now, then].map((table) => byDay(catalog, thing.relation, moments, table));
  return toStatement(
    lines([
      sql`select cast(min(coalesce(a.day, b.day)) as varchar) as day from (${a}) as a`,
      sql`full join (${b}) as b on b.day = a.day`,
      sql`where a.n is distinct from b.n or a.total is distinct from b.total`,
    ]),
  );
}

/** An entity's columns hold for all time, from the day a member is known. */
const entityMoments = ({ relation, since }: Entity): readonly Moment[] => knownMoments(relation, since, []);

/** The end of an interval is known when it comes and changes nothing before, unless an attribute asks when it will be. */
function factMoments(catalog: Catalog, fact: Fact): readonly Moment[] {
  const { relation, time } = fact;
  if (time.kind === 'time') return knownMoments(relation, time.column, []);
  if (asksFor(catalog, fact, time.until)) return knownMoments(relation, time.from, []);
  const ends = { time: time.until, columns: Object.keys(relation.columns) };
  return [...knownMoments(relation, time.from, [time.until]), ends];
}

const asksFor = (catalog: Catalog, fact: Fact, column: string): boolean =>
  Object.values(catalog.entities.customer.attributes).some(({ source }) =>
    source.kind === 'fact'
      ? source.fact === fact.plural && [...source.value.names, ...(source.where?.names ?? [])].includes(column)
      : source.kind === 'cases' && JSON.stringify(source).includes(JSON.stringify(column)),
  );

function knownMoments(relation: Relation, time: string | undefined, later: readonly string[]): readonly Moment[] {
  const columns = Object.values(relation.columns);
  const late = columns.filter((c) => c.knownFrom !== undefined);
  const early = columns.filter((c) => c.knownFrom === undefined && !later.includes(c.name)).map((c) => c.name);
  return [
    { time, columns: early },
    ...late.flatMap((c) => (c.knownFrom === undefined ? [] : [{ time: c.knownFrom, columns: [...early, c.name] }])),
  ];
}

/** Per day how many moments there are, and a sum over what they tell. */
function byDay(catalog: Catalog, relation: Relation, moments: readonly Moment[], table: TablePath): Sql {
  const parts = moments.map(({ time, columns }, i) => {
    const type = time === undefined ? undefined : relation.columns[time]?.timeType;
    const told = comma([sql.lit(i), ...columns.map(name)]);
    // What has no end yet tells nothing by it; a row without a beginning has always been there.
    const known = i > 0 && time !== undefined ? sql`where ${name(time)} is not null` : sql``;
    const at =
      type === undefined || time === undefined ? sql`null` : localDay(type, name(time), catalog.workspace.timeZone);
    return sql`select coalesce(${at}, date '0001-01-01') as day, hash(${told}) as told from ${sql.id(...table)} ${known}`;
  });
  return sql`select day, count(*) as n, sum(told) as total from (${unionAll(parts)}) as _m group by day`;
}
