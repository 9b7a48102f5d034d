import type { Catalog, Fact } from '../catalog/model.js';
import type { Grid } from '../query/grid.js';
import {
  highestScore,
  rfmGroups,
  rfmScores,
  type Purchasing,
  type RfmGroup,
  type RfmPage,
  type RfmQuestion,
  type RfmScore,
} from '../query/rfm.js';
import type { Day } from '../query/time.js';
import { addDays, startOf } from '../query/time.js';
import type { EntityName, Where } from '../query/where.js';
import { factOf, keysOf } from './attribute-scan.js';
import type { Base } from './base.js';
import { createBase } from './base.js';
import { entityOf } from './entity-of.js';
import { factRows, timeTypeOf } from './fact-rows.js';
import { periodNumber } from './period-number.js';
import type { Sql } from './sql.js';
import { all, any, comma, name, ref, sql } from './sql.js';
import { createScope } from './statement.js';
import { valueTests } from './value-test.js';
import { compileWhere } from './where.js';
import type { Span } from './window.js';

/** Periods counted from the one that holds a day, which is 0. */
const gridAt = (catalog: Catalog, { grain }: Purchasing, asOf: Day): Grid => ({
  grain,
  every: 1,
  anchor: startOf(grain, asOf, catalog.workspace.weekStart),
});

const placed = (fact: Fact): string => (fact.time.kind === 'time' ? fact.time.column : fact.time.from);

interface Bought {
  readonly entity: EntityName;
  readonly of: Purchasing;
  readonly grid: Grid;
  readonly asOf: Day;
  readonly span: Span;
}

/** A row per member and period with a purchase: keys, the period's number `_p` and what was spent `_v`. */
function periodsBought(catalog: Catalog, { entity, of, grid, asOf, span }: Bought): Sql {
  const fact = factOf(catalog, of.purchases.fact);
  const keys = comma(keysOf(entityOf(catalog, entity)));
  const names = of.value === undefined ? [] : [of.value];
  const rows = factRows(catalog, { fact, asOf, rows: { kind: 'placed', span }, asked: of.purchases.where, names });
  const period = periodNumber(grid, timeTypeOf(fact, placed(fact)), sql`_time`, catalog.workspace.timeZone);
  const value = of.value === undefined ? sql`cast(null as double)` : sql`cast(sum(${name(of.value)}) as double)`;
  const numbered = sql`select *, ${period} as _p from (${rows}) as f`;
  return sql`select ${keys}, _p, ${value} as _v from (${numbered}) as n group by ${keys}, _p`;
}

/** What a member's purchases come to, and the scores among everyone who bought. */
export const rfmColumns = ['purchases', 'first_period', 'last_period', 'total', 'mean', 'repeat_mean'] as const;

const score = (value: Sql): Sql =>
  sql`cast(ceil(${sql.lit(highestScore)} * cume_dist() over (order by ${value}) - 1e-9) as integer)`;
const scored: Readonly<Record<RfmScore, Sql>> = {
  recency: score(sql`last_period`),
  frequency: score(sql`purchases`),
  monetary: sql`case when total is not null then cast(ceil(${sql.lit(highestScore)} * cume_dist() over (partition by total is null order by total) - 1e-9) as integer) end`,
};

/** A row per member with a purchase up to the day: keys, `rfmColumns` and the three scores, among all who exist on the day. */
function summary(catalog: Catalog, entity: EntityName, of: Purchasing, asOf: Day): Sql {
  const keyNames = keysOf(entityOf(catalog, entity));
  const keys = comma(keyNames);
  const bought = periodsBought(catalog, { entity, of, grid: gridAt(catalog, of, asOf), asOf, span: {} });
  const started = sql`select *, min(_p) over (partition by ${keys}) as _first from (${bought}) as p`;
  const each = sql`select ${keys}, count(*) as purchases, min(_p) as first_period, max(_p) as last_period,
    sum(_v) as total, avg(_v) as mean, avg(case when _p > _first then _v end) as repeat_mean
    from (${started}) as s group by ${keys}`;
  const existing = createBase(catalog, entity, asOf).build();
  const same = entity === 'user' ? sql`w.customer_id = g._customer and w.id = g._user` : sql`w.id = g._customer`;
  const living = sql`select g.* from (${each}) as g join (${existing}) as w on ${same}`;
  const scores = rfmScores.map((s) => sql`${scored[s]} as ${name(s)}`);
  return sql`select *, ${comma(scores)} from (${living}) as l`;
}

/** Names a column of the summary of each member in a base; null for those who bought nothing. */
const joinedTo = (base: Base, of: Purchasing) => {
  const made = summary(base.catalog, base.entity, of, base.day);
  return (column: string): string => base.joined({ sql: made, on: 'entity' }, (side) => ref(side, column));
};

/** Scores or groups, as a condition; false for those who bought nothing. */
export function compileRfm(base: Base, where: Extract<Where, { kind: 'rfm' }>, alias: string): Sql {
  const column = joinedTo(base, where.of);
  const holds = rfmScores.map((s) =>
    valueTests({ value: ref(alias, column(s)), type: 'number' }, where.tests[s] ?? [], base.day, base.catalog),
  );
  const bought = sql`(${ref(alias, column('purchases'))} is not null)`;
  const groups = where.groups ? [anyGroup(where.groups, (s) => ref(alias, column(s)))] : [];
  return all([bought, ...holds, ...groups]);
}

const list = (scores: readonly number[]): Sql => comma(scores.map((s) => sql.lit(s)));
const anyGroup = (groups: readonly RfmGroup[], score: (s: RfmScore) => Sql): Sql =>
  any(
    groups.map((group) => {
      const { recency, frequency } = rfmGroups[group];
      return sql`coalesce(${score('recency')} in (${list(recency)}) and ${score('frequency')} in (${list(frequency)}), false)`;
    }),
  );

interface Compiled {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

function asked(catalog: Catalog, q: RfmQuestion) {
  const { entity, where } = q.population;
  const scope = createScope(catalog);
  const { base, table } = scope.base(entity, q.asOf);
  const column = joinedTo(base, q);
  const value = (c: string): Sql => ref('b', column(c));
  const member = all([compileWhere(base, where, 'b'), sql`(${value('purchases')} is not null)`]);
  return { scope, base, table, value, member };
}

/** A row per triple of scores that a member has: `recency`, `frequency`, `monetary`, `size` and sums over them. */
export function rfmCellsStatement(catalog: Catalog, q: RfmQuestion): Compiled {
  const { scope, table, value, member } = asked(catalog, q);
  const scores = rfmScores.map((s) => sql`${value(s)} as ${name(s)}`);
  const columns = [
    ...scores,
    sql`count(*) as size`,
    sql`sum(${value('purchases')}) as purchases`,
    sql`sum(-${value('last_period')}) as since_last`,
    sql`sum(${value('total')}) as total`,
  ];
  return scope.finish(
    sql`select ${comma(columns)} from ${table} as b where ${member} group by 1, 2, 3 order by 1 desc, 2 desc, 3 desc`,
  );
}

/** Periods that are held out: how many there are behind the one that holds the day asked about. */
export function holdoutPeriods(catalog: Catalog, of: Purchasing, asOf: Day, until: Day): number {
  const { weekStart } = catalog.workspace;
  let n = 0;
  const last = startOf(of.grain, addDays(until, -1), weekStart);
  for (let at = startOf(of.grain, asOf, weekStart); at < last; n++) at = startOf(of.grain, nextOf(of, at), weekStart);
  return n;
}
const longestDays = { DAY: 1, WEEK: 7, MONTH: 31, QUARTER: 92, YEAR: 366 } as const;
const nextOf = (of: Purchasing, start: Day): Day => addDays(start, longestDays[of.grain]);

/** A page of members by key, one more than asked: `id`, `customer_id` (users), the columns of the summary and of the holdout. */
export function rfmMembersStatement(catalog: Catalog, q: RfmQuestion, page: RfmPage): Compiled {
  const { scope, base, table, value, member } = asked(catalog, q);
  const columns = [...rfmColumns, ...rfmScores].map((c) => sql`${value(c)} as ${name(c)}`);
  const held = q.holdoutUntil === undefined ? [] : holdout(base, q, q.holdoutUntil);
  const keys = base.entity === 'user' ? ['customer_id', 'id'] : ['id'];
  const key = keys.map((k) => sql`cast(${ref('b', k)} as varchar)`);
  const filters = [
    member,
    ...(page.groups.length > 0 ? [anyGroup(page.groups, value)] : []),
    ...(page.after ? [behind(key, page.after)] : []),
  ];
  return scope.finish(
    sql`select ${comma([...keys.map((k) => ref('b', k)), ...columns, ...held])} from ${table} as b where ${all(filters)} order by ${comma(key)} limit ${page.first + 1}`,
  );
}

/** Keys behind those of the cursor, in the order of the page. */
const behind = (keys: readonly Sql[], after: readonly string[]): Sql =>
  any(
    keys.map((key, i) =>
      all([...keys.slice(0, i).map((k, j) => sql`${k} = ${after[j] ?? ''}`), sql`${key} > ${after[i] ?? ''}`]),
    ),
  );

function holdout(base: Base, q: RfmQuestion, until: Day): readonly Sql[] {
  const { catalog, entity, day } = base;
  const grid = gridAt(catalog, q, day);
  const span = { from: addDays(day, 1), until };
  const bought = periodsBought(catalog, { entity, of: q, grid, asOf: addDays(until, -1), span });
  const keys = comma(keysOf(entityOf(catalog, entity)));
  const made = sql`select ${keys}, count(*) as purchases, avg(_v) as mean from (${bought}) as h group by ${keys}`;
  const column = (c: string, empty: Sql): Sql =>
    ref(
      'b',
      base.joined({ sql: made, on: 'entity' }, (side) => sql`coalesce(${ref(side, c)}, ${empty})`),
    );
  return [sql`${column('purchases', sql`0`)} as holdout_purchases`, sql`${column('mean', sql`null`)} as holdout_mean`];
}
