import { addDays } from '../days.js';
import type { MakeQuestion, Value } from '../question.js';

interface Answer {
  readonly preview: { readonly breakdown: { readonly columns: readonly { readonly values: readonly Value[] }[] } };
}

export const breakdownByTwoAttributes: MakeQuestion = ({ asOf }) => ({
  key: 'breakdown-by-two-attributes',
  title: 'Breakdown of paying customers by two attributes',
  query: `query ($from: Date!, $until: Date!) {
    preview(where: { isPaying: { eq: true } }) {
      breakdown(by: [INDUSTRY, REGION], metrics: [USER_COUNT], period: { from: $from, until: $until }, limit: 1000) {
        columns { name values }
      }
    }
  }`,
  variables: { from: addDays(asOf, -29), until: addDays(asOf, 1) },
  rows: ({ preview }: Answer) => {
    const columns = preview.breakdown.columns.map(({ values }) => values);
    return (columns[0] ?? []).map((_, row) => columns.map((values) => values[row] ?? null));
  },
  sql: `select industry, region, count(*)::int, coalesce(sum(user_accounts), 0)::double
    from tessera.customer_snapshots_latest where is_paying group by industry, region
    order by 3 desc, 1, 2`,
  target: { ratio: 1.3 },
});
