import {
  createDuckDBValueConverter,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBTypeId,
  type DuckDBValue,
  type DuckDBValueConverter,
  arrayFromArrayValue,
  arrayFromListValue,
  booleanFromValue,
  fromVariantValue,
  nullConverter,
  objectArrayFromMapValue,
  objectFromStructValue,
  objectFromUnionValue,
  stringFromValue,
} from '@duckdb/node-api';
import { isoDay, isoTime } from './iso.js';

type Convert = DuckDBValueConverter<unknown>;

const finite = (value: DuckDBValue): number | null => {
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
};

/** The double nearest to the decimal. DuckDB's own conversion divides in floating point and may miss it. */
const decimal: Convert = (value) => Number((value as DuckDBDecimalValue).toString());

const day: Convert = (value) => {
  const date = value as DuckDBDateValue;
  return date.isFinite ? isoDay(date.days) : null;
};

type Timestamp =
  | DuckDBTimestampValue
  | DuckDBTimestampTZValue
  | DuckDBTimestampSecondsValue
  | DuckDBTimestampMillisecondsValue
  | DuckDBTimestampNanosecondsValue;

const nanoseconds = (value: Timestamp): bigint => {
  if (value instanceof DuckDBTimestampNanosecondsValue) return value.nanos;
  if (value instanceof DuckDBTimestampMillisecondsValue) return value.millis * 1_000_000n;
  if (value instanceof DuckDBTimestampSecondsValue) return value.seconds * 1_000_000_000n;
  return value.micros * 1_000n;
};

const time =
  (suffix: '' | 'Z'): Convert =>
  (value) => {
    const timestamp = value as Timestamp;
    return timestamp.isFinite ? isoTime(nanoseconds(timestamp)) + suffix : null;
  };

/** From the engine's values to those of `Columns`, by type. */
export const toPlain: Convert = createDuckDBValueConverter<unknown>({
  [DuckDBTypeId.INVALID]: stringFromValue,
  [DuckDBTypeId.ANY]: stringFromValue,
  [DuckDBTypeId.SQLNULL]: nullConverter,
  [DuckDBTypeId.BOOLEAN]: booleanFromValue,
  [DuckDBTypeId.TINYINT]: finite,
  [DuckDBTypeId.SMALLINT]: finite,
  [DuckDBTypeId.INTEGER]: finite,
  [DuckDBTypeId.BIGINT]: finite,
  [DuckDBTypeId.HUGEINT]: finite,
  [DuckDBTypeId.UTINYINT]: finite,
  [DuckDBTypeId.USMALLINT]: finite,
  [DuckDBTypeId.UINTEGER]: finite,
  [DuckDBTypeId.UBIGINT]: finite,
  [DuckDBTypeId.UHUGEINT]: finite,
  [DuckDBTypeId.BIGNUM]: finite,
  [DuckDBTypeId.INTEGER_LITERAL]: finite,
  [DuckDBTypeId.FLOAT]: finite,
  [DuckDBTypeId.DOUBLE]: finite,
  [DuckDBTypeId.DECIMAL]: decimal,
  [DuckDBTypeId.DATE]: day,
  [DuckDBTypeId.TIMESTAMP]: time(''),
  [DuckDBTypeId.TIMESTAMP_S]: time(''),
  [DuckDBTypeId.TIMESTAMP_MS]: time(''),
  [DuckDBTypeId.TIMESTAMP_NS]: time(''),
  [DuckDBTypeId.TIMESTAMP_TZ]: time('Z'),
  [DuckDBTypeId.LIST]: arrayFromListValue,
  [DuckDBTypeId.ARRAY]: arrayFromArrayValue,
  [DuckDBTypeId.STRUCT]: objectFromStructValue,
  [DuckDBTypeId.MAP]: objectArrayFromMapValue,
  [DuckDBTypeId.UNION]: objectFromUnionValue,
  [DuckDBTypeId.VARIANT]: fromVariantValue,
  [DuckDBTypeId.VARCHAR]: stringFromValue,
  [DuckDBTypeId.STRING_LITERAL]: stringFromValue,
  [DuckDBTypeId.ENUM]: stringFromValue,
  [DuckDBTypeId.UUID]: stringFromValue,
  [DuckDBTypeId.TIME]: stringFromValue,
  [DuckDBTypeId.TIME_TZ]: stringFromValue,
  [DuckDBTypeId.TIME_NS]: stringFromValue,
  [DuckDBTypeId.INTERVAL]: stringFromValue,
  [DuckDBTypeId.BIT]: stringFromValue,
  [DuckDBTypeId.BLOB]: stringFromValue,
  [DuckDBTypeId.GEOMETRY]: stringFromValue,
});
