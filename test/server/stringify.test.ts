import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from '../../src/server/stringify.js';

/** Any JSON, with lists made long enough to be written in pieces, and what JSON has no form for. */
const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, undefined),
  fc.date({ noInvalidDate: true }),
);
const short = fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(fc.string(), leaf, { maxKeys: 3 }));
const { data: anything } = fc.letrec<{ data: unknown }>((tie) => ({
  data: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('data'), { maxLength: 5 }),
    fc.dictionary(fc.string(), tie('data'), { maxKeys: 5 }),
    fc
      .tuple(fc.array(short, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 6_000 }))
      .map(([items, times]) => Array.from({ length: items.length * times }, (_, i) => items[i % items.length])),
  ),
}));

test('the text is that of JSON.stringify', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), anything), async (data) => {
      expect(await stringify(data)).toBe(JSON.stringify(data));
    }),
    { numRuns: 60 },
  );
});

const long = (items: number, item: (i: number) => unknown) => Array.from({ length: items }, (_, i) => item(i));

describe('what is large', () => {
  test.each<[string, unknown]>([
    ['in a column', { data: { columns: [{ values: long(50_000, (i) => i) }, { values: [] }] } }],
    ['in several', { a: long(20_000, String), b: [1], c: long(30_000, () => null), d: {} }],
    ['in the middle of a list', [1, long(20_000, (i) => i), 'x', long(10_001, () => ({})), 2]],
    ['at both its ends', [long(20_000, (i) => i), 1, long(20_000, (i) => i)]],
    ['by many rows', { rows: long(30_000, (i) => [i, `n${i}`, null]) }],
    ['by many fields', Object.fromEntries(long(30_000, (i) => [`f${i}`, i]) as [string, number][])],
    ['by long texts', { texts: long(300, (i) => 'è"\\\u2028'.repeat(i + 500)) }],
    ['and has holes', { list: [undefined, ...long(20_000, () => undefined), () => 1], none: undefined, f: () => 1 }],
    ['and holds dates', long(12_000, (i) => new Date(i * 1e9))],
    ['without a prototype', Object.assign(Object.create(null) as object, { rows: long(20_000, (i) => i) })],
    ['and deep', long(1, () => long(1, () => [[long(40_000, (i) => i)]]))],
  ])('%s', async (_, data) => {
    const text = stringify(data);
    expect(text).toBeInstanceOf(Promise);
    expect(await text).toBe(JSON.stringify(data));
  });
});

test('small data are written at once', () => {
  expect(stringify({ data: { size: 1 } })).toBe('{"data":{"size":1}}');
});

test('others have their turn while large data are written', async () => {
  let turns = 0;
  const counting = setInterval(() => turns++, 0);
  const written = stringify({ columns: long(10, () => ({ values: long(200_000, (i) => `customer number ${i}`) })) });
  await written;
  clearInterval(counting);
  expect(turns).toBeGreaterThan(3);
});

test('a list that holds itself is refused as JSON refuses it', async () => {
  const data: unknown[] = long(20_000, (i) => i);
  data.push(data);
  await expect(Promise.resolve().then(() => stringify(data))).rejects.toThrow('circular');
});
