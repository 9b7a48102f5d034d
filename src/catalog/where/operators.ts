import type { Scalar, Test } from '../../query/where.js';
import { at, list, record, show, tell, type Spot } from './spot.js';
import type { TestKind } from './subject.js';
import { day, flag, number, text, type Reader } from './values.js';
import { calendar, days, range } from './window.js';

/** Reads what stands after an operator's name. */
type Operator = Reader<Test>;

const read =
  <T>(value: Reader<T>, test: (value: T) => Test): Operator =>
  (input, spot) => {
    const given = value(input, spot);
    return given === undefined ? undefined : test(given);
  };

const many =
  <T>(item: Reader<T>): Reader<readonly T[]> =>
  (input, spot) =>
    list(input, spot, item);

const equality = (value: Reader<Scalar>): Readonly<Record<string, Operator>> => ({
  eq: read(value, (value) => ({ op: 'eq', value })),
  ne: read(value, (value) => ({ op: 'ne', value })),
});

const membership = (value: Reader<Scalar>): Readonly<Record<string, Operator>> => ({
  in: read(many(value), (values) => ({ op: 'in', values })),
  notIn: read(many(value), (values) => ({ op: 'notIn', values })),
});

const isNull: Readonly<Record<string, Operator>> = { isNull: read(flag, (value) => ({ op: 'isNull', value })) };

const listTests = (value: Reader<Scalar>): Readonly<Record<string, Operator>> => ({
  has: read(value, (value) => ({ op: 'has', value })),
  hasAny: read(many(value), (values) => ({ op: 'hasAny', values })),
  hasAll: read(many(value), (values) => ({ op: 'hasAll', values })),
  isEmpty: read(flag, (value) => ({ op: 'isEmpty', value })),
});

/** `{min, max}`, both included; either may be left out. */
function numbersBetween(input: unknown, spot: Spot): Test | undefined {
  const given = record(input, spot, 'a range of numbers', ['min', 'max']);
  if (given === undefined) return undefined;
  if (Object.keys(given).length === 0)
    return tell(spot, 'MISSING_VALUE', 'a range needs min, max or both', ['min', 'max']);
  const min = given.min === undefined ? undefined : number(given.min, at(spot, 'min'));
  const max = given.max === undefined ? undefined : number(given.max, at(spot, 'max'));
  if (min !== undefined && max !== undefined && min > max)
    return tell(spot, 'EMPTY_RANGE', `no number is at least ${String(min)} and at most ${String(max)}`, [
      show({ min: max, max: min }),
    ]);
  return { op: 'between', ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

/**
 * The operators of every kind of value: the one table that readers, the schema, the catalogue and the docs agree with.
 * `ignoreCase` (text) and `change` (number attributes) stand beside them.
 */
export const operators: Readonly<Record<TestKind, Readonly<Record<string, Operator>>>> = {
  string: {
    ...equality(text),
    ...membership(text),
    contains: read(text, (value) => ({ op: 'contains', value })),
    startsWith: read(text, (value) => ({ op: 'startsWith', value })),
    endsWith: read(text, (value) => ({ op: 'endsWith', value })),
    ...isNull,
  },
  number: {
    ...equality(number),
    ...membership(number),
    gt: read(number, (value) => ({ op: 'gt', value })),
    gte: read(number, (value) => ({ op: 'gte', value })),
    lt: read(number, (value) => ({ op: 'lt', value })),
    lte: read(number, (value) => ({ op: 'lte', value })),
    between: numbersBetween,
    ...isNull,
  },
  boolean: { ...equality(flag), ...isNull },
  date: {
    on: read(day, (day) => ({ op: 'on', day })),
    before: read(day, (day) => ({ op: 'before', day })),
    after: read(day, (day) => ({ op: 'after', day })),
    between: read(
      (input, spot) => range(input, spot),
      (ends) => ({ op: 'days', window: { kind: 'range', ...ends } }),
    ),
    last: read(days, (duration) => ({ op: 'days', window: { kind: 'last', duration } })),
    next: read(days, (duration) => ({ op: 'days', window: { kind: 'next', duration } })),
    calendar: read(calendar, (unit) => ({ op: 'days', window: { kind: 'calendar', ...unit } })),
    ...isNull,
  },
  list: listTests(text),
  numberList: listTests(number),
};

/** What else may stand beside the operators of a kind. */
export const modifiers: Readonly<Record<TestKind, readonly string[]>> = {
  string: ['ignoreCase'],
  number: [],
  boolean: [],
  date: [],
  list: [],
  numberList: [],
};
