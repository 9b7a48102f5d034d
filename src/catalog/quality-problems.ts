import type { Problem } from '../query/problem.js';
import type { QualityCode } from './problem-codes.js';
import type { RelationQuality } from './quality.js';

type Finding = readonly [
  code: QualityCode,
  rows: number | null,
  path: readonly string[],
  says: (rows: string) => string,
];

/** What is odd about the data, as warnings: questions are answered all the same. */
export const qualityProblems = (qualities: readonly RelationQuality[]): readonly Problem[] =>
  qualities.flatMap((quality) =>
    quality.unreadable === undefined
      ? findingsOf(quality)
          .filter(([, rows]) => rows !== null && rows > 0)
          .map(([code, rows, path, says]) => warning(quality, code, path, says(counted(rows ?? 0))))
      : [warning(quality, 'UNREADABLE', [], quality.unreadable)],
  );

const findingsOf = (q: RelationQuality): readonly Finding[] => [
  ['NO_ROWS', q.rows === 0 ? 1 : 0, [], () => 'the relation has no rows'],
  ['NULL_KEYS', q.nullKeys, ['key'], (rows) => `${rows} without a key`],
  ['DUPLICATE_KEYS', q.duplicateKeys, ['key'], (rows) => `${rows} with a key that another row has`],
  ['NULL_CUSTOMERS', q.nullCustomers, ['customer'], (rows) => `${rows} without a customer`],
  [
    'ORPHAN_CUSTOMERS',
    q.orphanCustomers,
    ['customer'],
    (rows) => `${rows} of a customer that is not among the customers`,
  ],
  ['NULL_TIMES', q.nullTimes, ['time'], (rows) => `${rows} without a time`],
  ['IMPOSSIBLE_INTERVALS', q.impossibleIntervals, ['interval'], (rows) => `${rows} with an end before the start`],
  ...q.outOfRange.map(({ column, rows }): Finding => [
    'OUT_OF_RANGE',
    rows,
    ['columns', column],
    (n) => `${n} with ${column} outside its min and max`,
  ]),
];

const counted = (rows: number): string => (rows === 1 ? '1 row' : `${rows.toLocaleString('en-US')} rows`);

const warning = (
  { file, kind }: RelationQuality,
  code: QualityCode,
  path: readonly string[],
  message: string,
): Problem => ({
  code,
  path,
  message,
  suggestions: [],
  file: kind === 'plain' ? file : file.replace(/\.sql$/, '.yml'),
});
