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

const PAIRS: Readonly<Record<string, fc.Arbitrary<Pair>>> = {
  BOOLEAN: fc.boolean().map((b) => [`${String(b)}::boolean`, b]),
  INTEGER: integer(32).map((n) => [`(${String(n)})::integer`, Number(n)]),
  BIGINT: integer(64).map((n) => [`${quoted(String(n))}::bigint`, Number(n)]),
  HUGEINT: integer(128).map((n) => [`${quoted(String(n))}::hugeint`, Number(n)]),
  DOUBLE: fc.double().map((x) => [`${quoted(String(x))}::double`, Number.isFinite(x) ? x + 0 : null]),
  DECIMAL4: decimal(4, 1),
  DECIMAL9: decimal(9, 2),
  DECIMAL18: decimal(18, 6),
  DECIMAL38: decimal(38, 10),
  VARCHAR: writable.map((s) => [quoted(s), s]),
  DATE: fc
    .integer({ min: -719_162, max: 2_932_896 })
    .map((n) => [`date '1970-01-01' + (${String(n)})`, EPOCH.add({ days: n }).toString()]),
  TIMESTAMP: microseconds.map((n) => [`make_timestamp(${String(n)})`, instant(n).slice(0, -1)]),
  TIMESTAMPTZ: microseconds.map((n) => [`make_timestamp(${String(n)})::timestamptz`, instant(n)]),
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
