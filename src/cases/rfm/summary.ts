import { z } from 'zod';
import { check } from '../case-file.js';
import type { Served, Translation } from '../family.js';
import { customersOf, relation, workspaceYml } from '../files.js';
import { addDays } from '../../query/time.js';

const key = z.union([z.string(), z.number()]);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}/)
  .transform((text) => text.slice(0, 10));
const periods = { day: 'DAY', week: 'WEEK', month: 'MONTH', quarter: 'QUARTER', year: 'YEAR' } as const;

const question = z.strictObject({
  kind: z.literal('rfm'),
  period: z.enum(['day', 'week', 'month', 'quarter', 'year']).default('day'),
  observation_end: day.optional(),
  /** The classical reading: all purchases count, and recency is the time since the last. */
  include_first: z.boolean().default(false),
  calibration_end: day.optional(),
  week_start: z.enum(['monday', 'sunday']).default('monday'),
});
const purchase = z.strictObject({ customer: key, date: day, amount: z.number().optional() });

const asked = /* GraphQL */ `
  query ($request: RfmRequest!, $after: String) {
    preview {
      rfm(request: $request) {
        holdoutPeriods
        members(first: 1000, after: $after) {
          nodes {
            id
            frequency
            recency
            age
            monetary
            purchases
            sinceLast
            mean
            holdoutFrequency
            holdoutMonetary
            recencyScore
            frequencyScore
            monetaryScore
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`;
type Member = Readonly<Record<string, number | string | null>> & { readonly id: string };
interface Asked {
  readonly preview: {
    readonly rfm: {
      readonly holdoutPeriods: number | null;
      readonly members: {
        readonly nodes: readonly Member[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    };
  };
}

async function everyMember(served: Served, request: object): Promise<{ members: Member[]; held: number | null }> {
  const members: Member[] = [];
  for (let after: string | null = null; ;) {
    const { rfm }: Asked['preview'] = (await served.ask<Asked>(asked, { request, after })).preview;
    members.push(...rfm.members.nodes);
    after = rfm.members.pageInfo.endCursor;
    if (!rfm.members.pageInfo.hasNextPage) return { members, held: rfm.holdoutPeriods };
  }
}

/** A member under the names that tables of repeat purchases use, and those of its part before a holdout and in it. */
const rowOf =
  (includeFirst: boolean, held: number | null, named: (id: string) => string | number) =>
  (m: Member): Readonly<Record<string, unknown>> => {
    const own = {
      frequency: includeFirst ? m['purchases'] : m['frequency'],
      recency: includeFirst ? m['sinceLast'] : m['recency'],
      T: m['age'],
      monetary: includeFirst ? m['mean'] : m['monetary'],
    };
    const later = { frequency: m['holdoutFrequency'], monetary: m['holdoutMonetary'], T: held, duration: held };
    const money = (of: Readonly<Record<string, unknown>>) => ({ ...of, monetary_value: of['monetary'] });
    return {
      customer: named(m.id),
      ...money(own),
      ...renamed(money(own), (name) => `${name}_cal`),
      ...['holdout', 'test'].reduce(
        (all, word) => ({
          ...all,
          ...renamed(money(later), (name) => `${name}_${word}`),
          ...renamed(money(later), (name) => `${word}_${name}`),
        }),
        {},
      ),
      r: m['recencyScore'],
      f: m['frequencyScore'],
      m: m['monetaryScore'],
    };
  };
const renamed = (of: Readonly<Record<string, unknown>>, name: (name: string) => string) =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [name(key), value]));

type Row = Readonly<Record<string, unknown>>;
const by = (rows: readonly Row[], column: string): Row =>
  Object.fromEntries(rows.map((row) => [String(row['customer']), row[column]]));

/** Rows in the order in which they are expected; those that are not come last. */
function inOrder(rows: readonly Row[], expected: unknown): readonly Row[] {
  const wanted = Array.isArray(expected) ? (expected as readonly Row[]).map((row) => row['customer']) : [];
  const place = ({ customer }: Row): number => (wanted.includes(customer) ? wanted.indexOf(customer) : wanted.length);
  return [...rows].sort((a, b) => place(a) - place(b));
}

/** Tables of recency, frequency and monetary value: purchases are rows of a fact, and the product's summary is asked of everyone. */
export const summary: Translation = async (worked, open) => {
  const q = check(question, worked.question, ['question']);
  const rows = check(z.array(purchase), worked.rows, ['rows']);
  const numbers = new Map(rows.map((r) => [String(r.customer), r.customer]));
  const valued = rows.some((r) => r.amount !== undefined);
  const end =
    q.observation_end ??
    rows
      .map((r) => r.date)
      .sort()
      .at(-1) ??
    '2000-01-01';
  const purchases = rows.map((r, i) => ({
    order_id: i,
    customer_id: String(r.customer),
    ordered_on: r.date,
    amount: r.amount ?? null,
  }));
  const columns = { order_id: 'BIGINT', customer_id: 'VARCHAR', ordered_on: 'DATE', amount: 'DOUBLE' };
  const served = await open({
    ...workspaceYml({ asOf: end, weekStart: q.week_start }),
    ...customersOf(
      {},
      [...numbers.keys()].map((customer_id) => ({ customer_id })),
    ),
    ...relation('orders', columns, purchases, {
      fact: 'order',
      key: 'order_id',
      customer: 'customer_id',
      time: 'ordered_on',
    }),
  });
  const { members, held } = await everyMember(served, {
    purchases: { orders: {} },
    grain: periods[q.period],
    asOf: q.calibration_end ?? end,
    ...(valued && { value: 'AMOUNT' }),
    ...(q.calibration_end !== undefined && { holdout: { until: addDays(end, 1) } }),
  });
  const table = members.map(rowOf(q.include_first, held, (id) => numbers.get(id) ?? id));
  return {
    got: {
      rows: inOrder(table, worked.expected['rows']),
      ...Object.fromEntries(Object.keys(table[0] ?? {}).map((column) => [column, by(table, column)])),
      customers: table.map((row) => row['customer']).sort((a, b) => (String(a) < String(b) ? -1 : 1)),
      holdout_duration: held,
      duration_holdout: held,
    },
  };
};
