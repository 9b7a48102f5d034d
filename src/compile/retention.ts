import type { Catalog } from '../catalog/model.js';
import { stretchOf } from '../query/grid.js';
import type { After, RetentionQuestion } from '../query/retention.js';
import { attributeColumns, keyColumns } from './activity.js';
import type { Entering, Seen } from './returning.js';
import { entries, offsetIn, returns } from './returning.js';
import { clocksFrom } from './period-number.js';
import type { Sql } from './sql.js';
import { all, comma, name, sql, unionAll } from './sql.js';
import type { Compiled } from './statement.js';
import { createScope } from './statement.js';
import type { Span } from './window.js';
import { spanOf } from './window.js';

/** Everything from where the first cohort begins. */
function fromStart(catalog: Catalog, { periods, asOf }: RetentionQuestion): Span {
  const { kind, from } = stretchOf(periods.grid, periods.first, periods.first + 1);
  return spanOf({ kind, from }, asOf, catalog);
}

/** Columns of one period each from 1 on: the offset is the column's number. */
const areSingle = (columns: readonly After[]): boolean =>
  columns.every(({ from, until }, i) => from === i + 1 && until === i + 2);

/** Rows of cells: `_k`, the number of the column from 1, and `_n` members, by attributes and `_c`. */
function cellsOf({ columns }: RetentionQuestion, found: Sql, keys: readonly Sql[], by: readonly Sql[]): Sql {
  const group = comma(by);
  if (areSingle(columns))
    return sql`select ${group}, _o as _k, count(*) as _n from ${found} as h where _o <= ${columns.length} group by ${group}, _o`;
  if (columns.every(({ until }) => until === undefined)) return reached(columns, found, keys, group);
  return unionAll(
    columns.map((after, i) => {
      const once = sql`select distinct ${comma([...keys, ...by])} from ${found} as h where ${offsetIn(sql`_o`, after)}`;
      return sql`select ${group}, ${i + 1} as _k, count(*) as _n from (${once}) as o group by ${group}`;
    }),
  );
}

/** Columns without an end count those whose last return lies in or behind them. */
function reached(columns: readonly After[], found: Sql, keys: readonly Sql[], group: Sql): Sql {
  const last = sql`select ${group}, max(_o) as _o from ${found} as h group by ${comma(keys)}, ${group}`;
  const tally = sql`select ${group}, _o, count(*) as _n from (${last}) as l group by ${group}, _o`;
  return unionAll(
    columns.map(
      (after, i) =>
        sql`select ${group}, ${i + 1} as _k, sum(_n) as _n from (${tally}) as t where ${offsetIn(sql`_o`, after)} group by ${group}`,
    ),
  );
}

/** Cohort `c`, column `k` (0 is the cohort itself), the groups `d0` … and how many members `n`. Empty cells are left out. */
export function retentionStatement(catalog: Catalog, q: RetentionQuestion): Compiled {
  const { entity, where } = q.population;
  const { first, count, grid } = q.periods;
  const scope = createScope(catalog);
  const members = { table: scope.members(entity, where, q.asOf, q.by), attributes: q.by.length };
  const share = (make: Sql): Sql => scope.shared(make);
  const clocks = clocksFrom(grid, first, q.asOf, catalog.workspace.timeZone);
  const seen: Seen = { catalog, entity, asOf: q.asOf, grid, clocks, members, share };
  const inRange = all([sql`_c >= ${first}`, sql`_c < ${first + count}`]);
  const entering: Entering = { span: fromStart(catalog, q), moment: false, where: inRange };
  const made = share(entries(seen, q, entering));
  const by = [...attributeColumns(members), sql`_c`];
  const sizes = sql`select ${comma(by)}, 0 as _k, count(*) as _n from ${made} as e group by ${comma(by)}`;
  const keys = keyColumns(entity);
  const cells = (): Sql => cellsOf(q, share(returns(seen, q, entering, made)), keys, by);
  const every = q.columns.length === 0 ? sizes : unionAll([sizes, cells()]);
  const groups = attributeColumns(members).map((d, i) => sql`${d} as ${name(`d${String(i)}`)}`);
  const columns = comma([sql`_c as c`, sql`_k as k`, sql`cast(_n as bigint) as n`, ...groups]);
  return scope.finish(sql`select ${columns} from (${every}) as cells`);
}
