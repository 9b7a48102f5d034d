import type { Test } from '../../../query/where.js';
import { enumerate, listed } from './phrase.js';
import { windowText, type Writer } from './values.js';

type Describe = { readonly [O in Test['op']]: (test: Test & { readonly op: O }, write: Writer) => string };

const range = (min: string | undefined, max: string | undefined): string => {
  if (min !== undefined && max !== undefined) return `between ${min} and ${max}`;
  return min !== undefined ? `at least ${min}` : `at most ${max ?? 'anything'}`;
};
const between = ({ min, max }: Extract<Test, { op: 'between' }>, write: Writer): string =>
  range(min === undefined ? undefined : write(min), max === undefined ? undefined : write(max));

/** What is said of a value: `is at least EUR 500`. */
const predicates: Describe = {
  eq: ({ value }, write) => `is ${write(value)}`,
  ne: ({ value }, write) => `is not ${write(value)}`,
  in: ({ values }, write) => `is ${listed(values.map(write))}`,
  notIn: ({ values }, write) => `is not ${listed(values.map(write))}`,
  contains: ({ value }, write) => `contains ${write(value)}`,
  startsWith: ({ value }, write) => `starts with ${write(value)}`,
  endsWith: ({ value }, write) => `ends with ${write(value)}`,
  gt: ({ value }, write) => `is more than ${write(value)}`,
  gte: ({ value }, write) => `is at least ${write(value)}`,
  lt: ({ value }, write) => `is less than ${write(value)}`,
  lte: ({ value }, write) => `is at most ${write(value)}`,
  between: (test, write) => `is ${between(test, write)}`,
  isNull: ({ value }) => (value ? 'has no value' : 'has a value'),
  on: ({ day }) => `is on ${day}`,
  before: ({ day }) => `is before ${day}`,
  after: ({ day }) => `is after ${day}`,
  days: ({ window }) => `is ${windowText(window)}`,
  has: ({ value }, write) => `includes ${write(value)}`,
  hasAny: ({ values }, write) => `includes any of ${listed(values.map(write))}`,
  hasAll: ({ values }, write) => `includes all of ${enumerate(values.map(write), 'and') || 'nothing'}`,
  isEmpty: ({ value }) => (value ? 'is empty' : 'is not empty'),
};

const one = (describe: Describe, test: Test, write: Writer): string =>
  (describe[test.op] as (test: Test, write: Writer) => string)(test, write);

/** Several tests of one value: `is at least 1 and is at most 5`. */
export function predicate(tests: readonly Test[], write: Writer): string {
  const anyCase = tests.some((test) => 'ignoreCase' in test && test.ignoreCase);
  const text = enumerate(
    tests.map((test) => one(predicates, test, write)),
    'and',
  );
  return `${text || 'is anything'}${anyCase ? ' in any case' : ''}`;
}

/** How many or how much: `at least 2 and at most 5`. */
export function amount(tests: readonly Test[], write: Writer): string {
  const amounts: Describe = {
    ...predicates,
    eq: ({ value }) => `exactly ${write(value)}`,
    ne: ({ value }) => `anything but ${write(value)}`,
    in: ({ values }) => `exactly ${listed(values.map(write))}`,
    notIn: ({ values }) => `anything but ${listed(values.map(write))}`,
    gt: ({ value }) => `more than ${write(value)}`,
    gte: ({ value }) => `at least ${write(value)}`,
    lt: ({ value }) => `less than ${write(value)}`,
    lte: ({ value }) => `at most ${write(value)}`,
    between,
    isNull: ({ value }) => (value ? 'an unknown amount' : 'a known amount'),
  };
  return enumerate(
    tests.map((test) => one(amounts, test, write)),
    'and',
  );
}

/** `no events`, `at least 1 event`, `fewer than 5 events`. */
export function counted(tests: readonly Test[], singular: string, plural: string, write: Writer): string {
  const [only] = tests;
  if (tests.length === 1 && only?.op === 'eq' && only.value === 0) return `no ${plural}`;
  const last = tests.at(-1);
  const isOne = last !== undefined && 'value' in last && last.value === 1;
  return `${amount(tests, write).replaceAll('less than', 'fewer than')} ${isOne ? singular : plural}`;
}
