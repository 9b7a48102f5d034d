import { dayOf, upTo, type Day } from './days.js';
import { once } from './once.js';
import { latestPer, rowsOf, type Which } from './rows.js';
import type { Attribute, EntityName, Row, Value, World } from './world.js';

export const entityOf = (world: World, entity: EntityName) => world.model.entities[entity];

/** The rows of an entity that exist at the end of a day. */
export function population(world: World, entity: EntityName, day: Day): readonly Row[] {
  const { table, since } = entityOf(world, entity);
  return (world.tables[table] ?? []).filter((row) => {
    const from = since === undefined ? null : (row[since] as string | null);
    return from === null || dayOf(from, world.zone) <= day;
  });
}

/** The users of a customer, whose customer may be nobody. */
export const usersOf = (world: World, customer: Row, day: Day): readonly Row[] => {
  const key = customer[entityOf(world, 'customer').key];
  return population(world, 'user', day).filter((u) => u[entityOf(world, 'user').customer ?? ''] === key);
};

/** Whether a fact's row belongs to a member. */
export function owns(world: World, entity: EntityName, member: Row, table: string): (row: Row) => boolean {
  const fact = world.model.facts[table];
  const { key, customer } = entityOf(world, entity);
  const same = (a: Value | undefined, b: Value | undefined): boolean => a != null && a === b;
  if (entity === 'customer') return (row) => same(row[fact?.customer ?? ''], member[key]);
  return (row) => same(row[fact?.customer ?? ''], member[customer ?? '']) && same(row[fact?.user ?? ''], member[key]);
}

/** An attribute of a member as of a day; counted once and remembered. */
export function attributeOf(world: World, entity: EntityName, name: string, member: Row, day: Day): Value {
  const known = once(world, `${entity} ${name} ${day}`, () => new Map<Row, Value>());
  const value = known.get(member) ?? valueOf(world, entity, name, member, day);
  known.set(member, value);
  return value;
}

function valueOf(world: World, entity: EntityName, name: string, member: Row, day: Day): Value {
  const attribute = entityOf(world, entity).attributes[name];
  if (!attribute) throw new Error(`no attribute ${name}`);
  if ('column' in attribute) return member[attribute.column] ?? null;
  if ('formula' in attribute) return attribute.formula((other) => attributeOf(world, entity, other, member, day), day);
  const rows = aggregated(world, entity, attribute, member, day);
  const value = 'users' in attribute ? attribute.users : attribute.value;
  return (rows.length === 0 ? null : value(rows, day)) ?? attribute.missing ?? null;
}

type Aggregated = Exclude<Attribute, { column: string } | { formula: unknown }>;

function aggregated(world: World, entity: EntityName, a: Aggregated, member: Row, day: Day): readonly Row[] {
  const kept = (row: Row): boolean => a.where?.(row) ?? true;
  if ('users' in a) return usersOf(world, member, day).filter(kept);
  const which: Which = a.current
    ? { rows: 'open' }
    : { rows: 'placed', time: a.time, span: a.last === undefined || a.last === 'all' ? {} : upTo(day, a.last) };
  const rows = rowsOf(world, a.of, which, day)
    .filter(owns(world, entity, member, a.of))
    .filter(kept);
  return a.latestPer === undefined ? rows : latestPer(rows, a.latestPer, world.model.facts[a.of]?.key);
}
