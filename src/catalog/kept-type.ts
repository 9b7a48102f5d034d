/** Digits of a decimal that is held in 64 bits. */
const MOST_DIGITS = 18;

/**
 * The type of 64 bits in which snapshots keep numbers of 128, as long as every value fits; undefined for other types. A sum of
 * decimals is of 128 bits, and comparing those takes seven times as long.
 */
export function keptType(sqlType: string): string | undefined {
  if (sqlType === 'HUGEINT') return 'BIGINT';
  const [, digits, scale] = /^DECIMAL\((\d+),(\d+)\)$/.exec(sqlType)?.map(Number) ?? [];
  const isWide = digits !== undefined && scale !== undefined && digits > MOST_DIGITS && scale <= MOST_DIGITS / 2;
  return isWide ? `DECIMAL(${String(MOST_DIGITS)},${String(scale)})` : undefined;
}
