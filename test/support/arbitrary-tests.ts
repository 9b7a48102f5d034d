import fc, { type Arbitrary } from 'fast-check';
import type { Attribute, Column } from '../../src/catalog/model.js';
import { testKindOf, type TestKind } from '../../src/catalog/where/index.js';
import { moveKinds, nettings } from '../../src/query/bridge.js';
import { addDays, grains, type Day } from '../../src/query/time.js';
import type { Scalar } from '../../src/query/where.js';

/** A where, or a part of one, as it is written in JSON. */
export type WhereInput = Readonly<Record<string, unknown>>;
export type Valued = Attribute | Column;
export type Fields = Readonly<Record<string, Arbitrary<unknown>>>;

/** What the tests compare with. */
export interface Choice {
  /** Values worth comparing with; what is undefined or empty is filled with plain ones. */
  readonly values?: (of: Valued) => readonly Scalar[] | undefined;
  /** Days that ranges begin with. */
  readonly days?: readonly Day[];
}

/** One or two of the fields. */
export function some(fields: Fields): Arbitrary<WhereInput> {
  const one = fc.oneof(...Object.entries(fields).map(([name, value]) => value.map((v) => ({ [name]: v }))));
  return fc.oneof(
    { weight: 3, arbitrary: one },
    { weight: 1, arbitrary: fc.tuple(one, one).map(([a, b]) => ({ ...a, ...b })) },
  );
}

export const listOf = <T>(item: Arbitrary<T>, maxLength = 3): Arbitrary<readonly T[]> => fc.array(item, { maxLength });
const flag = fc.boolean();
export const numbers = fc.integer({ min: -20, max: 400 }).map((n) => n / 4);
export const counts = fc.integer({ min: 0, max: 5 });
const plainTexts = ['', 'a', 'login', 'Admin', 'O’Hara; drop', "it's", '50%', 'a_b'];

const ordered = (value: Arbitrary<number>): Arbitrary<{ readonly min?: number; readonly max?: number }> =>
  fc.oneof(
    fc.tuple(value, value).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
    value.map((min) => ({ min })),
    value.map((max) => ({ max })),
  );

export const duration = fc.oneof(
  ...[
    fc.record({ days: fc.integer({ min: 1, max: 90 }) }),
    fc.record({ weeks: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ months: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ quarters: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ years: fc.constant(1), days: fc.integer({ min: 0, max: 5 }) }),
  ],
);
const calendar = fc.record(
  { unit: fc.constantFrom(...grains), offset: fc.integer({ min: -3, max: 1 }) },
  { requiredKeys: ['unit'] },
);

export const dayOf = ({ days }: Choice): Arbitrary<Day> =>
  days && days.length > 0
    ? fc.constantFrom(...days)
    : fc.integer({ min: -200, max: 30 }).map((n) => addDays('2026-06-30', n));

const range = (choice: Choice): Arbitrary<WhereInput> =>
  fc.oneof(
    fc.tuple(dayOf(choice), fc.integer({ min: 1, max: 100 })).map(([from, n]) => ({ from, until: addDays(from, n) })),
    dayOf(choice).map((from) => ({ from })),
    dayOf(choice).map((until) => ({ until })),
  );

export const window = (choice: Choice): Arbitrary<WhereInput> =>
  fc.oneof(
    fc.record({ last: duration, ago: duration }, { requiredKeys: ['last'] }),
    range(choice),
    fc.record({ calendar }),
  );

const shortly = fc.integer({ min: 1, max: 25 }).map((days) => ({ days }));

/** Windows that have a first day and are short enough for each of their days to be looked at. */
const shortWindow = (choice: Choice): Arbitrary<WhereInput> =>
  fc.oneof(
    fc.record({ last: shortly, ago: shortly }, { requiredKeys: ['last'] }),
    fc.tuple(dayOf(choice), shortly).map(([from, { days }]) => ({ from, until: addDays(from, days) })),
    fc.record({
      calendar: fc.record({ unit: fc.constantFrom('DAY', 'WEEK', 'MONTH'), offset: fc.integer({ min: -2, max: 1 }) }),
    }),
  );

/** A movement of one of these values, which can be followed from day to day. */
export const valueMovedTest = (values: readonly string[], choice: Choice): Arbitrary<WhereInput> =>
  fc.record(
    {
      value: fc.constantFrom(...values),
      kinds: fc.subarray([...moveKinds]),
      during: shortWindow(choice),
      netting: fc.constantFrom(...nettings),
    },
    { requiredKeys: ['value', 'kinds', 'during'] },
  );

/** A test of some of these segments. */
export function segmentTest(ids: readonly string[], choice: Choice): Arbitrary<WhereInput> {
  const few = listOf(fc.constantFrom(...ids), 2);
  const became = fc.record({ ids: few, during: shortWindow(choice) });
  return fc.oneof(
    fc.record({ in: few, notIn: few }, { requiredKeys: [] }),
    fc.record({ in: few, memberForAtLeast: shortly }),
    some({ entered: became, left: became, ever: became }),
  );
}

/** Around noon of days of spring 2026, an hour, a day or ten long. */
export const moments = fc
  .tuple(fc.integer({ min: 0, max: 2_000 }), fc.constantFrom(1, 24, 240))
  .map(([from, length]) => ({ moments: { from: hour(from), until: hour(from + length) } }));
const hour = (n: number): string => new Date(Date.UTC(2026, 3, 1, 12 + n)).toISOString();

const equality = (value: Arbitrary<unknown>): Fields => ({ eq: value, ne: value });
const membership = (value: Arbitrary<unknown>): Fields => ({ in: listOf(value), notIn: listOf(value) });
const numberOps = (value: Arbitrary<number>): Fields => ({
  ...equality(value),
  ...membership(value),
  gt: value,
  gte: value,
  lt: value,
  lte: value,
  between: ordered(value),
  isNull: flag,
});
export const arbitraryNumberTest = (value: Arbitrary<number>): Arbitrary<WhereInput> => some(numberOps(value));

export const dateTest = (choice: Choice): Arbitrary<WhereInput> =>
  some({
    on: dayOf(choice),
    before: dayOf(choice),
    after: dayOf(choice),
    between: range(choice),
    last: duration,
    next: duration,
    calendar,
    isNull: flag,
  });

const listTest = (value: Arbitrary<unknown>): Arbitrary<WhereInput> =>
  some({ has: value, hasAny: listOf(value), hasAll: listOf(value), isEmpty: flag });

/** The part of a text that begins at some letter, so that `contains` and its like find something. */
const partOf = (value: Arbitrary<string>): Arbitrary<string> =>
  fc.tuple(value, fc.nat(6), fc.nat(6)).map(([text, from, length]) => text.slice(from, from + length));

function stringTest(value: Arbitrary<string>): Arbitrary<WhereInput> {
  const part = partOf(value);
  const ops = {
    ...equality(value),
    ...membership(value),
    contains: part,
    startsWith: part,
    endsWith: part,
    isNull: flag,
  };
  return fc.tuple(some(ops), fc.option(flag, { nil: undefined })).map(([test, ignoreCase]) => ({
    ...test,
    ...(ignoreCase !== undefined && { ignoreCase }),
  }));
}

const testsOf: Readonly<Record<TestKind, (given: readonly Scalar[], choice: Choice) => Arbitrary<WhereInput>>> = {
  string: (given) => stringTest(oneOf(given, 'string', plainTexts)),
  number: (given) => arbitraryNumberTest(given.length > 0 ? oneOf(given, 'number', [0]) : numbers),
  boolean: () => some({ ...equality(flag), isNull: flag }),
  date: (_, choice) => dateTest(choice),
  list: (given) => listTest(oneOf(given, 'string', plainTexts)),
  numberList: (given) => listTest(given.length > 0 ? oneOf(given, 'number', [0]) : numbers),
};

function oneOf<T extends 'string' | 'number'>(
  given: readonly Scalar[],
  type: T,
  plain: readonly (T extends 'string' ? string : number)[],
): Arbitrary<T extends 'string' ? string : number> {
  type Of = T extends 'string' ? string : number;
  const fitting = given.filter((value): value is Scalar & Of => typeof value === type);
  return fc.constantFrom<Of[]>(...(fitting.length > 0 ? fitting : plain));
}

export const arbitraryTest = (of: Valued, choice: Choice): Arbitrary<WhereInput> =>
  testsOf[testKindOf(of)](choice.values?.(of) ?? [], choice);
