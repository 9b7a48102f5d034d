import type { Catalog, Fact } from '../catalog/model.js';
import type { Day, Period } from '../query/time.js';
import { factRows } from './fact-rows.js';
import { comma, name, sql, toStatement } from './sql.js';

/** A customer's (or user's) rows of a fact as known at the end of a day, newest first. */
export interface FactRowsQuestion {
  readonly fact: Fact;
  /** Null owns nothing. */
  readonly customer: string | null;
  readonly user?: string | undefined;
  readonly asOf: Day;
  readonly period?: Period | undefined;
  readonly first: number;
  readonly offset: number;
}

export const visibleColumns = (fact: Fact): readonly string[] =>
  Object.values(fact.relation.columns)
    .filter((c) => !c.hidden)
    .map((c) => c.name);

export function factRowsStatement(
  catalog: Catalog,
  q: FactRowsQuestion,
): { readonly sql: string; readonly parameters: readonly unknown[] } {
  const columns = visibleColumns(q.fact);
  const rows = factRows(catalog, {
    fact: q.fact,
    asOf: q.asOf,
    rows: { kind: 'overlapping', span: q.period ?? {} },
    names: [...columns, ...(q.fact.key ? [q.fact.key] : [])],
  });
  const user = q.user === undefined || !q.fact.user ? sql`` : sql`and cast(_user as varchar) = ${q.user}`;
  const ties = [...(q.fact.key ? [q.fact.key] : []), ...columns].map((c) => sql`${name(c)}`);
  return toStatement(
    sql`select ${comma(columns.map(name))} from (${rows}) as r where cast(_customer as varchar) = ${q.customer} ${user} order by ${comma([sql`_time desc`, ...ties])} limit ${q.first + 1} offset ${q.offset}`,
  );
}
