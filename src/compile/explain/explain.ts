import type { Part } from '../../catalog/explain/part.js';
import type { Catalog } from '../../catalog/model.js';
import type { Day } from '../../query/time.js';
import type { EntityName } from '../../query/where.js';
import { createBase } from '../base.js';
import { comma, name, ref, sql, toStatement } from '../sql.js';
import { compileWhere } from '../where.js';
import { observe, observedAs, type ObservedAs } from './observe.js';

/** Labels of the values of each condition, in the order of the answer's columns. */
export interface ExplainStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  readonly observed: readonly (readonly ObservedAs[])[];
}

export const verdictColumn = (condition: number): string => `c${String(condition)}`;
export const valueColumn = (condition: number, value: number): string => `v${String(condition)}_${String(value)}`;

/** One member: `holds`, and for each condition its verdict and the values it looks at. */
export function explainStatement(
  catalog: Catalog,
  entity: EntityName,
  member: { readonly id: string; readonly customerId?: string | null },
  asOf: Day,
  whole: Part,
  conditions: readonly Part[],
): ExplainStatement {
  const base = createBase(catalog, entity, asOf, { only: [member.id] });
  const holds = compileWhere(base, whole.where, 'b');
  const compiled = conditions.map((part) => ({
    verdict: compileWhere(base, part.where, 'b'),
    values: observe(base, part, 'b'),
  }));
  const columns = compiled.flatMap(({ verdict, values }, i) => [
    sql`${verdict} as ${name(verdictColumn(i))}`,
    ...values.map(({ value }, j) => sql`${value} as ${name(valueColumn(i, j))}`),
  ]);
  const customer = sql`cast(${ref('b', 'customer_id')} as varchar)`;
  const same =
    member.customerId === undefined ? sql`` : sql`where ${customer} is not distinct from ${member.customerId}`;
  const select = sql`select ${comma([sql`${holds} as holds`, ...columns])} from (${base.build()}) as b ${same}`;
  return {
    ...toStatement(select),
    observed: compiled.map(({ values }) => values.map(observedAs)),
  };
}
