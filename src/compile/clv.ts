import type { Catalog, Fact } from '../catalog/model.js';
import type { PurchaseCohortsQuestion, PurchasesQuestion, SpreadQuestion, SummaryQuestion } from '../query/clv.js';
import { factOf, keysOf } from './attribute-scan.js';
import { entityOf } from './entity-of.js';
import { factRows, timeTypeOf } from './fact-rows.js';
import { periodNumber } from './period-number.js';
import type { Sql } from './sql.js';
import { all, comma, name, ref, sql } from './sql.js';
import type { Compiled, StatementScope } from './statement.js';
import { createScope } from './statement.js';
import { compileWhere } from './where.js';

/** Rows of purchases up to the day, with `_customer`, `_user`, `_time`, what is named and the value. */
function purchases(catalog: Catalog, q: PurchasesQuestion, names: readonly string[] = []): Sql {
  const fact = factOf(catalog, q.purchases.fact);
  return factRows(catalog, {
    fact,
    asOf: q.asOf,
    rows: { kind: 'placed', span: {} },
    asked: q.purchases.where,
    names: [q.value, ...names],
  });
}

const keys = (catalog: Catalog, { population }: PurchasesQuestion): readonly Sql[] =>
  keysOf(entityOf(catalog, population.entity));

/** A row per purchaser: days with a purchase, the first and the last of them, the total, and the mean total of the days after the first. */
function summaries(catalog: Catalog, q: PurchasesQuestion): Sql {
  const own = comma(keys(catalog, q));
  const daily = sql`select ${own}, day, sum(${name(q.value)}) as _v from (${purchases(catalog, q, ['day'])}) as r group by ${own}, day`;
  const begun = sql`select *, min(day) over (partition by ${own}) as _first from (${daily}) as d`;
  return sql`select ${own}, count(*) as purchases, min(day) as first_day, max(day) as last_day, sum(_v) as total,
    avg(case when day > _first then _v end) as repeat_mean from (${begun}) as b group by ${own}`;
}

const summaryColumns = ['purchases', 'first_day', 'last_day', 'total', 'repeat_mean'] as const;

/**
 * `id`, `customer_id` (users), `inside` (whether a member), `d0` … and the columns of the summary, by id: of members with a purchase,
 * or with `others` of everyone with one.
 */
export function purchaseSummariesStatement(catalog: Catalog, q: SummaryQuestion): Compiled {
  const scope = createScope(catalog);
  const { entity, where } = q.population;
  const { base, table } = scope.base(entity, q.asOf);
  const made = summaries(catalog, q);
  const columns = summaryColumns.map((column) => ({
    column,
    value: ref(
      'b',
      base.joined({ sql: made, on: 'entity' }, (side) => ref(side, column)),
    ),
  }));
  q.by.forEach((attribute) => {
    base.attribute(attribute);
  });
  const inside = compileWhere(base, where, 'b');
  const [bought] = columns;
  const filters = [sql`${bought?.value ?? sql`null`} is not null`, ...(q.others ? [] : [inside])];
  const ids = entity === 'user' ? [ref('b', 'id'), ref('b', 'customer_id')] : [ref('b', 'id')];
  const selected = [
    ...ids,
    sql`${inside} as inside`,
    ...q.by.map((attribute, i) => sql`${ref('b', attribute)} as ${name(`d${String(i)}`)}`),
    ...columns.map(({ column, value }) => sql`${value} as ${name(column)}`),
  ];
  return scope.finish(
    sql`select ${comma(selected)} from ${table} as b where ${all(filters)} order by ${comma(ids.map((id) => sql`cast(${id} as varchar)`))}`,
  );
}

/** A row per member: `_total` of its purchases (null without any) and `_n`, their number. */
function totals(scope: StatementScope, q: PurchasesQuestion): Sql {
  const { entity, where } = q.population;
  const members = scope.members(entity, where, q.asOf, []);
  const own = comma(keys(scope.catalog, q));
  const sums = sql`select ${own}, sum(${name(q.value)}) as _total, count(*) as _n from (${purchases(scope.catalog, q)}) as r group by ${own}`;
  return scope.shared(
    sql`select m._member, s._total, coalesce(s._n, 0) as _n from ${members} as m left join (${sums}) as s on ${isMember(entity, 's')}`,
  );
}

const isMember = (entity: string, alias: string): Sql =>
  entity === 'user'
    ? sql`m._member_customer = ${ref(alias, '_customer')} and m._member = ${ref(alias, '_user')}`
    : sql`m._member = ${ref(alias, '_customer')}`;

const edge = (value: number): Sql => sql`cast(${value} as double)`;

/**
 * One row: `members`, `buyers`, `purchases`, `total`, `least`, `most`; `p0` … for the percentiles of the totals of buyers; `n0`, `v0` …
 * (buyers and their total) for the bands below the first edge, between each two and from the last on.
 */
export function spreadStatement(catalog: Catalog, q: SpreadQuestion): Compiled {
  const scope = createScope(catalog);
  const table = totals(scope, q);
  const money = sql`coalesce(_total, 0)`;
  const bands = [undefined, ...q.edges].map((from, i) => ({ from, until: q.edges[i] }));
  const inBand = ({ from, until }: (typeof bands)[number]): Sql =>
    all([
      sql`_n > 0`,
      ...(from === undefined ? [] : [sql`${money} >= ${edge(from)}`]),
      ...(until === undefined ? [] : [sql`${money} < ${edge(until)}`]),
    ]);
  const columns = [
    sql`count(*) as members`,
    sql`count(case when _n > 0 then 1 end) as buyers`,
    sql`coalesce(sum(_n), 0) as purchases`,
    sql`cast(coalesce(sum(_total), 0) as double) as total`,
    sql`cast(min(case when _n > 0 then ${money} end) as double) as least`,
    sql`cast(max(case when _n > 0 then ${money} end) as double) as most`,
    ...q.percentiles.map(
      (p, i) =>
        sql`percentile_cont(${sql.lit(p / 100)}) within group (order by case when _n > 0 then cast(${money} as double) end) as ${name(`p${String(i)}`)}`,
    ),
    ...bands.flatMap((band, i) => [
      sql`count(case when ${inBand(band)} then 1 end) as ${name(`n${String(i)}`)}`,
      sql`cast(coalesce(sum(case when ${inBand(band)} then _total end), 0) as double) as ${name(`v${String(i)}`)}`,
    ]),
  ];
  return scope.finish(sql`select ${comma(columns)} from ${table} as t`);
}

const placed = (fact: Fact): string => (fact.time.kind === 'time' ? fact.time.column : fact.time.from);

/** Cohort `c` and age `k` in periods, with `n` members that bought in it and `v`, what they brought in. Age 0 is everyone of the cohort. */
export function purchaseCohortsStatement(catalog: Catalog, q: PurchaseCohortsQuestion): Compiled {
  const scope = createScope(catalog);
  const { entity, where } = q.population;
  const { grid, first, count } = q.periods;
  const members = scope.members(entity, where, q.asOf, []);
  const fact = factOf(catalog, q.purchases.fact);
  const own = comma(keys(catalog, q));
  const period = periodNumber(grid, timeTypeOf(fact, placed(fact)), sql`_time`, catalog.workspace.timeZone);
  const numbered = sql`select *, ${period} as _p from (${purchases(catalog, q)}) as r`;
  const each = sql`select ${own}, _p, sum(${name(q.value)}) as _v from (${numbered}) as n group by ${own}, _p`;
  const begun = sql`select *, min(_p) over (partition by ${own}) as _c from (${each}) as e`;
  return scope.finish(
    sql`select _c as c, _p - _c as k, count(*) as n, cast(coalesce(sum(_v), 0) as double) as v from (${begun}) as s
      join ${members} as m on ${isMember(entity, 's')} where _c >= ${first} and _c < ${first + count} group by _c, _p order by _c, _p`,
  );
}
