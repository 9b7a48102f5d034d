import { followedRows } from '../catalog/followed.js';
import type { Catalog } from '../catalog/model.js';
import type { BridgeQuestion } from '../query/bridge.js';
import { moveKinds } from '../query/bridge.js';
import type { Period } from '../query/time.js';
import { addDays } from '../query/time.js';
import { createBase } from './base.js';
import { entityOf } from './entity-of.js';
import type { Sql } from './sql.js';
import { all, any, comma, name, not, sql, unionAll } from './sql.js';
import type { StatementScope } from './statement.js';
import { createScope } from './statement.js';
import type { ValueTables } from './value-moves.js';
import { movesOf, valuedDays, valueOn } from './value-moves.js';
import { valueSteps } from './value-steps.js';
import { asOfDay, compileWhere } from './where.js';

/** Columns of the answer: of each the sum, and under `<part>$n` how many people it is of. */
export const bridgeParts = ['start', ...moveKinds, 'entering', 'leaving', 'end'] as const;
export type BridgePart = (typeof bridgeParts)[number];

/** A row per period, numbered `point`, with the sums and the people of each part. */
export function bridgeStatement(
  catalog: Catalog,
  q: BridgeQuestion,
): { readonly sql: string; readonly parameters: readonly unknown[] } {
  const scope = createScope(catalog);
  const tables = tablesOf(scope, q);
  return scope.finish(unionAll(q.periods.map((period, i) => point(scope, q, period, i, tables))));
}

/** What every period reads: how the value went, or when it was anything. */
function tablesOf(scope: StatementScope, q: BridgeQuestion): ValueTables {
  const { catalog } = scope;
  const { entity } = q.population;
  const attribute = entityOf(catalog, entity).attributes[q.attribute];
  const last = q.periods.map(({ until }) => addDays(until, -1)).reduce((a, b) => (a > b ? a : b));
  if (attribute && followedRows(catalog, attribute))
    return { steps: scope.source(valueSteps(catalog, entity, q.attribute, last)) };
  const starts = q.periods.map(({ from }) => addDays(from, -1));
  return { valued: scope.source(valuedDays(createBase(catalog, entity, last), q.attribute, starts)) };
}

function point(scope: StatementScope, q: BridgeQuestion, period: Period, index: number, tables: ValueTables): Sql {
  const { entity, where } = q.population;
  const [before, after] = [addDays(period.from, -1), addDays(period.until, -1)];
  const { base, table } = scope.base(entity, after);
  const was = asOfDay(base, before, where, 'b');
  const is = compileWhere(base, where, 'b');
  const valueBefore = valueOn(base, q.attribute, before, 'b');
  const valueAfter = valueOn(base, q.attribute, after, 'b');
  const moves = movesOf(base, q.attribute, q.netting, period, 'b', tables);
  const parts: readonly (readonly [BridgePart, Sql, Sql])[] = [
    ['start', was, valueBefore],
    ...moveKinds.map((kind) => [kind, moves.happened(kind), moves.amount(kind)] as const),
    ['entering', all([is, not(was)]), valueBefore],
    ['leaving', all([was, not(is)]), valueAfter],
    ['end', is, valueAfter],
  ];
  const columns = parts.flatMap(([part, holds, value]) => [
    sql`coalesce(sum(case when ${holds} then ${value} else 0 end), 0) as ${name(part)}`,
    sql`cast(coalesce(sum(case when ${holds} then 1 else 0 end), 0) as bigint) as ${name(`${part}$n`)}`,
  ]);
  return sql`select ${sql.lit(index)} as point, ${comma(columns)} from ${table} as b where ${any([was, is])}`;
}
