import type { TimeType, ValueType } from '../catalog/model.js';
import type { Moment } from '../query/grid.js';
import type { Day, Grain, WeekStart } from '../query/time.js';
import { startInstant } from '../query/time.js';
import type { Sql } from './sql.js';
import { sql } from './sql.js';

/** What engines spell differently. One table, so that a second engine is a second table. */
export const dialect = {
  contains: (text: Sql, part: Sql): Sql => sql`contains(${text}, ${part})`,
  startsWith: (text: Sql, part: Sql): Sql => sql`starts_with(${text}, ${part})`,
  endsWith: (text: Sql, part: Sql): Sql => sql`ends_with(${text}, ${part})`,
  has: (list: Sql, item: Sql): Sql => sql`list_contains(${list}, ${item})`,
  hasAny: (list: Sql, items: Sql): Sql => sql`list_has_any(${list}, ${items})`,
  hasAll: (list: Sql, items: Sql): Sql => sql`list_has_all(${list}, ${items})`,
  /** A floating-point number, or null where it is infinite or none. */
  finite: (value: Sql): Sql => sql`case when isfinite(${value}) then ${value} end`,
  listSize: (list: Sql): Sql => sql`len(${list})`,
  array: (items: Sql): Sql => sql`[${items}]`,
  /** 0 … of−1, the same on every machine and version. */
  bucket: (key: Sql, salt: string, of: number): Sql =>
    sql`cast(cast('0x' || substr(md5(${salt} || ':' || cast(${key} as varchar)), 1, 8) as bigint) % ${of} as integer)`,
  /** An aggregate: a lower bound of how many different whole numbers there are, at most 64. */
  atLeastDistinct: (number: Sql): Sql => sql`bit_count(bit_or(1::ubigint << cast(${number} % 64 as ubigint)))`,
  /** A number of 128 bits with one of them set, of which the highest is its sign. */
  bit: (position: Sql): Sql => sql`(1::hugeint << ${position})`,
  hasBit: (bits: Sql, position: Sql): Sql => sql`((${bits} >> ${position}) & 1) = 1`,
  /** An aggregate: the bits set in any row. */
  anyBit: (bits: Sql): Sql => sql`bit_or(${bits})`,
  /** The halves of a number of 128 bits that is not negative, and a byte of a half, 0 being its lowest. */
  lowWord: (bits: Sql): Sql => sql`cast(${bits} & 18446744073709551615::hugeint as ubigint)`,
  highWord: (bits: Sql): Sql => sql`cast(${bits} >> 64 as ubigint)`,
  byte: (word: Sql, position: number): Sql => sql`cast((${word} >> ${sql.lit(8 * position)}) & 255 as utinyint)`,
  microseconds: (time: Sql): Sql => sql`epoch_us(${time})`,
  /** Microseconds since 1970 as an instant. */
  instantAt: (microseconds: Sql): Sql => sql`make_timestamptz(${microseconds})`,
  /** The same as wall-clock time without a zone. */
  clockAt: (microseconds: Sql): Sql => sql`make_timestamp(${microseconds})`,
  addMonths: (clock: Sql, months: number): Sql => sql`(${clock} + to_months(${sql.lit(months)}))`,
  /** Joins each row on the left to the one row on the right that is nearest by the inequality among those equal to it. */
  nearest: (left: Sql, right: Sql, on: Sql): Sql => sql`${left} asof join ${right} on ${on}`,
  /** The same, keeping rows without one; the left side of the inequality may not be null. */
  nearestIfAny: (left: Sql, right: Sql, on: Sql): Sql => sql`${left} asof left join ${right} on ${on}`,
  /** Values that compare one after the other. */
  record: (fields: readonly (readonly [string, Sql])[]): Sql =>
    sql`struct_pack(${sql.join(
      fields.map(([n, value]) => sql`${sql.id(n)} := ${value}`),
      sql`, `,
    )})`,
  field: (record: Sql, name: string): Sql => sql`struct_extract(${record}, ${sql.lit(name)})`,
  sorted: (list: Sql): Sql => sql`list_sort(${list})`,
  /** An item of a list, counted from 1. */
  item: (list: Sql, position: number): Sql => sql`list_extract(${list}, ${sql.lit(position)})`,
  /** A quantile between the two nearest values. */
  quantile: (value: Sql, share: number): Sql => sql`quantile_cont(${value}, ${sql.lit(share)})`,
  /** The day so many days after 1 January 1970. */
  dayNumbered: (days: Sql): Sql => sql`(date '1970-01-01' + ${days})`,
  daysBetween: (from: Sql, until: Sql): Sql => sql`(${until} - ${from})`,
  /** Months since the year 0. */
  monthNumber: (date: Sql): Sql => sql`(extract(year from ${date}) * 12 + extract(month from ${date}) - 1)`,
  /** The whole number at or below a quotient. */
  floorDivide: (value: Sql, by: number): Sql =>
    by === 1 ? sql`cast(${value} as integer)` : sql`cast(floor(${value} / ${sql.lit(by)}) as integer)`,
} as const;

/** Whether a number of the engine's type may be infinite or none. */
export const isFloating = (sqlType: string): boolean => sqlType === 'DOUBLE' || sqlType === 'FLOAT';

/** An instant as ISO text, bound. */
export const moment = (value: Moment): Sql => sql`cast(${value} as timestamptz)`;
export const day = (value: Day): Sql => sql`cast(${value} as date)`;

/** The moment a day begins, comparable with a column of this type. */
const starts: Record<TimeType, (value: Day, zone: string) => Sql> = {
  date: (value) => sql`cast(${value} as date)`,
  timestamp: (value) => sql`cast(${value} as timestamp)`,
  timestamptz: (value, zone) => sql`cast(${startInstant(value, zone)} as timestamptz)`,
};
export const startOfDay = (type: TimeType, value: Day, zone: string): Sql => starts[type](value, zone);

/** A time of any type as an instant, so that rows of different facts can be set in order. */
const instants: Record<TimeType, (time: Sql, zone: string) => Sql> = {
  date: (time, zone) => sql`timezone(${sql.lit(zone)}, cast(${time} as timestamp))`,
  timestamp: (time, zone) => sql`timezone(${sql.lit(zone)}, ${time})`,
  timestamptz: (time) => time,
};
export const instant = (type: TimeType, time: Sql, zone: string): Sql => instants[type](time, zone);

/** The day of a time in the workspace's zone. */
const localDays: Record<TimeType, (time: Sql, zone: string) => Sql> = {
  date: (time) => time,
  timestamp: (time) => sql`cast(${time} as date)`,
  timestamptz: (time, zone) => sql`cast(timezone(${sql.lit(zone)}, ${time}) as date)`,
};
export const localDay = (type: TimeType, time: Sql, zone: string): Sql => localDays[type](time, zone);

const truncated = (unit: string, date: Sql): Sql => sql`cast(date_trunc(${sql.lit(unit)}, ${date}) as date)`;
const unitStarts: Record<Grain, (date: Sql, weekStart: WeekStart) => Sql> = {
  DAY: (date) => date,
  WEEK: (date, weekStart) =>
    weekStart === 'monday' ? truncated('week', date) : sql`(${truncated('week', sql`${date} + 1`)} - 1)`,
  // Truncating goes by way of a timestamp and takes longer; a date without end has no day of a month.
  MONTH: (date) => sql`coalesce(${date} - cast(day(${date}) - 1 as integer), ${date})`,
  QUARTER: (date) => truncated('quarter', date),
  YEAR: (date) => truncated('year', date),
};
/** The first day of the calendar unit that a day lies in. */
export const startOfUnit = (grain: Grain, date: Sql, weekStart: WeekStart): Sql => unitStarts[grain](date, weekStart);

const units: Record<Grain, string> = { DAY: 'day', WEEK: 'week', MONTH: 'month', QUARTER: 'quarter', YEAR: 'year' };
/** A day so many calendar units on; the ends of months are clamped. */
export const unitsOn = (date: Sql, count: number, grain: Grain): Sql =>
  sql`cast(${date} + ${sql.lit(count)} * interval ${sql.raw(`1 ${units[grain]}`)} as date)`;

/** The moment a day that is a column begins, comparable with a column of this type. */
const columnStarts: Record<TimeType, (date: Sql, zone: string) => Sql> = {
  date: (date) => date,
  timestamp: (date) => sql`cast(${date} as timestamp)`,
  timestamptz: (date, zone) => sql`timezone(${sql.lit(zone)}, cast(${date} as timestamp))`,
};
export const startOfDate = (type: TimeType, date: Sql, zone: string): Sql => columnStarts[type](date, zone);

/** A form in which values of a type sort and travel in a cursor without loss. */
const sortKeys: Record<ValueType, (value: Sql) => Sql> = {
  string: (value) => sql`cast(${value} as varchar)`,
  number: (value) => sql`cast(${value} as double)`,
  boolean: (value) => sql`cast(${value} as integer)`,
  date: (value) => sql`cast(cast(${value} as date) as varchar)`,
  timestamp: (value) => dialect.microseconds(value),
  list: (value) => sql`cast(${value} as varchar)`,
};
export const sortKey = (type: ValueType, value: Sql): Sql => sortKeys[type](value);
