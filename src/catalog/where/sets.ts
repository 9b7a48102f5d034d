import type { RankTest, Test, Where } from '../../query/where.js';
import { enumCase } from '../names.js';
import { suggest } from '../suggest.js';
import { attributesOf, findAttribute } from './resolve.js';
import { maxItems } from './codes.js';
import type { Scope } from './scope.js';
import { at, list, record, tell, type Entry, type Spot } from './spot.js';
import { readTests } from './tests.js';
import { refuseNull } from './tree.js';
import { id, text, whole } from './values.js';

const kinds = ['top', 'bottom', 'percentile'] as const;

/** `{by, top}`, `{by, bottom}` or `{by, percentile}`. */
export function readRank(entry: Entry, scope: Scope): Where | undefined {
  if (refuseNull(entry)) return undefined;
  const { spot } = entry;
  const given = record(entry.value, spot, 'a rank', ['by', ...kinds]);
  if (given === undefined) return undefined;
  const present = kinds.filter((kind) => kind in given);
  if (!('by' in given)) tell(at(spot, 'by'), 'MISSING_VALUE', 'a rank needs the attribute to order by');
  if (present.length === 0) tell(spot, 'MISSING_VALUE', 'a rank needs top, bottom or percentile', kinds);
  if (present.length > 1) tell(spot, 'CONFLICTING_FIELDS', `a rank has one of ${present.join(', ')}`, present);
  const by = given.by === undefined ? undefined : rankable(scope, given.by, at(spot, 'by'));
  const tests = present.map((kind) =>
    given[kind] === undefined ? undefined : rankTest(kind, given[kind], at(spot, kind)),
  );
  const [test] = tests;
  return by !== undefined && test !== undefined ? { kind: 'rank', by, test } : undefined;
}

function rankable(scope: Scope, input: unknown, spot: Spot): string | undefined {
  const attribute = findAttribute(scope.catalog, scope.entity, input, spot);
  if (attribute?.type !== 'list') return attribute?.name;
  const others = attributesOf(scope.catalog, scope.entity).filter(({ type }) => type === 'number');
  return tell(
    spot,
    'NOT_RANKABLE',
    `${attribute.label} is a list and has no order`,
    suggest(
      String(input),
      others.map(({ name }) => enumCase(name)),
    ),
  );
}

function rankTest(kind: (typeof kinds)[number], input: unknown, spot: Spot): RankTest | undefined {
  if (kind !== 'percentile') {
    const n = whole(1, Number.MAX_SAFE_INTEGER)(input, spot);
    return n === undefined ? undefined : { kind, n };
  }
  const tests = readTests(input, spot, { name: 'percentile', kind: 'number' });
  for (const value of tests.flatMap(numbersIn).filter((n) => n < 0 || n > 100))
    tell(spot, 'OUT_OF_RANGE', `a percentile lies from 0 to 100; ${String(value)} does not`, [value < 0 ? '0' : '100']);
  return { kind, tests };
}

/** The numbers that a test compares with. */
const numbersIn = (test: Test): readonly number[] =>
  [
    ...('value' in test ? [test.value] : []),
    ...('values' in test ? test.values : []),
    ...(test.op === 'between' ? [test.min, test.max] : []),
  ].filter((value) => typeof value === 'number');

/** `{of, in, salt}`: the members whose stable number from 0 to of − 1 is in the list. */
export function readBucket(entry: Entry): Where | undefined {
  if (refuseNull(entry)) return undefined;
  const { spot } = entry;
  const given = record(entry.value, spot, 'a bucket', ['of', 'in', 'salt']);
  if (given === undefined) return undefined;
  for (const part of ['of', 'in'] as const)
    if (!(part in given)) tell(at(spot, part), 'MISSING_VALUE', `a bucket needs ${part}`);
  const of = given.of === undefined ? undefined : whole(1, maxItems)(given.of, at(spot, 'of'));
  const numbers = given.in === undefined ? undefined : list(given.in, at(spot, 'in'), whole(0, (of ?? maxItems) - 1));
  const salt = given.salt === undefined ? '' : text(given.salt, at(spot, 'salt'));
  return of && numbers && salt !== undefined ? { kind: 'bucket', of, in: numbers, salt } : undefined;
}

/** Members by their keys. */
export function readIds({ value, spot }: Entry): Where | undefined {
  const ids = list(value, spot, id);
  return ids && { kind: 'ids', ids };
}
