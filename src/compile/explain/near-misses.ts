import { conditionsOf, type Part } from '../../catalog/explain/part.js';
import type { Catalog } from '../../catalog/model.js';
import type { Day } from '../../query/time.js';
import type { EntityName } from '../../query/where.js';
import type { Sql } from '../sql.js';
import { all, any, comma, name, not, sql } from '../sql.js';
import { createScope, type StatementScope } from '../statement.js';
import { compileWhere } from '../where.js';
import { valueColumn, verdictColumn } from './explain.js';
import { observe, observedAs, type ObservedAs } from './observe.js';

interface Compiled {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export const decidesColumn = (condition: number): string => `d${String(condition)}`;

type Verdict = (condition: Part) => Sql;

function holdsSql(part: Part, verdict: Verdict): Sql {
  if (part.kind === 'CONDITION') return verdict(part);
  const parts = part.parts.map((p) => holdsSql(p, verdict));
  if (part.kind === 'NOT') return not(all(parts));
  return part.kind === 'OR' ? any(parts) : all(parts);
}

/**
 * Whether the whole turns with a condition: at every group above it the other parts leave it open. They all hold where all
 * are needed, and none does where one is enough.
 */
function decides(part: Part, id: string, verdict: Verdict): Sql {
  const inside = part.parts.find((p) => conditionsOf(p).some((c) => c.id === id));
  if (!inside) return all([]);
  const others = part.parts.filter((p) => p !== inside).map((p) => holdsSql(p, verdict));
  const open = part.kind === 'OR' ? not(any(others)) : all(others);
  return all([open, decides(inside, id, verdict)]);
}

/** Everybody with a verdict per condition, `holds`, and whether each condition alone keeps them out. */
function decided(scope: StatementScope, entity: EntityName, asOf: Day, whole: Part): Sql {
  const conditions = conditionsOf(whole);
  const { base, table } = scope.base(entity, asOf);
  const verdicts = conditions.map((c, i) => sql`${compileWhere(base, c.where, 'b')} as ${name(verdictColumn(i))}`);
  const verdict: Verdict = (c) => name(verdictColumn(conditions.indexOf(c)));
  const holds = sql`${holdsSql(whole, verdict)} as holds`;
  const all_ = sql`select *, ${holds} from (select b.*, ${comma(verdicts)} from ${table} as b) as v`;
  const deciding = conditions.map(
    (c, i) => sql`(not holds and ${decides(whole, c.id, verdict)}) as ${name(decidesColumn(i))}`,
  );
  return sql`select *, ${comma(deciding)} from (${all_}) as h`;
}

/** One row: `n`, everybody whom one condition keeps out, and how many each does. */
export function nearMissCounts(catalog: Catalog, entity: EntityName, asOf: Day, whole: Part): Compiled {
  const scope = createScope(catalog);
  const columns = conditionsOf(whole).map((_, i) => name(decidesColumn(i)));
  const counts = columns.map((c) => sql`coalesce(sum(case when ${c} then 1 else 0 end), 0) as ${c}`);
  const everybody = sql`coalesce(sum(case when ${any(columns)} then 1 else 0 end), 0) as n`;
  return scope.finish(sql`select ${comma([everybody, ...counts])} from (${decided(scope, entity, asOf, whole)}) as m`);
}

export interface NearMissStatement extends Compiled {
  readonly observed: readonly (readonly ObservedAs[])[];
}

/** They one by one, by key, with the verdicts and what each condition looks at. */
export function nearMissMembers(
  catalog: Catalog,
  entity: EntityName,
  asOf: Day,
  whole: Part,
  first: number,
): NearMissStatement {
  const scope = createScope(catalog);
  const conditions = conditionsOf(whole);
  const { base } = scope.base(entity, asOf);
  const seen = conditions.map((c) => observe(base, c, 'm'));
  const values = seen.flatMap((list, i) => list.map(({ value }, j) => sql`${value} as ${name(valueColumn(i, j))}`));
  const keys = entity === 'user' ? [sql`m.customer_id`, sql`m.id`] : [sql`m.id`];
  const verdicts = conditions.flatMap((_, i) => [name(verdictColumn(i)), name(decidesColumn(i))]);
  const order = keys.map((key) => sql`cast(${key} as varchar)`);
  const any_ = any(conditions.map((_, i) => name(decidesColumn(i))));
  const statement = scope.finish(
    sql`select ${comma([...keys, ...verdicts, ...values])} from (${decided(scope, entity, asOf, whole)}) as m where ${any_} order by ${comma(order)} limit ${first}`,
  );
  return { ...statement, observed: seen.map((list) => list.map(observedAs)) };
}
