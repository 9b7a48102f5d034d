import type { Catalog } from '../../catalog/model.js';
import type { Day } from '../../query/time.js';
import type { FactRows } from '../../query/where.js';
import { factOf } from '../attribute-scan.js';
import { visibleColumns } from '../customer-facts.js';
import { factRows } from '../fact-rows.js';
import type { Sql } from '../sql.js';
import { comma, name, sql, toStatement } from '../sql.js';
import { spanOf } from '../window.js';

/** A customer's, or a user's, rows that a condition counts as of a day. */
export interface EvidenceQuestion {
  readonly rows: FactRows;
  readonly asOf: Day;
  readonly customer: string | null;
  readonly user?: string;
}

interface Compiled {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

function found(catalog: Catalog, q: EvidenceQuestion, names: readonly string[]): Sql {
  const fact = factOf(catalog, q.rows.fact);
  const { during, where } = q.rows;
  const rows = factRows(catalog, {
    fact,
    asOf: q.asOf,
    rows: during ? { kind: 'overlapping', span: spanOf(during, q.asOf, catalog) } : { kind: 'open' },
    asked: where,
    names,
  });
  const user = q.user === undefined ? sql`` : sql`and cast(_user as varchar) = ${q.user}`;
  return sql`from (${rows}) as r where cast(_customer as varchar) = ${q.customer} ${user}`;
}

/** The latest rows, by the names of their columns. */
export function evidenceStatement(catalog: Catalog, q: EvidenceQuestion, first: number): Compiled {
  const fact = factOf(catalog, q.rows.fact);
  const columns = visibleColumns(fact);
  const key = fact.key === undefined ? [] : [fact.key];
  const order = [sql`_time desc`, ...[...key, ...columns].map((c) => sql`${name(c)}`)];
  const rows = found(catalog, q, [...columns, ...key]);
  return toStatement(sql`select ${comma(columns.map(name))} ${rows} order by ${comma(order)} limit ${first}`);
}

export const evidenceCountStatement = (catalog: Catalog, q: EvidenceQuestion): Compiled =>
  toStatement(sql`select count(*) as n ${found(catalog, q, [])}`);
