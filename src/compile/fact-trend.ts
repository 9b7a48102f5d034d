import type { Catalog } from '../catalog/model.js';
import type { FactTrendQuestion, RowMeasure } from '../query/fact-trend.js';
import { microseconds } from '../query/grid.js';
import { keyColumns } from './activity.js';
import { factOf } from './attribute-scan.js';
import { factRows, timeTypeOf } from './fact-rows.js';
import { bigint, microsecondsOf } from './period-number.js';
import type { Sql } from './sql.js';
import { comma, name, ref, sql } from './sql.js';
import type { Compiled, StatementScope } from './statement.js';
import { createScope } from './statement.js';
import type { Span } from './window.js';

const measures: Readonly<Record<RowMeasure, (column: Sql, members: Sql) => Sql>> = {
  COUNT: () => sql`count(*)`,
  MEMBERS: (_, members) => sql`count(distinct (${members}))`,
  SUM: (column) => sql`sum(${column})`,
  AVG: (column) => sql`avg(${column})`,
  MIN: (column) => sql`min(${column})`,
  MAX: (column) => sql`max(${column})`,
};

/** All that any point looks at. */
function covered({ stretches }: FactTrendQuestion, zone: string): Span {
  const us = (at: string): number => microseconds(at, zone);
  const first = stretches.reduce((a, b) => (us(b.from) < us(a.from) ? b : a));
  const last = stretches.reduce((a, b) => (us(b.until) > us(a.until) ? b : a));
  return {
    ...(first.kind === 'range' ? { from: first.from } : { since: first.from }),
    ...(last.kind === 'range' ? { until: last.until } : { before: last.until }),
  };
}

/** Members' rows: keys, `_at` in microseconds since 1970, `_c` the column measured and `_by` the one split by. */
function memberRows(scope: StatementScope, q: FactTrendQuestion): Sql {
  const { catalog } = scope;
  const { entity, where } = q.population;
  const zone = catalog.workspace.timeZone;
  const fact = factOf(catalog, q.rows.fact);
  const names = [q.column, q.by].filter((n) => n !== undefined);
  const span = covered(q, zone);
  const rows = factRows(catalog, { fact, asOf: q.asOf, rows: { kind: 'placed', span }, asked: q.rows.where, names });
  const type = timeTypeOf(fact, fact.time.kind === 'time' ? fact.time.column : fact.time.from);
  const members = scope.members(entity, where, q.asOf, []);
  const on =
    entity === 'user' ? sql`m._member_customer = f._customer and m._member = f._user` : sql`m._member = f._customer`;
  const columns = [
    ...keyColumns(entity).map((key) => sql`f.${key}`),
    sql`${microsecondsOf(type, sql`f._time`, zone)} as _at`,
    ...(q.column === undefined ? [] : [sql`${ref('f', q.column)} as _c`]),
    ...(q.by === undefined ? [] : [sql`${ref('f', q.by)} as _by`]),
  ];
  return scope.shared(sql`select ${comma(columns)} from (${rows}) as f join ${members} as m on ${on}`);
}

/** A row per point that has rows (and group): `p`, `by`, `n` rows, `members` and the measure's `value`. */
function measured(q: FactTrendQuestion, rows: Sql, zone: string, split: boolean): Sql {
  const points = q.stretches.map(
    ({ from, until }, p) => sql`(${p}, ${bigint(microseconds(from, zone))}, ${bigint(microseconds(until, zone))})`,
  );
  const members = comma(keyColumns(q.population.entity));
  const value = measures[q.measure](name('_c'), members);
  const columns = [
    sql`w.p`,
    ...(split ? [sql`r._by as by`] : []),
    sql`count(*) as n`,
    sql`count(distinct (${members})) as members`,
    sql`cast(${value} as double) as value`,
  ];
  const join = sql`${rows} as r join (values ${comma(points)}) as w(p, since, until) on r._at >= w.since and r._at < w.until`;
  return sql`select ${comma(columns)} from ${join} group by ${comma([sql`w.p`, ...(split ? [sql`r._by`] : [])])}`;
}

/** The points of everybody. */
export function factTrendStatement(catalog: Catalog, q: FactTrendQuestion): Compiled {
  const scope = createScope(catalog);
  return scope.finish(measured(q, memberRows(scope, q), catalog.workspace.timeZone, false));
}

/** The points of the groups with most rows, one more than asked for: also `place`, from 1. */
export function factTrendGroupsStatement(catalog: Catalog, q: FactTrendQuestion): Compiled {
  const scope = createScope(catalog);
  const rows = memberRows(scope, q);
  const sizes = sql`select _by, count(*) as size from ${rows} as r group by _by`;
  const places = sql`select _by, row_number() over (order by size desc, _by nulls last) as place from (${sizes}) as s`;
  const points = measured(q, rows, catalog.workspace.timeZone, true);
  return scope.finish(
    sql`select t.*, g.place from (${points}) as t join (${places}) as g on g._by is not distinct from t.by where g.place <= ${q.limit + 1}`,
  );
}
