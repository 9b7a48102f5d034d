import type { FunnelRows, FunnelStep } from '../../query/funnel.js';
import type { EntityName, RowWhere, Where } from '../../query/where.js';
import { keyColumns, sameMember } from '../activity.js';
import { factOf } from '../attribute-scan.js';
import { createBase } from '../base.js';
import { factRows, rowWhere, rowWhereNames } from '../fact-rows.js';
import { all, comma, name, sql, type Sql } from '../sql.js';
import { compileWhere } from '../where.js';
import type { Span } from '../window.js';
import { sourceType } from './clock.js';
import { keys, type Seen } from './seen.js';

/** The keys of those for whom a where holds on the day asked about. */
function people({ catalog, asOf }: Seen, entity: EntityName, where: Where): Sql {
  const base = createBase(catalog, entity, asOf);
  const holds = compileWhere(base, where, 'o');
  const columns = entity === 'user' ? sql`o.customer_id as _customer, o.id as _user` : sql`o.id as _customer`;
  return sql`select ${columns} from (${base.build()}) as o where ${holds}`;
}

/** What rows are joined with to leave only those of some people, or of the first of their kind. */
interface Restriction {
  readonly alias: string;
  readonly table: Sql;
  readonly on: Sql;
}

function restrictions(seen: Seen, rows: FunnelStep, alias: string): readonly Restriction[] {
  const { user, customer, firstOf } = rows;
  const of = (entity: EntityName, where: Where, suffix: string): Restriction => ({
    alias: alias + suffix,
    table: people(seen, entity, where),
    on: sameMember(entity, alias + suffix, 'f'),
  });
  return [
    ...(user ? [of('user', user, 'u')] : []),
    ...(customer ? [of('customer', customer, 'c')] : []),
    ...(firstOf ? [earliest(seen, { ...rows, rows: firstOf }, `${alias}h`)] : []),
  ];
}

function earliest(seen: Seen, { rows, time }: FunnelRows, alias: string): Restriction {
  const among = rowsOf(seen, { rows, ...(time !== undefined && { time }) }, {});
  const first = sql`select ${keys(seen)}, min(_t) as _first from (${among}) as r group by ${keys(seen)}`;
  return {
    alias,
    table: first,
    on: all([sameMember(seen.entity, alias, 'f'), sql`${name(alias)}._first = f._t`]),
  };
}

/** Rows with the keys of their customer and user, and the clock's reading of their time. */
function read(
  seen: Seen,
  rows: FunnelRows,
  span: Span,
  asked: RowWhere | undefined,
  columns: readonly Sql[] = [],
  names: readonly string[] = [],
): Sql {
  const { catalog, asOf, clock } = seen;
  const fact = factOf(catalog, rows.rows.fact);
  const found = factRows(catalog, { fact, asOf, rows: { kind: 'placed', span }, time: rows.time, asked, names });
  const own = [
    sql`_customer`,
    ...(fact.user ? [sql`_user`] : []),
    sql`${clock.read(sourceType(catalog, rows), sql`_time`)} as _t`,
  ];
  const owned = keyColumns(seen.entity).map((key) => sql`${key} is not null`);
  return sql`select ${comma([...own, ...columns])} from (${found}) as r where ${all(owned)}`;
}

/** Only the members' rows. */
function membersJoin({ members, entity }: Seen): Sql {
  if (!members) return sql``;
  const on =
    entity === 'user' ? sql`m._member_customer = f._customer and m._member = f._user` : sql`m._member = f._customer`;
  return sql`join ${members.table} as m on ${on}`;
}

/** The rows of one step: keys and `_t`. With `entering`, of members only. */
export function rowsOf(seen: Seen, step: FunnelStep, span: Span, entering = false): Sql {
  const joins = restrictions(seen, step, 'p').map((r) => sql`join (${r.table}) as ${name(r.alias)} on ${r.on}`);
  const members = entering ? membersJoin(seen) : sql``;
  const own = keyColumns(seen.entity).map((key) => sql`f.${key}`);
  return sql`select ${comma([...own, sql`f._t`])} from (${read(seen, step, span, step.rows.where)}) as f ${members} ${sql.join(joins, sql` `)}`;
}

export const kindColumn = (kind: number): string => `k${String(kind)}`;

/** Steps told apart by kind, as they stand in one scan. */
export interface Kind {
  readonly kind: number;
  readonly step: FunnelStep;
}

/**
 * The rows of steps of the same fact and time in one scan, of members only: keys, `_t` and whether each kind of step may be
 * served by the row; `others` also keeps those that serve none.
 */
export function markedRows(
  seen: Seen,
  kinds: readonly Kind[],
  every: readonly number[],
  span: Span,
  others: boolean,
): Sql {
  const [first] = kinds;
  if (!first) throw new Error('A scan is of at least one step');
  const fact = factOf(seen.catalog, first.step.rows.fact);
  const own = (kind: number): Kind | undefined => kinds.find((k) => k.kind === kind);
  const marked = kinds.map(({ kind, step }) => {
    const holds = rowWhere(seen.catalog, fact, step.rows.where, seen.asOf);
    return sql`${holds} as ${name(kindColumn(kind))}`;
  });
  const asked: RowWhere | undefined = others
    ? undefined
    : { kind: 'or', items: kinds.map(({ step }) => step.rows.where) };
  const names = kinds.flatMap(({ step }) => rowWhereNames(step.rows.where));
  const rows = read(seen, first.step, span, asked, marked, names);
  const limits = kinds.map(({ kind, step }) => ({ kind, by: restrictions(seen, step, `p${String(kind)}`) }));
  const joins = limits.flatMap(({ by }) => by.map((r) => sql`left join (${r.table}) as ${name(r.alias)} on ${r.on}`));
  const columns = every.map((kind) => {
    const by = limits.find((l) => l.kind === kind)?.by ?? [];
    const holds = own(kind)
      ? all([sql`f.${name(kindColumn(kind))}`, ...by.map((r) => sql`${name(r.alias)}._customer is not null`)])
      : sql`false`;
    return sql`${holds} as ${name(kindColumn(kind))}`;
  });
  const keyed = keyColumns(seen.entity).map((key) => sql`f.${key}`);
  return sql`select ${comma([...keyed, sql`f._t`, ...columns])} from (${rows}) as f ${membersJoin(seen)} ${sql.join(joins, sql` `)}`;
}
