import type { Catalog } from '../catalog/model.js';
import type { Grid } from '../query/grid.js';
import type { Day } from '../query/time.js';
import type { EntityName, FactRows } from '../query/where.js';
import { factOf } from './attribute-scan.js';
import { factRows, timeTypeOf } from './fact-rows.js';
import type { Clocks } from './period-number.js';
import { microsecondsOf, periodNumber } from './period-number.js';
import type { Sql } from './sql.js';
import { comma, name, ref, sql } from './sql.js';
import type { Span } from './window.js';

/** Members as `scope.members` gives them, and the number of attributes they carry. */
export interface MembersTable {
  readonly table: Sql;
  readonly attributes: number;
}

/** Rows of a fact by whom they belong to. */
export interface OwnRows {
  readonly entity: EntityName;
  readonly rows: FactRows;
  readonly asOf: Day;
  readonly span: Span;
  /** Only these; left out, whoever the rows name. */
  readonly members?: MembersTable | undefined;
}

const keys: Readonly<Record<EntityName, readonly string[]>> = { customer: ['_customer'], user: ['_customer', '_user'] };

/** `_customer`, and `_user` of users. */
export const keyColumns = (entity: EntityName): readonly Sql[] => keys[entity].map(name);

export const attributeColumns = (members: MembersTable | undefined): readonly Sql[] =>
  Array.from({ length: members?.attributes ?? 0 }, (_, i) => name(`_d${String(i)}`));

export const sameMember = (entity: EntityName, a: string, b: string): Sql =>
  sql.join(
    keys[entity].map((k) => sql`${ref(a, k)} = ${ref(b, k)}`),
    sql` and `,
  );

/** Rows with their keys, the members' attributes `_d0` … and what is read from each row's time. */
function ownRows(catalog: Catalog, own: OwnRows, read: readonly Sql[]): Sql {
  const { entity, members, asOf, span, rows } = own;
  const fact = factOf(catalog, rows.fact);
  const found = factRows(catalog, { fact, asOf, rows: { kind: 'placed', span }, asked: rows.where, names: [] });
  const columns = [
    ...keys[entity].map((key) => ref('f', key)),
    ...attributeColumns(members).map((d) => sql`m.${d}`),
    ...read,
  ];
  const on =
    entity === 'user' ? sql`m._member_customer = f._customer and m._member = f._user` : sql`m._member = f._customer`;
  const join = members ? sql`join ${members.table} as m on ${on}` : sql``;
  return sql`select ${comma(columns)} from (${found}) as f ${join}`;
}

const typeOf = (catalog: Catalog, rows: FactRows) => {
  const fact = factOf(catalog, rows.fact);
  return timeTypeOf(fact, fact.time.kind === 'time' ? fact.time.column : fact.time.from);
};

const time = sql`f._time`;

/** A row per row of the fact: its keys and `_at`, its time in microseconds since 1970. */
export function moments(catalog: Catalog, own: OwnRows): Sql {
  const at = microsecondsOf(typeOf(catalog, own.rows), time, catalog.workspace.timeZone);
  return ownRows(catalog, own, [sql`${at} as _at`]);
}

/** How rows are placed in periods. */
export interface Placing {
  readonly grid: Grid;
  /** Where the clocks are looked up; left out, the engine's calendar is asked about each row. */
  readonly clocks?: Clocks | undefined;
  /** Also the moment of the earliest row. */
  readonly moment?: boolean;
}

/** A row per row of the fact: its keys, `_d0` …, the number `_p` of its period, and on request `_at`. */
export function placedRows(catalog: Catalog, own: OwnRows, { grid, clocks, moment = false }: Placing): Sql {
  const zone = catalog.workspace.timeZone;
  const type = typeOf(catalog, own.rows);
  return ownRows(catalog, own, [
    sql`${periodNumber(grid, type, time, zone, clocks)} as _p`,
    ...(moment ? [sql`${microsecondsOf(type, time, zone)} as _at`] : []),
  ]);
}

/**
 * A row per member and period with rows in it: keys, `_d0` …, the period's number `_p`, the number of rows `_n`, and on
 * request the earliest row's `_at`.
 */
export function activity(catalog: Catalog, own: OwnRows, placing: Placing): Sql {
  const { moment } = placing;
  const rows = placedRows(catalog, own, placing);
  const by = [...keyColumns(own.entity), ...attributeColumns(own.members), sql`_p`];
  const columns = [...by, sql`count(*) as _n`, ...(moment ? [sql`min(_at) as _at`] : [])];
  return sql`select ${comma(columns)} from (${rows}) as r group by ${comma(by)}`;
}
