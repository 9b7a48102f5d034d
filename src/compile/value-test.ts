import type { Catalog, TimeType, ValueType } from '../catalog/model.js';
import type { Day } from '../query/time.js';
import type { Scalar, Test } from '../query/where.js';
import { day, dialect, localDay } from './dialect.js';
import type { Sql } from './sql.js';
import { all, certain as holds, comma, no, not, sql, yes } from './sql.js';
import { spanOf } from './window.js';

/** A value in a query and what is known of it. */
export interface Typed {
  readonly value: Sql;
  readonly type: ValueType;
  readonly timeType?: TimeType | undefined;
  /** The engine's own type, where it is known. */
  readonly sqlType?: string | undefined;
}

/** Texts and booleans are bound as what they are. Casts are many, and planned anew at every run. */
type Bind = (value: Scalar) => Sql;
const binder =
  (sqlType: string | undefined): Bind =>
  (value) =>
    typeof value === 'number' ? sql`cast(${value} as ${sql.raw(numberType(value, sqlType))})` : sql`${value}`;

/** The column's own type where it holds the number exactly: otherwise every row would be turned into floating point. */
function numberType(value: number, sqlType = ''): string {
  if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(sqlType) && Number.isSafeInteger(value)) return 'bigint';
  const [, width, scale] = /^DECIMAL\((\d+),(\d+)\)$/.exec(sqlType) ?? [];
  if (width === undefined || scale === undefined) return 'double';
  const fits = Math.abs(value) < 10 ** Math.min(15, Number(width) - Number(scale));
  return fits && Number(value.toFixed(Math.min(Number(scale), 15))) === value ? sqlType.toLowerCase() : 'double';
}
const folded = (value: Sql, ignoreCase: boolean | undefined): Sql => (ignoreCase ? sql`lower(${value})` : value);
/** Up to so many texts are looked for in a list: DuckDB does that once for each text of a dictionary, and `in` for each row. */
const FEW_TEXTS = 10;
function oneOf({ type }: Typed, x: Sql, values: readonly Scalar[], bound: Bind, ignoreCase?: boolean): Sql {
  if (values.length === 0) return no;
  const [value, items] = [folded(x, ignoreCase), comma(values.map((v) => folded(bound(v), ignoreCase)))];
  const few = type === 'string' && values.length > 1 && values.length <= FEW_TEXTS;
  return holds(few ? dialect.has(dialect.array(items), value) : sql`${value} in (${items})`);
}
const list = (values: readonly Scalar[]): Sql => dialect.array(comma(values.map(binder(undefined))));
const comparison = { gt: sql`>`, gte: sql`>=`, lt: sql`<`, lte: sql`<=` } as const;
const dayComparison = { on: sql`=`, before: sql`<`, after: sql`>` } as const;

/** One operator on one value: TRUE or FALSE, never null. */
export function valueTest(x: Typed, test: Test, asOf: Day, catalog: Catalog): Sql {
  const bound = binder(x.sqlType);
  const zone = catalog.workspace.timeZone;
  const value = x.type === 'string' && x.sqlType !== 'VARCHAR' ? sql`cast(${x.value} as varchar)` : x.value;
  const localised = x.timeType ? localDay(x.timeType, x.value, zone) : value;
  switch (test.op) {
    case 'eq':
      return holds(sql`${folded(value, test.ignoreCase)} = ${folded(bound(test.value), test.ignoreCase)}`);
    case 'ne':
      return sql`(${folded(value, test.ignoreCase)} is distinct from ${folded(bound(test.value), test.ignoreCase)})`;
    case 'in':
      return oneOf(x, value, test.values, bound, test.ignoreCase);
    case 'notIn':
      return not(oneOf(x, value, test.values, bound, test.ignoreCase));
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return holds(dialect[test.op](folded(value, test.ignoreCase), folded(bound(test.value), test.ignoreCase)));
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return holds(sql`${value} ${comparison[test.op]} ${bound(test.value)}`);
    case 'between':
      return holds(
        all([
          ...(test.min === undefined ? [] : [sql`${value} >= ${bound(test.min)}`]),
          ...(test.max === undefined ? [] : [sql`${value} <= ${bound(test.max)}`]),
        ]),
      );
    case 'isNull':
      return test.value ? sql`(${value} is null)` : sql`(${value} is not null)`;
    case 'on':
    case 'before':
    case 'after':
      return holds(sql`${localised} ${dayComparison[test.op]} ${day(test.day)}`);
    case 'days': {
      const span = spanOf(test.window, asOf, catalog);
      return holds(
        all([
          sql`${localised} is not null`,
          ...(span.from ? [sql`${localised} >= ${day(span.from)}`] : []),
          ...(span.until ? [sql`${localised} < ${day(span.until)}`] : []),
        ]),
      );
    }
    case 'has':
      return holds(dialect.has(value, bound(test.value)));
    case 'hasAny':
      return test.values.length === 0 ? no : holds(dialect.hasAny(value, list(test.values)));
    case 'hasAll':
      return test.values.length === 0 ? sql`(${value} is not null)` : holds(dialect.hasAll(value, list(test.values)));
    case 'isEmpty':
      return test.value
        ? sql`(coalesce(${dialect.listSize(value)}, 0) = 0)`
        : holds(sql`${dialect.listSize(value)} > 0`);
  }
}

export const valueTests = (x: Typed, tests: readonly Test[], asOf: Day, catalog: Catalog): Sql =>
  tests.length === 0 ? yes : all(tests.map((t) => valueTest(x, t, asOf, catalog)));
