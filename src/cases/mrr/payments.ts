import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { check } from '../case-file.js';
import type { Translation } from '../family.js';
import { derived, relation } from '../files.js';
import { mrrModel, subscriptionsYml } from './model.js';

const key = z.union([z.string(), z.number()]).transform(String);
const month = z.string().regex(/^\d{4}-\d{2}$/);
const question = z.strictObject({
  kind: z.literal('mrr_from_payments'),
  dropoff_days: z.int().min(0),
  months: z.array(month).min(1),
});
const payment = z.strictObject({
  customer: key,
  subscription: key.nullable(),
  date: z.iso.date(),
  amount: z.number(),
  currency: z.string().optional(),
});

/** A payment stands for the subscription until the next one, or until it is too old. */
const standing = (dropoff: number): string => `
select customer_id, paid_on as started_on, mrr,
  least(
    lead(paid_on, 1, date '9999-01-01') over (partition by customer_id, subscription_id order by paid_on, payment_id),
    paid_on + ${String(dropoff + 1)}
  ) as ended_on
from payments where subscription_id is not null`;

const asked = /* GraphQL */ `
  query ($period: PeriodInput!) {
    preview {
      total: trend(metric: MRR, grain: MONTH, period: $period) {
        points {
          value
        }
      }
      new: trend(metric: NEW_BETWEEN, grain: MONTH, period: $period) {
        points {
          value
        }
      }
      reactivation: trend(metric: REACTIVATION_BETWEEN, grain: MONTH, period: $period) {
        points {
          value
        }
      }
      expansion: trend(metric: EXPANSION_BETWEEN, grain: MONTH, period: $period) {
        points {
          value
        }
      }
      contraction: trend(metric: CONTRACTION_BETWEEN, grain: MONTH, period: $period) {
        points {
          value
        }
      }
      churn: trend(metric: CHURN_BETWEEN, grain: MONTH, period: $period) {
        points {
          value
        }
      }
    }
  }
`;
type Series = Readonly<Record<string, { readonly points: readonly { readonly value: number | null }[] }>>;

/** MRR is read off payments: movements are the differences between the ends of months. */
export const payments: Translation = async (worked, open) => {
  const q = check(question, worked.question, ['question']);
  const rows = check(z.array(payment), worked.rows, ['rows']).map((r, i) => ({
    payment_id: i,
    customer_id: r.customer,
    subscription_id: r.subscription,
    paid_on: r.date,
    mrr: r.amount,
  }));
  const columns = {
    payment_id: 'BIGINT',
    customer_id: 'VARCHAR',
    subscription_id: 'VARCHAR',
    paid_on: 'DATE',
    mrr: 'DECIMAL(28, 14)',
  };
  const from = `${q.months[0] ?? ''}-01`;
  const until = Temporal.PlainDate.from(`${q.months.at(-1) ?? ''}-01`).add({ months: 1 });
  const served = await open({
    ...mrrModel(
      rows.map((r) => r.customer_id),
      until.subtract({ days: 1 }).toString(),
    ),
    ...relation('payments', columns, rows, {}),
    ...derived('subscriptions', standing(q.dropoff_days), subscriptionsYml),
  });
  const { preview } = await served.ask<{ preview: Series }>(asked, { period: { from, until: until.toString() } });
  const got = Object.fromEntries(
    Object.entries(preview).map(([name, { points }]) => [name, points.map(({ value }) => value)]),
  );
  return { got: 'reactivation' in worked.expected ? got : { ...got, new: sums(got['new'], got['reactivation']) } };
};

/** Where comers are told of together, those who come back are new too. */
const sums = (a: readonly (number | null)[] = [], b: readonly (number | null)[] = []): readonly number[] =>
  a.map((value, i) => (value ?? 0) + (b[i] ?? 0));
