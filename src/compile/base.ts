import type { Attribute, Catalog, Entity } from '../catalog/model.js';
import type { Day } from '../query/time.js';
import type { EntityName } from '../query/where.js';
import { attributeScan } from './attribute-scan.js';
import { derivedStep, row, type Step } from './derived.js';
import { day, dialect, isFloating } from './dialect.js';
import { entityOf } from './entity-of.js';
import { asKept, inOwnType, isNarrowed, keptOf } from './kept-column.js';
import { rowsOf, snapshotOf } from './rows-of-days.js';
import type { Sql } from './sql.js';
import { comma, lines, name, ref, sql, toStatement } from './sql.js';

/**
 * A SELECT joined to the entity: keyed by `_customer`, and on the user entity by `_user` unless `on` says customer. On
 * `self` it is the entity once more, where a user without a customer is still the same user.
 */
export interface Side {
  readonly sql: Sql | (() => Sql);
  /** Names a side whose SQL is made when everything asked of it is known. */
  readonly key?: string;
  readonly on: 'entity' | 'customer' | 'self';
  /** It has a row for each of many days, told by `_day`. */
  readonly onEachDay?: boolean;
}

/** Another base that this one reads conditions from. */
export interface Related {
  readonly base: Base;
  /** Makes a condition on the other base a column of the side, once. */
  condition(condition: Sql): string;
  readonly conditions: () => readonly { readonly column: string; readonly condition: Sql }[];
}

/**
 * `customers_at(day)` under construction: what is asked for becomes a column, once; nothing else is computed.
 * Lives while one statement is compiled.
 */
export interface Base {
  readonly entity: EntityName;
  readonly day: Day;
  /** The days of a base of many; `day` is the last of them. */
  readonly days: readonly Day[] | undefined;
  readonly catalog: Catalog;
  /** Makes an attribute a column of its own name. */
  attribute(attribute: string): void;
  /** An attribute of a row of the base under an alias, to be compared with a value of its own type. */
  compared(attribute: string, alias: string): Sql;
  /** Joins a grouped SELECT (its rows keyed by `_customer`, and `_user` on the user entity) and names one value of it. */
  joined(side: Side, value: (alias: string) => Sql): string;
  /** A window over all rows, such as a rank, that names an attribute. */
  ranked(over: Sql, by: string): string;
  /** The same entity on another day, for changes and movements. */
  at(day: Day): Related;
  /** The users of the customers, or the customers of the users, on the same day. */
  related(): Related;
  /** Whether more has been asked of a base of many days than their snapshots keep. */
  beyond(): boolean;
  /** `id`, `customer_id` (users) and a column per thing asked for; one row per member of the population. */
  build(): Sql;
}

export { entityOf } from './entity-of.js';

/** Structural identity of a piece of SQL: equal text and equal values share one sub-scan. */
const keyOf = (piece: Sql): string => {
  const { sql: text, parameters } = toStatement(piece);
  return `${text}\u0000${JSON.stringify(parameters)}`;
};

/** Columns of a row in layers: each is made of those before it, and the first of none. */
function layersOf(columns: Iterable<string>, steps: ReadonlyMap<string, Step>): readonly (readonly string[])[] {
  const depth = new Map<string, number>();
  const visit = (column: string): number => {
    const step = steps.get(column);
    const known = depth.get(column) ?? (step ? 1 + Math.max(0, ...step.needs.map(visit)) : 0);
    depth.set(column, known);
    return known;
  };
  const layers: string[][] = [];
  for (const column of columns) (layers[visit(column)] ??= []).push(column);
  return layers;
}

export interface BaseOptions {
  /** Only these members. */
  readonly only?: readonly string[];
  /** All these days, each row with its `_day`: only what their snapshots keep can be asked of such a base. */
  readonly days?: readonly Day[];
}

export function createBase(
  catalog: Catalog,
  entityName: EntityName,
  asOf: Day,
  { only, days }: BaseOptions = {},
): Base {
  const entity = entityOf(catalog, entityName);
  const kept = snapshotOf(catalog, entityName, asOf);
  const wanted = new Set<string>();
  const sides = new Map<string, { alias: string; side: Side }>();
  const values = new Map<string, { column: string; value: Sql }>();
  const steps = new Map<string, Step>();
  const narrow = new Set<string>();
  const ranks = new Map<string, string>();
  const others = new Map<Day, Related>();
  let relative: Related | undefined;
  let beyond = days !== undefined && !(kept && days.every((d) => kept.days.has(d)));
  const leave = (): void => {
    beyond ||= days !== undefined;
  };

  const sideAlias = (side: Side): string => {
    const key = side.key ?? (typeof side.sql === 'function' ? '' : keyOf(side.sql));
    const alias = sides.get(key)?.alias ?? `s${String(sides.size)}`;
    if (!sides.has(key)) sides.set(key, { alias, side });
    return alias;
  };

  const build = (): Sql => {
    const layers = layersOf([...wanted, ...ranks.values()], steps);
    const first = layers[0] ?? [];
    const sources = first.flatMap((column) => (kept?.attributes.has(column) ? [] : (entity.attributes[column] ?? [])));
    const from = rowsOf(catalog, entity, days ?? [asOf], kept, sources.length > 0);
    const joined = sides.size > 0 || sources.some((attribute) => attribute.source.kind !== 'column');
    const lists = joined ? first.filter((column) => entity.attributes[column]?.type === 'list') : [];
    const own = (alias: 'e' | 'p', column: string): Sql =>
      ref(lists.includes(column) ? `${alias}_late` : alias, column);
    const plain: Sql[] = [
      sql`${from.key} as id`,
      ...(days ? [sql`p._day as _day`] : []),
      ...first
        .filter((column) => kept?.attributes.has(column))
        .map((column) => inOwnType(entity.attributes[column], own('p', column))),
      ...[...narrow].map((column) => asKept(column)),
    ];
    if (entity.customer) plain.push(sql`e.${name(entity.customer)} as customer_id`);
    for (const attribute of sources) {
      const value =
        attribute.source.kind === 'column'
          ? own('e', attribute.source.column)
          : ref(
              sideAlias({ sql: attributeScan(catalog, entity, attribute, sources, asOf), on: 'entity' }),
              attribute.name,
            );
      plain.push(sql`${valueOf(attribute, value)} as ${name(attribute.name)}`);
    }
    const named = new Set([...steps.values()].flatMap((step) => step.needs));
    if (named.has('as_of')) plain.push(sql`${day(asOf)} as as_of`);
    for (const [constant, value] of Object.entries(catalog.workspace.constants))
      if (named.has(constant)) plain.push(sql`${sql.lit(value)} as ${name(constant)}`);
    for (const { column, value } of values.values()) plain.push(sql`${value} as ${name(column)}`);

    const joins = [...sides.values()].map(({ alias, side }) => {
      const same = side.onEachDay ? sql` and ${ref(alias, '_day')} = p._day` : sql``;
      const keys = sql`${joinKeys(entity, from.key, side.on, alias)}${same}`;
      return sql`left join (${typeof side.sql === 'function' ? side.sql() : side.sql}) as ${name(alias)} on ${keys}`;
    });
    const late = [
      ...(lists.some((column) => kept?.attributes.has(column)) ? [from.late.p] : []),
      ...(lists.some((column) => !kept?.attributes.has(column)) ? [from.late.e] : []),
    ];
    // A rank is a place among all, so those asked for are only picked out when it is known.
    const early = ranks.size === 0 ? only : undefined;
    const filters = [...from.filters, ...(early ? [isOneOf(from.key, early)] : [])];
    const where = filters.length > 0 ? [sql`where ${sql.join(filters, sql` and `)}`] : [];
    const innermost = lines([sql`select ${comma(plain)} from ${from.rows}`, ...joins, ...late, ...where]);
    const layered = layers
      .slice(1)
      .reduce<Sql>(
        (inner, layer) => sql`select *, ${comma(layer.map(made))} from (${inner}) as ${name(row)}`,
        innermost,
      );
    return only && !early ? sql`select * from (${layered}) as _o where ${isOneOf(sql`id`, only)}` : layered;
  };
  const made = (column: string): Sql => {
    const value = steps.get(column)?.value ?? sql`null`;
    return sql`${valueOf(entity.attributes[column], value)} as ${name(column)}`;
  };

  const base: Base = {
    entity: entityName,
    day: asOf,
    days,
    catalog,
    build,
    attribute: (attribute) => {
      const found = entity.attributes[attribute];
      if (!found || wanted.has(attribute)) return;
      wanted.add(attribute);
      if (kept?.attributes.has(attribute)) return;
      leave();
      const step = derivedStep(base, found);
      if (!step) return;
      steps.set(attribute, step);
      step.needs.forEach((need) => {
        base.attribute(need);
      });
    },
    compared: (attribute, alias) => {
      const found = entity.attributes[attribute];
      const isNarrow = found !== undefined && kept?.attributes.has(attribute) === true && isNarrowed(found);
      if (isNarrow) narrow.add(attribute);
      else base.attribute(attribute);
      return isNarrow ? keptOf(found, alias) : ref(alias, attribute);
    },
    joined: (side, read) => {
      if (!side.onEachDay) leave();
      const value = read(sideAlias(side));
      const key = keyOf(value);
      const found = values.get(key) ?? { column: `_v${String(values.size)}`, value };
      values.set(key, found);
      return found.column;
    },
    ranked: (over, by) => {
      leave();
      const key = keyOf(over);
      const column = ranks.get(key) ?? `_r${String(ranks.size)}`;
      ranks.set(key, column);
      steps.set(column, { needs: [by], value: over });
      return column;
    },
    at: (other) => {
      leave();
      const found = others.get(other) ?? relatedTo(createBase(catalog, entityName, other));
      others.set(other, found);
      return found;
    },
    related: () => {
      leave();
      return (relative ??= relatedTo(createBase(catalog, entityName === 'user' ? 'customer' : 'user', asOf)));
    },
    beyond: () => beyond,
  };
  return base;
}

/** With what stands for a missing value; a quotient by nothing is one, and never infinite or no number. */
function valueOf(attribute: Attribute | undefined, value: Sql): Sql {
  const filled = attribute?.missing === undefined ? value : sql`coalesce(${value}, ${sql.lit(attribute.missing)})`;
  return attribute && isFloating(attribute.sqlType) ? dialect.finite(filled) : filled;
}

const isOneOf = (key: Sql, ids: readonly string[]): Sql =>
  sql`cast(${key} as varchar) in (${comma(ids.map((id) => sql`${id}`))})`;

function joinKeys(entity: Entity, key: Sql, on: Side['on'], alias: string): Sql {
  const [customer, user] = [ref(alias, '_customer'), ref(alias, '_user')];
  if (!entity.customer) return sql`${customer} = ${key}`;
  const own = sql`e.${name(entity.customer)}`;
  if (on === 'customer') return sql`${customer} = ${own}`;
  const same = on === 'self' ? sql`is not distinct from` : sql`=`;
  return sql`${customer} ${same} ${own} and ${user} = ${key}`;
}

function relatedTo(base: Base): Related {
  const found = new Map<string, { column: string; condition: Sql }>();
  return {
    base,
    conditions: () => [...found.values()],
    condition: (condition) => {
      const key = keyOf(condition);
      const entry = found.get(key) ?? { column: `_c${String(found.size)}`, condition };
      found.set(key, entry);
      return entry.column;
    },
  };
}
