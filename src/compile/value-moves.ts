import { followedRows } from '../catalog/followed.js';
import type { MoveKind, Netting } from '../query/bridge.js';
import { moveKinds } from '../query/bridge.js';
import type { Day, Period } from '../query/time.js';
import { addDays, periodsOf, minus, startOf } from '../query/time.js';
import type { Where } from '../query/where.js';
import { keyColumns } from './activity.js';
import type { Base } from './base.js';
import { createBase } from './base.js';
import { entityOf } from './entity-of.js';
import { day } from './dialect.js';
import { groupColumn } from './grouping.js';
import type { Sql } from './sql.js';
import { any, comma, name, no, ref, sql, unionAll } from './sql.js';
import { valueSteps } from './value-steps.js';
import { knownSpan, spanOf } from './window.js';

/** What moved of a member's value in a period, by kind, over one row of a base under an alias. */
export interface Moves {
  amount(kind: MoveKind): Sql;
  happened(kind: MoveKind): Sql;
}

/** A value over one row of the base as it was at the end of a day: 0 where it is missing or its member did not exist. */
export const valueOn = (base: Base, attribute: string, on: Day, alias: string): Sql =>
  sql`coalesce(${groupColumn(base, { kind: 'attribute', name: attribute, day: on }, alias)}, 0)`;

const isGain: Readonly<Record<MoveKind, boolean>> = {
  NEW: true,
  EXPANSION: true,
  REACTIVATION: true,
  CONTRACTION: false,
  CHURN: false,
};
const amountOf = (kind: MoveKind, before: Sql, after: Sql): Sql =>
  isGain[kind] ? sql`${after} - ${before}` : sql`${before} - ${after}`;
const kindOf = (before: Sql, after: Sql, ever: Sql): Sql =>
  sql`case when ${before} = ${after} then null when ${before} = 0 and not ${ever} then 'NEW' when ${before} = 0 then 'REACTIVATION' when ${after} = 0 then 'CHURN' when ${after} > ${before} then 'EXPANSION' else 'CONTRACTION' end`;

/** Relations that several branches of a statement may read instead of making them anew. */
export interface ValueTables {
  /** `valueSteps` up to the last day asked about. */
  readonly steps?: Sql;
  /** `valuedDays`. */
  readonly valued?: Sql;
}

const makers: Readonly<Record<Netting, typeof nettedByDay>> = { DAY: nettedByDay, PERIOD: nettedOverall };

/** How the value moved in a period. The base's day is not before the period's end. */
export const movesOf = (
  base: Base,
  attribute: string,
  netting: Netting,
  period: Period,
  alias: string,
  tables: ValueTables = {},
): Moves => makers[netting](base, attribute, period, alias, tables);

function nettedByDay(base: Base, attribute: string, period: Period, alias: string, { steps }: ValueTables): Moves {
  const { catalog, entity } = base;
  const from = steps ?? sql`(${valueSteps(catalog, entity, attribute, addDays(period.until, -1))})`;
  const kind = kindOf(sql`before`, sql`after`, sql`ever`);
  const told = sql`select *, ${kind} as kind from ${from} as s where day >= ${day(period.from)} and day < ${day(period.until)}`;
  const columns = moveKinds.flatMap((k) => [
    sql`sum(case when kind = ${sql.lit(k)} then ${amountOf(k, sql`before`, sql`after`)} else 0 end) as ${name(k)}`,
    sql`sum(case when kind = ${sql.lit(k)} then 1 else 0 end) as ${name(`${k}$n`)}`,
  ]);
  const keys = comma(keyColumns(entity));
  const side = {
    sql: sql`select ${keys}, ${comma(columns)} from (${told}) as t group by ${keys}`,
    on: 'entity',
  } as const;
  const read = (column: string): Sql =>
    ref(
      alias,
      base.joined(side, (s) => sql`coalesce(${ref(s, column)}, 0)`),
    );
  return { amount: (k) => read(k), happened: (k) => sql`(${read(`${k}$n`)} > 0)` };
}

function nettedOverall(base: Base, attribute: string, period: Period, alias: string, tables: ValueTables): Moves {
  const start = addDays(period.from, -1);
  const before = valueOn(base, attribute, start, alias);
  const after = valueOn(base, attribute, addDays(period.until, -1), alias);
  const kind = kindOf(before, after, everBefore(base, attribute, start, alias, tables));
  const is = (k: MoveKind): Sql => sql`coalesce(${kind} = ${sql.lit(k)}, false)`;
  return {
    happened: is,
    amount: (k) => sql`(case when ${is(k)} then ${amountOf(k, before, after)} else 0 end)`,
  };
}

/** Whether the value was anything on or before a day: known exactly where it can be followed, else looked for at ends of months. */
function everBefore(base: Base, attribute: string, on: Day, alias: string, tables: ValueTables): Sql {
  const { catalog, entity } = base;
  const keys = comma(keyColumns(entity));
  const found = entityOf(catalog, entity).attributes[attribute];
  const exact = found !== undefined && followedRows(catalog, found) !== undefined;
  const from = exact
    ? sql`(select * from ${tables.steps ?? sql`(${valueSteps(catalog, entity, attribute, on)})`} as s where after <> 0)`
    : (tables.valued ?? sql`(${valuedDays(base, attribute, [on])})`);
  const earliest = exact ? sql`` : sql`and day >= ${day(monthsBefore(on, base).at(0) ?? on)}`;
  const days = sql`select ${keys}, count(*) as days from ${from} as d where day <= ${day(on)} ${earliest} group by ${keys}`;
  const column = base.joined({ sql: days, on: exact ? 'entity' : 'self' }, (s) => sql`coalesce(${ref(s, 'days')}, 0)`);
  return sql`(${ref(alias, column)} > 0)`;
}

/** How many ends of months are looked at for a value that cannot be followed. */
const months = 60;

/** The last days of the 60 calendar months before the one that holds a day, oldest first. */
function monthsBefore(on: Day, { catalog }: Base): readonly Day[] {
  const { weekStart } = catalog.workspace;
  const until = startOf('MONTH', on, weekStart);
  return periodsOf('MONTH', { from: minus(until, { months }), until }, weekStart).map((p) => addDays(p.until, -1));
}

/** Who had a value at the ends of the months before any of some days: keys and `day`. */
export function valuedDays(base: Base, attribute: string, before: readonly Day[]): Sql {
  const { catalog, entity } = base;
  const days = [...new Set(before.flatMap((on) => monthsBefore(on, base)))].sort();
  const keys = entity === 'user' ? sql`o.customer_id as _customer, o.id as _user` : sql`o.id as _customer`;
  return unionAll(
    days.map((on) => {
      const then = createBase(catalog, entity, on);
      then.attribute(attribute);
      return sql`select ${keys}, ${day(on)} as day from (${then.build()}) as o where coalesce(o.${name(attribute)}, 0) <> 0`;
    }),
  );
}

/** A where on how a value moved in a window: of nobody where it has not begun. */
export function valueMoved(base: Base, where: Extract<Where, { kind: 'valueMoved' }>, alias: string): Sql {
  const { from, until } = knownSpan(spanOf(where.during, base.day, base.catalog), base.day);
  if (from === undefined || until === undefined) throw new Error('The window of a movement has two ends');
  if (from >= until) return no;
  const moves = movesOf(base, where.attribute, where.netting, { from, until }, alias);
  return any(where.kinds.map((kind) => moves.happened(kind)));
}
