import type { Catalog } from '../catalog/model.js';
import type { Grouping } from '../query/question.js';
import type { Day } from '../query/time.js';
import type { EntityName, Where } from '../query/where.js';
import type { Base } from './base.js';
import { createBase } from './base.js';
import { day } from './dialect.js';
import { groupColumn, startDay } from './grouping.js';
import type { Sql } from './sql.js';
import { all, asFilter, comma, name, sql, toStatement } from './sql.js';
import { compileWhere } from './where.js';

/** Who are members, and what beside them is kept: a column `_d0` … for each grouping. */
export interface MembersWanted {
  readonly entity: EntityName;
  readonly where: Where;
  readonly day: Day;
  readonly by: readonly Grouping[];
  /** Each of these days instead; `by` begins with them. */
  readonly days?: readonly Day[] | undefined;
  /** Of each of these wheres instead; `by` begins with their numbers. */
  readonly wheres?: readonly Where[] | undefined;
}

/**
 * One statement under construction: a base per entity and day and one membership per where, shared by all the branches
 * that name them.
 */
export interface StatementScope {
  readonly catalog: Catalog;
  /** Whether more has been asked of many days at once than their snapshots keep: then the statement is wrong. */
  beyond(): boolean;
  /** Everybody on a day, or on each of some `days`, all as of the last of them. */
  base(entity: EntityName, day: Day, days?: readonly Day[]): { readonly base: Base; readonly table: Sql };
  /** Members as of a day: `_member`, `_member_customer` (users) and `_d0` … for what they are grouped by. */
  members(entity: EntityName, where: Where, day: Day, by: readonly Grouping[]): Sql;
  membersOf(wanted: MembersWanted): Sql;
  /** A SELECT of the columns of the base itself for each of them, and `_d0` …; not shared. */
  memberRows(wanted: MembersWanted): Sql;
  /** Any other SELECT that several branches read. */
  shared(make: Sql): Sql;
  /** A SELECT from the model's relations alone, which bases read too. */
  source(make: Sql): Sql;
  /** The statement around a body that names the tables above. */
  finish(body: Sql): Compiled;
}

export interface Compiled {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** Rows of its answer, where it is known that there cannot be more. */
  readonly mostRows?: number;
}

export function createScope(catalog: Catalog): StatementScope {
  const bases = new Map<string, { base: Base; table: Sql }>();
  const shared = new Map<string, { table: Sql; make: Sql }>();
  const sources: { readonly table: Sql; readonly make: Sql }[] = [];
  const share = (label: string, make: Sql): Sql => {
    const compiled = toStatement(make);
    const key = `${compiled.sql}\u0000${JSON.stringify(compiled.parameters)}`;
    const found = shared.get(key) ?? { table: name(`${label}_${String(shared.size)}`), make };
    shared.set(key, found);
    return found.table;
  };

  const baseFor = (entity: EntityName, day: Day, days?: readonly Day[]) => {
    const key = `${entity} ${(days ?? [day]).join(' ')}`;
    const table = name(`${entity}s_${String(bases.size)}`);
    const found = bases.get(key) ?? { base: createBase(catalog, entity, day, days ? { days } : {}), table };
    bases.set(key, found);
    return found;
  };
  /** These columns of the members' rows `b` of the base, or all without any named, and `_d0` …. */
  const rowsOf = (wanted: MembersWanted, own?: readonly Sql[]): Sql => {
    const { base, table } = baseFor(wanted.entity, wanted.day, wanted.days);
    const groups = wanted.by.flatMap((grouping, i) =>
      isOutside(grouping, wanted) ? [] : [sql`${groupColumn(base, grouping, 'b')} as ${name(`_d${String(i)}`)}`],
    );
    const begun = wanted.by.flatMap((grouping) => isWithin(base, grouping));
    if (wanted.wheres) {
      const columns = [sql`b.*`, ...groups, sql`${wheresMet(base, wanted.wheres)} as _met`];
      const met = share('met', sql`select ${comma(columns)} from ${table} as b where ${all(begun)}`);
      const kept = own && [...own, ...wanted.by.slice(1).map((_, i) => sql`b.${name(`_d${String(i + 1)}`)}`)];
      const each = sql`range(${sql.lit(wanted.wheres.length)}) as w(n)`;
      return sql`select ${comma([...(kept ?? [sql`b.* exclude (_met)`]), sql`w.n as _d0`])} from ${met} as b, ${each} where b._met & ${bit(sql`w.n`)} != 0`;
    }
    const filter = all([asFilter(compileWhere(base, wanted.where, 'b')), ...begun]);
    return sql`select ${comma([...(own ?? [sql`b.*`]), ...groups])} from ${table} as b where ${filter}`;
  };
  const membersOf = (wanted: MembersWanted): Sql =>
    share(
      'members',
      rowsOf(wanted, [
        sql`b.id as _member`,
        ...(wanted.entity === 'user' ? [sql`b.customer_id as _member_customer`] : []),
      ]),
    );
  return {
    catalog,
    beyond: () => [...bases.values()].some(({ base }) => base.beyond()),
    base: baseFor,
    members: (entity, where, day, by) => membersOf({ entity, where, day, by }),
    membersOf,
    memberRows: (wanted) => rowsOf(wanted),
    shared: (make) => share('part', make),
    source: (make) => {
      const table = name(`source_${String(sources.length)}`);
      sources.push({ table, make });
      return table;
    },
    finish: (body) => {
      const tables = [
        ...sources.map((s) => sql`${s.table} as (\n${s.make}\n)`),
        ...[...bases.values()].map((b) => sql`${b.table} as (\n${b.base.build()}\n)`),
        ...[...shared.values()].map((m) => sql`${m.table} as (\n${m.make}\n)`),
      ];
      return toStatement(tables.length === 0 ? body : sql`with ${sql.join(tables, sql`,\n`)}\n${body}`);
    },
  };
}

/** Told by something else than the members' own base. */
const isOutside = (grouping: Grouping, { days, wheres }: MembersWanted): boolean =>
  typeof grouping !== 'string' && ((grouping.kind === 'day' && !days) || (grouping.kind === 'where' && !!wheres));

function isWithin(base: Base, grouping: Grouping): readonly Sql[] {
  if (typeof grouping === 'string' || grouping.kind !== 'start' || !grouping.within) return [];
  const start = startDay(base, grouping.start, 'b');
  return [sql`(${start} >= ${day(grouping.within.from)} and ${start} < ${day(grouping.within.until)})`];
}

/** Which wheres a row of the base meets, as the bits of a number: every condition is looked at in one scan. */
function wheresMet(base: Base, wheres: readonly Where[]): Sql {
  const bits = wheres.map(
    (where, i) => sql`case when ${compileWhere(base, where, 'b')} then ${bit(sql.lit(i))} else 0 end`,
  );
  return sql`(${sql.join(bits, sql` | `)})`;
}

const bit = (n: Sql): Sql => sql`(cast(1 as bigint) << ${n})`;
