import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { check } from '../case-file.js';
import type { Served, Translation } from '../family.js';
import { derived, relation } from '../files.js';
import { mrrModel, subscriptionColumns, subscriptionsYml, type Subscription } from './model.js';
import { NotUnderstood } from '../not-understood.js';

const key = z.union([z.string(), z.number()]).transform(String);
const day = z.iso.date();

/** What a plan's name says of how long its price is for, in months. */
const months: Readonly<Record<string, number>> = {
  yearly: 12,
  annual: 12,
  annually: 12,
  semiannual: 6,
  biannual: 6,
  half_yearly: 6,
  quarterly: 3,
  monthly: 1,
  weekly: 12 / 52,
  biennial: 24,
};

export interface Movement {
  readonly customer: string;
  readonly date: string;
  readonly category: string;
  readonly amount: number;
}

const asked = /* GraphQL */ `
  query ($id: ID!, $asOf: Date!) {
    customer(id: $id, asOf: $asOf) {
      mrrMovements(first: 1000) {
        nodes {
          movedOn
          kind
          amount
        }
      }
    }
  }
`;
interface Asked {
  readonly customer: {
    readonly mrrMovements: { readonly nodes: readonly { movedOn: string; kind: string; amount: number }[] };
  };
}

/** Every movement of the customers, oldest first. */
async function movementsOf(served: Served, customers: readonly string[], asOf: string): Promise<readonly Movement[]> {
  const found: Movement[] = [];
  for (const id of [...new Set(customers)]) {
    const { customer } = await served.ask<Asked>(asked, { id, asOf });
    const rows = customer.mrrMovements.nodes.map((n) => ({
      customer: id,
      date: n.movedOn,
      category: n.kind,
      amount: n.amount,
    }));
    found.push(...rows.reverse());
  }
  return found.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

const lastDay = (subscriptions: readonly Subscription[]): string => {
  const days = subscriptions.flatMap((s) => [s.started_on, ...(s.ended_on === null ? [] : [s.ended_on])]).sort();
  return Temporal.PlainDate.from(days.at(-1) ?? '2024-01-01')
    .add({ months: 1 })
    .toString();
};

const ofPlans = z.strictObject({
  kind: z.literal('mrr_movements'),
  customer: key.default('customer'),
  plans: z.record(z.string(), z.number()),
  subscriptions: z.array(
    z.strictObject({
      id: key,
      plan: z.string(),
      quantity: z.number().default(1),
      start: day,
      end: day.nullable().default(null),
      customer: key.optional(),
    }),
  ),
});

function perMonth(plan: string, price: number): number {
  const found = Object.entries(months).find(([word]) => plan === word || plan.endsWith(`_${word}`));
  if (found) return price / found[1];
  throw new NotUnderstood(['question', 'plans', plan], 'the name of the plan does not say how long its price is for');
}

/** Subscriptions to plans, each movement on its own day. */
export const movements: Translation = async (worked, open) => {
  const q = check(ofPlans, worked.question, ['question']);
  const subscriptions = q.subscriptions.map((s) => ({
    customer_id: s.customer ?? q.customer,
    started_on: s.start,
    ended_on: s.end,
    mrr: s.quantity * perMonth(s.plan, q.plans[s.plan] ?? NaN),
  }));
  const customers = subscriptions.map((s) => s.customer_id);
  const asOf = lastDay(subscriptions);
  const served = await open({
    ...mrrModel(customers, asOf),
    ...relation('subscriptions', subscriptionColumns, subscriptions, subscriptionsYml),
  });
  return { got: { movements: await movementsOf(served, customers, asOf) } };
};

const ofMonths = z.strictObject({ kind: z.literal('mrr_movements_monthly') });
const stretch = z.strictObject({
  subscription_id: key.optional(),
  customer_id: key,
  start_date: day,
  end_date: day.nullable().default(null),
  monthly_amount: z.number(),
});

/** The first day of a month on or after a day: a stretch counts in the months whose first day it holds. */
const monthFrom = (column: string): string =>
  `cast(date_trunc('month', ${column} + interval 1 month - interval 1 day) as date)`;
const snapped = `select customer_id, ${monthFrom('started_on')} as started_on, ${monthFrom('ended_on')} as ended_on, mrr from terms`;

const snapshotWords: Readonly<Record<string, string>> = { expansion: 'upgrade', contraction: 'downgrade' };

/** Snapshots at the first of each month: what changed between them is a movement of the month. */
export const monthlyMovements: Translation = async (worked, open) => {
  check(ofMonths, worked.question, ['question']);
  const terms = check(z.array(stretch), worked.rows, ['rows']).map((r) => ({
    customer_id: r.customer_id,
    started_on: r.start_date,
    ended_on: r.end_date,
    mrr: r.monthly_amount,
  }));
  const customers = terms.map((t) => t.customer_id);
  const asOf = lastDay(terms);
  const served = await open({
    ...mrrModel(customers, asOf),
    ...relation('terms', subscriptionColumns, terms, {}),
    ...derived('subscriptions', snapped, subscriptionsYml),
  });
  const found = (await movementsOf(served, customers, asOf)).map((m) => ({
    customer: m.customer,
    customer_id: m.customer,
    month: m.date.slice(0, 7),
    category: snapshotWords[m.category] ?? m.category,
    amount: m.amount,
  }));
  return { got: { movements: found } };
};
