import type { Catalog } from '../catalog/model.js';
import type { Grouping } from '../query/question.js';
import type { Day } from '../query/time.js';
import type { EntityName, Where } from '../query/where.js';
import type { Base } from './base.js';
import { createBase } from './base.js';
import { groupColumn } from './grouping.js';
import type { Sql } from './sql.js';
import { asFilter, comma, name, sql, toStatement } from './sql.js';
import { compileWhere } from './where.js';

/**
 * One statement under construction: a base per entity and day and one membership per where, shared by all the branches
 * that name them.
 */
export interface StatementScope {
  readonly catalog: Catalog;
  /** Whether more has been asked about many days than their snapshots keep: then the statement is wrong. */
  beyond(): boolean;
  base(entity: EntityName, day: Day): { readonly base: Base; readonly table: Sql };
  /** Members as of a day: `_member`, `_member_customer` (users) and `_d0` … for what they are grouped by. */
  members(entity: EntityName, where: Where, day: Day, by: readonly Grouping[]): Sql;
  /** Any other SELECT that several branches read. */
  shared(make: Sql): Sql;
  /** A SELECT from the model's relations alone, which bases read too. */
  source(make: Sql): Sql;
  /** The statement around a body that names the tables above. */
  finish(body: Sql): { readonly sql: string; readonly parameters: readonly unknown[] };
}

/** A statement about customers; `days` are all asked about at once, as of the last of them, from their snapshots alone. */
export function createScope(catalog: Catalog, days?: readonly Day[]): StatementScope {
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

  const baseFor = (entity: EntityName, day: Day) => {
    const key = `${entity} ${day}`;
    const table = name(`${entity}s_${String(bases.size)}`);
    const many = entity === 'customer' && day === days?.at(-1) ? { days } : {};
    const found = bases.get(key) ?? { base: createBase(catalog, entity, day, many), table };
    bases.set(key, found);
    return found;
  };
  return {
    catalog,
    beyond: () =>
      days !== undefined &&
      ([...bases.keys()].some((key) => key !== `customer ${days.at(-1) ?? ''}`) ||
        [...bases.values()].some(({ base }) => base.beyond())),
    base: baseFor,
    members: (entity, where, day, by) => {
      const { base, table } = baseFor(entity, day);
      const columns = [
        sql`b.id as _member`,
        ...(entity === 'user' ? [sql`b.customer_id as _member_customer`] : []),
        ...by.map((grouping, i) => sql`${groupColumn(base, grouping, 'b')} as ${name(`_d${String(i)}`)}`),
      ];
      const make = sql`select ${comma(columns)} from ${table} as b where ${asFilter(compileWhere(base, where, 'b'))}`;
      return share('members', make);
    },
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
