import type { MakeQuestion, Question } from '../question.js';
import { segments } from '../segments.js';

/** Sizes of many segments in one request, against one statement: one scan that counts for all is faster by hand than a branch for each. */
export const manySegmentSizes: MakeQuestion = ({ asOf }) => [20, 50].map((count) => sizes(count, asOf));

function sizes(count: number, asOf: string): Question {
  const asked = segments(count);
  const names = asked.map((_, i) => `s${i}`);
  return {
    key: `${count}-segment-sizes`,
    title: `${count} segment sizes in one request`,
    query: `query ($day: Date!, ${asked.map((_, i) => `$w${i}: CustomerWhere!`).join(', ')}) {
      ${names.map((name, i) => `${name}: preview(where: $w${i}) { size(asOf: $day) }`).join('\n      ')}
    }`,
    variables: { day: asOf, ...Object.fromEntries(asked.map(({ where }, i) => [`w${i}`, where])) },
    rows: (data: Readonly<Record<string, { size: number }>>) => names.map((name, i) => [i, data[name]?.size ?? null]),
    sql: `select ${asked.map(({ sql }) => `count_if(${sql})::int`).join(', ')}
      from tessera.customer_snapshots_latest`,
    shape: ([row = []]) => row.map((size, i) => [i, size]),
    target: { ratio: 1.3 },
  };
}
