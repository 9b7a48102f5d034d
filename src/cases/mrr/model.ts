import { customersOf, workspaceYml, type Files } from '../files.js';
import { shipped, shippedSql, shippedYml } from '../shipped.js';
import { stringify } from 'yaml';

/** A stretch of unchanged terms of a customer; a null end is still running. */
export interface Subscription {
  readonly customer_id: string;
  readonly started_on: string;
  readonly ended_on: string | null;
  /** Price of a month. */
  readonly mrr: number;
}

/** What the columns of a relation `subscriptions` mean, with the attributes and metrics of the shipped model. */
export const subscriptionsYml = {
  fact: 'subscription',
  customer: 'customer_id',
  interval: ['started_on', 'ended_on'],
  attributes: shipped('subscriptions', 'attributes', ['mrr', 'first_paid_on']),
  metrics: shipped('subscriptions', 'metrics', ['mrr', 'mrr_at_start', 'arr']),
};
export const subscriptionColumns = {
  customer_id: 'VARCHAR',
  started_on: 'DATE',
  ended_on: 'DATE',
  mrr: 'DECIMAL(18, 6)',
};

const snapshot = (condition: string, amount: string) => ({
  change: `coalesce(sum(${amount}) filter (where ${condition}), 0)`,
});
/** Movements between the two ends of a period, whatever happened between them. */
const betweenEnds = {
  new_between: snapshot('before.mrr = 0 and after.mrr > 0 and before.first_paid_on is null', 'after.mrr'),
  reactivation_between: snapshot('before.mrr = 0 and after.mrr > 0 and before.first_paid_on is not null', 'after.mrr'),
  expansion_between: snapshot('before.mrr > 0 and after.mrr > before.mrr', 'after.mrr - before.mrr'),
  contraction_between: snapshot('after.mrr > 0 and after.mrr < before.mrr', 'before.mrr - after.mrr'),
  churn_between: snapshot('before.mrr > 0 and after.mrr = 0', 'before.mrr'),
};

/** The rest of a workspace around its subscriptions: customers and the movements that the shipped SQL derives. */
export const mrrModel = (customers: readonly string[], asOf: string): Files => ({
  ...workspaceYml({ asOf }),
  ...customersOf(
    {},
    [...new Set(customers)].map((customer_id) => ({ customer_id })),
    {
      attributes: shipped('customers', 'attributes', ['is_paying']),
      metrics: {
        ...shipped('customers', 'metrics', ['customers', 'logo_churn_rate', 'grr', 'nrr', 'arpa']),
        ...betweenEnds,
      },
    },
  ),
  'sql/mrr_movements.sql': shippedSql('mrr_movements'),
  'sql/mrr_movements.yml': stringify(shippedYml('mrr_movements')),
});
