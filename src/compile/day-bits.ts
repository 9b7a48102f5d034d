import { dialect } from './dialect.js';
import type { Sql } from './sql.js';
import { comma, name, sql } from './sql.js';

/** Consecutive days by their numbers, few enough to be the bits of one number. */
export interface Stretch {
  readonly first: number;
  readonly days: number;
  /** How many days before it are looked at. */
  readonly reach: number;
}

/** Fifteen bytes of a number of sixteen: eight in its low word, seven in its high one. */
const BYTES = 15;
const WORD = 8;

/** Days from a number up to another in stretches, of which all but the first look at `reach` days before them. */
export const stretches = (from: number, until: number, reach: number): readonly Stretch[] =>
  Array.from({ length: Math.ceil((until - from) / (8 * BYTES)) }, (_, i) => {
    const first = from + i * 8 * BYTES;
    return { first, days: Math.min(8 * BYTES, until - first), reach: i === 0 ? 0 : reach };
  });

/**
 * Aggregates over rows of days `_p`: `_days`, a bit for each day of the stretch with a row, the last day's the lowest, and
 * `_before`, the latest day before the stretch where it looks there.
 */
export function activeDays({ first, days, reach }: Stretch): Sql {
  const bit = dialect.bit(sql`(${sql.lit(first + days - 1)} - _p)`);
  if (reach === 0) return sql`${dialect.anyBit(bit)} as _days`;
  const own = sql`_p >= ${sql.lit(first)}`;
  return sql`${dialect.anyBit(sql`case when ${own} then ${bit} else 0 end`)} as _days, max(case when not ${own} then _p end) as _before`;
}

/** The columns of such rows, and the same aggregates over them. */
export const activeDayColumns = ({ reach }: Stretch): Sql => (reach === 0 ? sql`_days` : sql`_days, _before`);
export const allActiveDays = ({ reach }: Stretch): Sql =>
  sql`${dialect.anyBit(sql`_days`)} as _days${reach === 0 ? sql`` : sql`, max(_before) as _before`}`;

const widened = (length: number): Sql => (length === 1 ? sql`_days` : name(`_w${String(length)}`));

/** From bits of days with a row to bits of days that end a window with a row, each length in few steps from the one before. */
function widen(rows: Sql, lengths: readonly number[]): Sql {
  let [from, made] = [1, rows];
  for (const length of [...lengths].sort((a, b) => a - b))
    while (from < length) {
      const by = Math.min(from, length - from);
      made = sql`select *, (${widened(from)} | (${widened(from)} >> ${sql.lit(by)})) as ${widened(from + by)} from (${made}) as w${sql.lit(from)}`;
      from += by;
    }
  return made;
}

/** The days of a stretch that end a window with an active day: one of its own, or on its first days `_before`. */
function covered({ first, days, reach }: Stretch, length: number): Sql {
  const own = widened(Math.min(length, days));
  if (reach === 0) return own;
  const many = sql`greatest(0, least(${sql.lit(days)}, _before + ${sql.lit(length - first)}))`;
  const early = sql`${dialect.bit(sql.lit(days))} - ${dialect.bit(sql`(${sql.lit(days)} - ${many})`)}`;
  return sql`(${own} | case when _before is null then 0 else ${early} end)`;
}

const words = (length: number): readonly [low: Sql, high: Sql] => [
  name(`_low${String(length)}`),
  name(`_high${String(length)}`),
];

/** Rows with the days that end a window of each length with an active day in it, as two words; `keep` are more columns to keep. */
export function windowWords(stretch: Stretch, lengths: readonly number[], rows: Sql, keep: readonly Sql[] = []): Sql {
  const columns = lengths.flatMap((length) => {
    const [low, high] = words(length);
    const days = covered(stretch, length);
    return [sql`${dialect.lowWord(days)} as ${low}`, sql`${dialect.highWord(days)} as ${high}`];
  });
  const wide = widen(
    rows,
    lengths.map((length) => Math.min(length, stretch.days)),
  );
  return sql`select ${comma([...keep, ...columns])} from (${wide}) as w`;
}

/**
 * Counts such rows by the values of their bytes, a SELECT per byte: `length`, the number `last` of the day of the lowest bit, `bits`
 * and what is counted, `n`. Many times as fast as a count per day.
 */
export const byteCounts = (
  { first, days }: Stretch,
  length: number,
  since: number,
  rows: Sql,
  count: Sql,
): readonly Sql[] =>
  Array.from({ length: Math.ceil(days / 8) }, (_, byte) => ({ byte, last: first + days - 1 - 8 * byte }))
    .filter(({ last }) => last >= since)
    .map(({ byte, last }) => {
      const word = words(length)[byte < WORD ? 0 : 1];
      const bits = dialect.byte(word, byte % WORD);
      return sql`select ${sql.lit(length)} as length, ${sql.lit(last)} as last, bits, ${count} as n from (select *, ${bits} as bits from ${rows} as r) as b group by bits`;
    });

/** A row for each bit that is set in such bytes, with its day's number `p`. */
export const bitsSet = (counts: Sql): Sql =>
  sql`select c.*, last - bit as p from (${counts}) as c, (select unnest(range(8)) as bit) as b where ${dialect.hasBit(sql`bits`, sql`bit`)}`;
