import type { Attribute, AttributeSource, Catalog, Entity, Fact, Rows } from '../catalog/model.js';
import type { Day } from '../query/time.js';
import { addDays, trailing } from '../query/time.js';
import { day, startOfDay } from './dialect.js';
import type { FactScan } from './fact-rows.js';
import { factRows, latestOnly } from './fact-rows.js';
import type { Sql } from './sql.js';
import { comma, model, name, sql } from './sql.js';

type FactSource = Extract<AttributeSource, { kind: 'fact' }>;

const scanRows: Record<Rows['kind'], (rows: Rows, asOf: Day) => FactScan['rows']> = {
  last: (rows, asOf) => ({ kind: 'placed', span: rows.kind === 'last' ? trailing(asOf, rows.duration) : {} }),
  all: () => ({ kind: 'placed', span: {} }),
  current: () => ({ kind: 'open' }),
};

/** What attributes must have in common to share one grouped scan. */
const scanKey = (a: Attribute): string => {
  if (a.source.kind === 'users') return JSON.stringify(['users', a.source.where?.sql]);
  if (a.source.kind !== 'fact') return a.source.kind;
  const { fact, rows, where, latestPer, time } = a.source;
  return JSON.stringify([fact, rows, where?.sql, latestPer, time]);
};

/** One grouped scan for all the wanted attributes that look at the same rows as this one. */
export function attributeScan(
  catalog: Catalog,
  entity: Entity,
  attribute: Attribute,
  wanted: readonly Attribute[],
  asOf: Day,
): Sql {
  const together = wanted.filter((a) => scanKey(a) === scanKey(attribute));
  const { source } = attribute;
  if (source.kind === 'fact') return factScan(catalog, entity, source, together, asOf);
  if (source.kind === 'users') return userScan(catalog, attribute, together, asOf);
  throw new Error(`${attribute.name} is not an aggregate`);
}

const aggregates = (together: readonly Attribute[]): readonly Sql[] =>
  together.map((a) => {
    const text = a.source.kind === 'fact' || a.source.kind === 'users' ? a.source.value.sql : 'null';
    return sql`${model(text)} as ${name(a.name)}`;
  });
const namesOf = (together: readonly Attribute[]): readonly string[] =>
  together.flatMap((a) => (a.source.kind === 'fact' || a.source.kind === 'users' ? a.source.value.names : []));

function factScan(
  catalog: Catalog,
  entity: Entity,
  source: FactSource,
  together: readonly Attribute[],
  asOf: Day,
): Sql {
  const fact = catalog.facts[source.fact];
  if (!fact) throw new Error(`No fact ${source.fact}`);
  const keys = keysOf(entity);
  const rows = factRows(catalog, {
    fact,
    asOf,
    rows: scanRows[source.rows.kind](source.rows, asOf),
    time: source.time,
    where: source.where,
    latestPer: source.latestPer,
    names: namesOf(together),
  });
  const kept = source.latestPer ? latestOnly(fact, source.latestPer, rows, keys) : rows;
  return sql`select ${comma([...keys, ...aggregates(together)])} from (${kept}) as _s group by ${comma(keys)}`;
}

export const keysOf = (entity: Entity): readonly Sql[] =>
  entity.name === 'user' ? [name('_customer'), name('_user')] : [name('_customer')];

/** Users that existed on the day, grouped by customer. */
function userScan(catalog: Catalog, attribute: Attribute, together: readonly Attribute[], asOf: Day): Sql {
  const users = catalog.entities.user;
  if (!users?.customer) throw new Error('The model has no users');
  const source = attribute.source.kind === 'users' ? attribute.source : undefined;
  const zone = catalog.workspace.timeZone;
  const since = users.since;
  const type = since ? (users.relation.columns[since]?.timeType ?? 'date') : 'date';
  const existed = since
    ? sql`where ${name(since)} is null or ${name(since)} < ${startOfDay(type, addDays(asOf, 1), zone)}`
    : sql``;
  const rows = sql`select *, ${name(users.customer)} as _customer, ${day(asOf)} as as_of from ${name(users.relation.name)} ${existed}`;
  const filter = source?.where ? sql`where ${model(source.where.sql)}` : sql``;
  return sql`select _customer, ${comma(aggregates(together))} from (${rows}) as _s ${filter} group by _customer`;
}

export const factOf = (catalog: Catalog, plural: string): Fact => {
  const found = catalog.facts[plural];
  if (!found) throw new Error(`No fact ${plural}`);
  return found;
};
