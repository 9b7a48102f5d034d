import type { MakeQuestion, Value } from '../question.js';
import { columnsText } from '../rival.js';

interface Answer {
  readonly preview: { readonly customerTable: { readonly columns: readonly { readonly values: readonly Value[] }[] } };
}

/** By hand: chunks are read and written as JSON, without HTTP. */
export const largeTable: MakeQuestion = ({ asOf, customers }) => ({
  key: 'large-table',
  title: `Table of ${Math.min(customers, 100_000).toLocaleString('en')} customers × 6 columns`,
  query: `query ($day: Date!) {
    preview {
      customerTable(attributes: [INDUSTRY, EMPLOYEES, CREATED_ON, IS_PAYING, ACTIVE_USERS_30D], limit: 100000, asOf: $day) {
        columns { name values }
      }
    }
  }`,
  variables: { day: asOf },
  rows: ({ preview }: Answer) => preview.customerTable.columns.map(({ values }) => values),
  sql: `select _id, industry, employees, created_on::varchar, is_paying, active_users_30d::int
    from tessera.customer_snapshots_latest order by _id limit 100000`,
  read: columnsText,
  target: { ratio: 1.5 },
});
