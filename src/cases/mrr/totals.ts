import { z } from 'zod';
import { check } from '../case-file.js';
import { relation } from '../files.js';
import type { Answered, Translation } from '../family.js';
import { mrrModel, subscriptionColumns, subscriptionsYml, type Subscription } from './model.js';
import { NotUnderstood } from '../not-understood.js';

const amount = z.number().min(0).default(0);
const question = z.strictObject({
  kind: z.enum(['mrr_rates', 'quick_ratio', 'mrr_churn_rates', 'mrr_retention']),
  start_mrr: z.number().min(0).optional(),
  new: amount,
  expansion: amount,
  contraction: amount,
  churn: amount,
  reactivation: amount,
});
type Totals = z.output<typeof question>;

const before = '2023-06-01';
const left = '2023-09-01';
const period = { from: '2024-02-01', until: '2024-03-01' };
const day = '2024-02-15';

const terms = (
  customer_id: string,
  started_on: string,
  ended_on: string | null,
  mrr: number,
): readonly Subscription[] => (mrr > 0 ? [{ customer_id, started_on, ended_on, mrr }] : []);

/** Customers whose movements in a month add up to the totals, each movement that of another customer. */
function customersOf(q: Totals): readonly Subscription[] {
  const lost = q.churn + q.contraction;
  const start = q.start_mrr ?? 2 * lost + q.expansion + 1;
  const stays = start - lost;
  const shares = (q.contraction > 0 ? 1 : 0) + (q.expansion > 0 ? 1 : 0);
  if (stays < 0 || (stays === 0 && shares > 0))
    throw new NotUnderstood(
      ['question', 'start_mrr'],
      'no customers can have these movements: too little MRR at the start',
    );
  const share = shares === 0 ? 0 : stays / shares;
  return [
    ...terms('leaves', before, day, q.churn),
    ...(shares === 0 ? terms('stays', before, null, stays) : []),
    ...(q.contraction > 0
      ? [...terms('shrinks', before, day, share + q.contraction), ...terms('shrinks', day, null, share)]
      : []),
    ...(q.expansion > 0
      ? [...terms('grows', before, day, share), ...terms('grows', day, null, share + q.expansion)]
      : []),
    ...terms('joins', day, null, q.new),
    ...terms('was here', before, left, q.reactivation),
    ...terms('was here', day, null, q.reactivation),
  ];
}

const rates = {
  gross_mrr_churn_rate: 'GROSS_MRR_CHURN_RATE',
  net_mrr_churn_rate: 'NET_MRR_CHURN_RATE',
  grr: 'GRR',
  nrr: 'NRR',
  quick_ratio: 'QUICK_RATIO',
  net_new_mrr: 'NET_NEW_MRR',
  end_mrr: 'MRR',
  start_mrr: 'MRR_AT_START',
  arr: 'ARR',
};

const asked = /* GraphQL */ `
  query ($names: [MetricName!]!, $period: PeriodInput!) {
    preview {
      metrics(names: $names, period: $period) {
        value
      }
    }
  }
`;

/** Totals of a month are given: customers are made up that have them, and the shipped metrics asked of everyone. */
export const totals: Translation = async (worked, open): Promise<Answered> => {
  const q = check(question, worked.question, ['question']);
  const subscriptions = customersOf(q);
  const served = await open({
    ...mrrModel(
      subscriptions.map((s) => s.customer_id),
      '2024-02-29',
    ),
    ...relation('subscriptions', subscriptionColumns, subscriptions, subscriptionsYml),
  });
  const { preview } = await served.ask<{ preview: { metrics: readonly { value: number | null }[] } }>(asked, {
    names: Object.values(rates),
    period,
  });
  const got = Object.fromEntries(Object.keys(rates).map((name, i) => [name, preview.metrics[i]?.value]));
  return {
    got,
    ...(q.reactivation > 0 && {
      departs: 'METRICS.md: NRR and the quick ratio leave reactivated customers out, the net churn rate counts them',
    }),
  };
};
