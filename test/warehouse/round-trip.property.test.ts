import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { ask, shared } from './workspace.js';

const warehouse = shared();

/** A value as SQL and as it must come back. */
type Pair = readonly [sql: string, expected: unknown];

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const text = fc.string({ unit: 'binary' });
/** What a literal can hold. */
const writable = text.filter((s) => !s.includes('\0'));
const integer = (bits: number) => fc.bigInt({ min: -(2n ** BigInt(bits - 1)), max: 2n ** BigInt(bits - 1) - 1n });
const natural = (bits: number) => fc.bigInt({ min: 0n, max: 2n ** BigInt(bits) - 1n });
/** Texts the engine keeps within a row and ones it keeps apart, of letters of one to four bytes, many alike. */
const anyLength = fc
  .tuple(writable, fc.constantFrom('', 'abc', 'è', '语', '🦆'), fc.integer({ min: 0, max: 9 }))
  .map(([start, letters, times]) => start + letters.repeat(times));
const EPOCH = Temporal.PlainDate.from('1970-01-01');

const decimal = (width: number, scale: number) =>
  fc.bigInt({ min: -(10n ** BigInt(width)) + 1n, max: 10n ** BigInt(width) - 1n }).map((scaled): Pair => {
    const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(scale + 1, '0');
    const literal = `${scaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
    return [`${quoted(literal)}::decimal(${String(width)},${String(scale)})`, Number(literal) + 0];
  });

/** Temporal's text, with a fraction of 3 or 6 digits where there is one. */
const instant = (microseconds: bigint): string =>
  Temporal.Instant.fromEpochNanoseconds(microseconds * 1000n).toString({
    ...(microseconds % 1_000_000n !== 0n && { fractionalSecondDigits: microseconds % 1000n === 0n ? 3 : 6 }),
  });
const microseconds = fc.bigInt({ min: -62_135_596_800_000_000n, max: 253_402_300_799_999_999n });

const seconds = fc.bigInt({ min: -62_135_596_800n, max: 253_402_300_799n });
const nanoseconds = fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n });
const precise = (nanos: bigint): string =>
  nanos % 1000n === 0n
    ? instant(nanos / 1000n).slice(0, -1)
    : Temporal.Instant.fromEpochNanoseconds(nanos).toString({ fractionalSecondDigits: 9 }).slice(0, -1);

const PAIRS: Readonly<Record<string, fc.Arbitrary<Pair>>> = {
  BOOLEAN: fc.boolean().map((b) => [`${String(b)}::boolean`, b]),
  INTEGER: integer(32).map((n) => [`(${String(n)})::integer`, Number(n)]),
  BIGINT: integer(64).map((n) => [`${quoted(String(n))}::bigint`, Number(n)]),
  HUGEINT: integer(128).map((n) => [`${quoted(String(n))}::hugeint`, Number(n)]),
  TINYINT: integer(8).map((n) => [`(${String(n)})::tinyint`, Number(n)]),
  SMALLINT: integer(16).map((n) => [`(${String(n)})::smallint`, Number(n)]),
  UTINYINT: natural(8).map((n) => [`(${String(n)})::utinyint`, Number(n)]),
  USMALLINT: natural(16).map((n) => [`(${String(n)})::usmallint`, Number(n)]),
  UINTEGER: natural(32).map((n) => [`(${String(n)})::uinteger`, Number(n)]),
  UBIGINT: natural(64).map((n) => [`${quoted(String(n))}::ubigint`, Number(n)]),
  FLOAT: fc.float().map((x) => [`${quoted(String(x))}::float`, Number.isFinite(x) ? x + 0 : null]),
  DOUBLE: fc.double().map((x) => [`${quoted(String(x))}::double`, Number.isFinite(x) ? x + 0 : null]),
  DECIMAL4: decimal(4, 1),
  DECIMAL9: decimal(9, 2),
  DECIMAL18: decimal(18, 6),
  DECIMAL38: decimal(38, 10),
  VARCHAR: anyLength.map((s) => [quoted(s), s]),
  ASCII: fc
    .string({ maxLength: 30 })
    .filter((s) => !s.includes('\0'))
    .map((s) => [quoted(s), s]),
  ENUM: fc
    .constantFrom('low', 'médium', 'very high indeed')
    .map((s) => [`${quoted(s)}::enum('low', 'médium', 'very high indeed')`, s]),
  DATE: fc
    .integer({ min: -719_162, max: 2_932_896 })
    .map((n) => [`date '1970-01-01' + (${String(n)})`, EPOCH.add({ days: n }).toString()]),
  TIMESTAMP: microseconds.map((n) => [`make_timestamp(${String(n)})`, instant(n).slice(0, -1)]),
  TIMESTAMPTZ: microseconds.map((n) => [`make_timestamp(${String(n)})::timestamptz`, instant(n)]),
  TIMESTAMP_S: seconds.map((n) => [
    `make_timestamp(${String(n * 1_000_000n)})::timestamp_s`,
    instant(n * 1_000_000n).slice(0, -1),
  ]),
  TIMESTAMP_MS: seconds.chain((n) =>
    fc.bigInt({ min: 0n, max: 999n }).map((ms): Pair => {
      const micros = n * 1_000_000n + ms * 1000n;
      return [`make_timestamp(${String(micros)})::timestamp_ms`, instant(micros).slice(0, -1)];
    }),
  ),
  TIMESTAMP_NS: nanoseconds.map((n) => [`make_timestamp_ns(${String(n)})`, precise(n)]),
  UUID: fc.uuid().map((id) => [`${quoted(id)}::uuid`, id]),
  LIST: fc.array(fc.option(integer(64))).map((items) => {
    const list = items.map((n) => (n === null ? 'null' : `${quoted(String(n))}::bigint`)).join(', ');
    return [`[${list}]::bigint[]`, items.map((n) => (n === null ? null : Number(n)))];
  }),
  STRUCT: fc.record({ a: writable, b: integer(64) }).map(({ a, b }) => {
    return [`{'a': ${quoted(a)}, 'b': ${quoted(String(b))}::bigint}`, { a, b: Number(b) }];
  }),
};

test.each(Object.entries(PAIRS))('any %s comes back as itself, nulls among them', async (_type, pair) => {
  const column = fc.array(fc.option(pair), { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(column, async (pairs) => {
      const rows = pairs.map((pair, i) => `(${String(i)}, ${pair?.[0] ?? 'null'})`).join(', ');
      const { columns } = await ask(warehouse(), `select v from (values ${rows}) t(i, v) order by i`);
      expect(columns).toEqual([pairs.map((pair) => pair?.[1] ?? null)]);
    }),
    { numRuns: 30 },
  );
});

test('values come back in their places from an answer of many chunks', async () => {
  const cells = fc.array(fc.option(anyLength), { minLength: 1, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(cells, fc.integer({ min: 2000, max: 9000 }), async (texts, rows) => {
      const list = texts.map((t) => (t === null ? 'null' : quoted(t))).join(', ');
      const sql = `select i::bigint as i, ([${list}]::varchar[])[1 + i % ${String(texts.length)}] as t,
        make_timestamp(i * 1001) as at, (i % 3 = 0)::boolean as b from range(${String(rows)}) r(i) order by i`;
      const { columns } = await ask(warehouse(), sql);
      const numbers = Array.from({ length: rows }, (_, i) => i);
      expect(columns).toEqual([
        numbers,
        numbers.map((i) => texts[i % texts.length] ?? null),
        numbers.map((i) => instant(BigInt(i) * 1001n).slice(0, -1)),
        numbers.map((i) => i % 3 === 0),
      ]);
    }),
    { numRuns: 15 },
  );
});

const parameter = fc.oneof(
  text,
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);

test('any parameter comes back as itself', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(parameter, { minLength: 1, maxLength: 12 }), async (parameters) => {
      const sql = `select ${parameters.map((_, i) => `$${String(i + 1)}`).join(', ')}`;
      const { columns } = await ask(warehouse(), sql, ...parameters);
      expect(columns).toEqual(parameters.map((p) => [p === 0 ? 0 : p]));
    }),
    { numRuns: 100 },
  );
});
