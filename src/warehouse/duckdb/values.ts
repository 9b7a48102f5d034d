import {
  arrayFromArrayValue,
  arrayFromListValue,
  booleanFromValue,
  createDuckDBValueConverter,
  type DuckDBDateValue,
  type DuckDBDecimalValue,
  DuckDBTypeId,
  type DuckDBValue,
  type DuckDBValueConverter,
  fromVariantValue,
  nullConverter,
  objectArrayFromMapValue,
  objectFromStructValue,
  objectFromUnionValue,
  stringFromValue,
} from '@duckdb/node-api';
import { type Digits, isInfinite, isoDay, MOST_BYTES, writeLongTime } from './iso.js';

type Convert = DuckDBValueConverter<unknown>;

const finite = (value: DuckDBValue): number | null => {
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
};

/** The double nearest to the decimal: a quotient of two exact doubles is, and so is what the digits read as. */
const decimal: Convert = (value) => {
  const { value: scaled, scale } = value as DuckDBDecimalValue;
  const number = Number(scaled);
  if (Number.isSafeInteger(number) && scale <= LARGEST_EXACT_POWER_OF_TEN) return number / 10 ** scale;
  return Number((value as DuckDBDecimalValue).toString());
};
const LARGEST_EXACT_POWER_OF_TEN = 22;

const INFINITE_DAYS = 2 ** 31 - 1;

const day: Convert = (value) => {
  const { days } = value as DuckDBDateValue;
  return Math.abs(days) === INFINITE_DAYS ? null : isoDay(days);
};

const time =
  (unit: 'micros' | 'seconds' | 'millis' | 'nanos', digits: Digits, suffix = ''): Convert =>
  (value) => {
    const count = (value as unknown as Readonly<Record<typeof unit, bigint>>)[unit];
    if (isInfinite(count)) return null;
    const bytes = Buffer.alloc(MOST_BYTES);
    return bytes.toString('latin1', 0, writeLongTime(bytes, 0, count, digits)) + suffix;
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
  [DuckDBTypeId.TIMESTAMP]: time('micros', 6),
  [DuckDBTypeId.TIMESTAMP_TZ]: time('micros', 6, 'Z'),
  [DuckDBTypeId.TIMESTAMP_S]: time('seconds', 0),
  [DuckDBTypeId.TIMESTAMP_MS]: time('millis', 3),
  [DuckDBTypeId.TIMESTAMP_NS]: time('nanos', 9),
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
