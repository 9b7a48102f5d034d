import type { Attribute, Catalog, Entity, Snapshots } from '../catalog/model.js';
import type { Day } from '../query/time.js';
import { attributeScan } from './attribute-scan.js';
import { row, type Step } from './derived.js';
import { day, dialect, isFloating } from './dialect.js';
import { asKept, inOwnType } from './kept-column.js';
import { layersOf } from './layers.js';
import { rowsOf } from './rows-of-days.js';
import type { Sides } from './sides.js';
import { comma, lines, name, ref, type Sql, sql } from './sql.js';

/** What has been asked of a base. */
export interface Asked {
  readonly catalog: Catalog;
  readonly entity: Entity;
  readonly day: Day;
  /** Of a base of many days. */
  readonly days: readonly Day[] | undefined;
  /** Only these members. */
  readonly only: readonly string[] | undefined;
  readonly kept: Snapshots | undefined;
  readonly attributes: ReadonlySet<string>;
  /** Attributes that are compared as they are kept. */
  readonly narrow: ReadonlySet<string>;
  /** How columns are made that are made of others. */
  readonly steps: ReadonlyMap<string, Step>;
  /** Columns of them that are windows over all rows. */
  readonly ranks: readonly string[];
  /** Columns that are read from the sides. */
  readonly values: readonly { readonly column: string; readonly value: Sql }[];
  readonly sides: Sides;
}

/** A row per member of the population, with a column per thing asked for. */
export function baseRows(asked: Asked): Sql {
  const layers = layersOf([...asked.attributes, ...asked.ranks], asked.steps);
  // A rank is a place among all, so those asked for are only picked out when it is known.
  const early = asked.ranks.length === 0 ? asked.only : undefined;
  const layered = layers
    .slice(1)
    .reduce<Sql>(
      (inner, layer) =>
        sql`select *, ${comma(layer.map((column) => made(asked, column)))} from (${inner}) as ${name(row)}`,
      innermost(asked, layers[0] ?? [], early),
    );
  return asked.only && !early ? sql`select * from (${layered}) as _o where ${isOneOf(sql`id`, asked.only)}` : layered;
}

function made({ entity, steps }: Asked, column: string): Sql {
  const value = steps.get(column)?.value ?? sql`null`;
  return sql`${valueOf(entity.attributes[column], value)} as ${name(column)}`;
}

/** What is made of nothing else of the row: what a snapshot keeps, the entity's own columns, scans of facts, and constants. */
function innermost(asked: Asked, first: readonly string[], only: readonly string[] | undefined): Sql {
  const { catalog, entity, kept, sides } = asked;
  const live = first.flatMap((column) => (kept?.attributes.has(column) ? [] : (entity.attributes[column] ?? [])));
  const from = rowsOf(catalog, entity, asked.days ?? [asked.day], kept, live.length > 0);
  const joined = !sides.none() || live.some((attribute) => attribute.source.kind !== 'column');
  const lists = joined ? first.filter((column) => entity.attributes[column]?.type === 'list') : [];
  const own = (alias: 'e' | 'p', column: string): Sql => ref(lists.includes(column) ? `${alias}_late` : alias, column);
  const fromKept = first
    .filter((column) => kept?.attributes.has(column))
    .map((column) => inOwnType(entity.attributes[column], own('p', column)));
  const fromRows = live.map((attribute) => {
    const value =
      attribute.source.kind === 'column' ? own('e', attribute.source.column) : scanned(asked, attribute, live);
    return sql`${valueOf(attribute, value)} as ${name(attribute.name)}`;
  });
  const columns: Sql[] = [
    sql`${from.key} as id`,
    ...(asked.days ? [sql`p._day as _day`] : []),
    ...fromKept,
    ...[...asked.narrow].map((column) => asKept(column)),
    ...(entity.customer ? [sql`e.${name(entity.customer)} as customer_id`] : []),
    ...fromRows,
    ...constants(asked),
    ...asked.values.map(({ column, value }) => sql`${value} as ${name(column)}`),
  ];
  const late = [
    ...(lists.some((column) => kept?.attributes.has(column)) ? [from.late.p] : []),
    ...(lists.some((column) => !kept?.attributes.has(column)) ? [from.late.e] : []),
  ];
  const filters = [...from.filters, ...(only ? [isOneOf(from.key, only)] : [])];
  const where = filters.length > 0 ? [sql`where ${sql.join(filters, sql` and `)}`] : [];
  return lines([sql`select ${comma(columns)} from ${from.rows}`, ...sides.joins(entity, from.key), ...late, ...where]);
}

const scanned = ({ catalog, entity, day, sides }: Asked, attribute: Attribute, live: readonly Attribute[]): Sql =>
  ref(sides.aliasOf({ sql: attributeScan(catalog, entity, attribute, live, day), on: 'entity' }), attribute.name);

/** The day and the constants of the workspace, where a formula names them. */
function constants({ catalog, steps, day: asOf }: Asked): readonly Sql[] {
  const named = new Set([...steps.values()].flatMap((step) => step.needs));
  const own = Object.entries(catalog.workspace.constants).filter(([constant]) => named.has(constant));
  return [
    ...(named.has('as_of') ? [sql`${day(asOf)} as as_of`] : []),
    ...own.map(([constant, value]) => sql`${sql.lit(value)} as ${name(constant)}`),
  ];
}

/** With what stands for a missing value; a quotient by nothing is one, and never infinite or no number. */
function valueOf(attribute: Attribute | undefined, value: Sql): Sql {
  const filled = attribute?.missing === undefined ? value : sql`coalesce(${value}, ${sql.lit(attribute.missing)})`;
  return attribute && isFloating(attribute.sqlType) ? dialect.finite(filled) : filled;
}

const isOneOf = (key: Sql, ids: readonly string[]): Sql =>
  sql`cast(${key} as varchar) in (${comma(ids.map((id) => sql`${id}`))})`;
