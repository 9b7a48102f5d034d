import type { MakeQuestion } from '../question.js';
import { fiveConditions } from '../segments.js';

export const sizeOfASegment: MakeQuestion = ({ asOf }) => ({
  key: 'size-of-a-segment',
  title: 'Size of a segment of five conditions',
  query: 'query ($where: CustomerWhere!, $day: Date!) { preview(where: $where) { size(asOf: $day) } }',
  variables: { where: fiveConditions.where, day: asOf },
  rows: ({ preview }: { preview: { size: number } }) => [[preview.size]],
  sql: `select count(*)::int from tessera.customer_snapshots_latest where ${fiveConditions.sql}`,
  target: { ratio: 1.3, plusMs: 2 },
});
