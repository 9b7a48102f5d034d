import { addDays } from '../days.js';
import type { MakeQuestion, Value } from '../question.js';
import { segments } from '../segments.js';

interface Measured {
  readonly metrics: readonly { readonly value: Value }[];
}

/** Twelve metrics and, by hand, each of them over the rows of a segment: `t` counts the period's tickets of a customer. */
const METRICS: Readonly<Record<string, string>> = {
  MEMBERS: 'count(*)',
  CUSTOMERS: 'count(*) filter (where is_paying)',
  CONTRACTED_CUSTOMERS: 'count(*) filter (where has_contract)',
  PROSPECTS: 'count(*) filter (where is_prospect)',
  TRIALS: 'count(*) filter (where on_trial)',
  USER_COUNT: 'coalesce(sum(user_accounts), 0)',
  MRR: 'coalesce(sum(mrr), 0)',
  ARPA: 'sum(mrr)::double / nullif(count(*) filter (where is_paying), 0)',
  SEATS: 'coalesce(sum(seats), 0)',
  LICENSE_UTILIZATION: 'sum(active_users_30d) filter (where seats > 0)::double / nullif(sum(seats), 0)',
  FEATURE_BREADTH: 'avg(features_30d) filter (where is_paying)',
  TICKETS_OPENED: 'coalesce(sum(t), 0)',
};

const READ =
  'is_paying, has_contract, is_prospect, on_trial, user_accounts, mrr, seats, active_users_30d, features_30d';
const TESTED = 'region, employees, company_size, acquisition_channel, open_tickets, logins_30d, plan';

export const segmentsByMetrics: MakeQuestion = ({ asOf }) => {
  const asked = segments(50);
  const names = asked.map((_, i) => `s${i}`);
  const until = addDays(asOf, 1);
  const from = addDays(until, -30);
  const values = Object.values(METRICS).map((value) => `(${value})::double`);
  return {
    key: 'segments-by-metrics',
    title: '50 segments × 12 metrics',
    query: `query ($from: Date!, $until: Date!, ${asked.map((_, i) => `$w${i}: CustomerWhere!`).join(', ')}) {
      ${names.map((name, i) => `${name}: preview(where: $w${i}) { ...Measured }`).join('\n      ')}
    }
    fragment Measured on Segment {
      metrics(names: [${Object.keys(METRICS).join(', ')}], period: { from: $from, until: $until }) { value }
    }`,
    variables: { from, until, ...Object.fromEntries(asked.map(({ where }, i) => [`w${i}`, where])) },
    rows: (data: Readonly<Record<string, Measured>>) =>
      names.map((name, i) => [i, ...(data[name]?.metrics.map(({ value }) => value) ?? [])]),
    sql: `with opened as (
        select customer_id, count(*) as t from tickets
        where opened_at >= timezone('Europe/Rome', timestamp '${from}')
          and opened_at < timezone('Europe/Rome', timestamp '${until}')
        group by customer_id
      ), rows as materialized (
        select ${READ}, ${TESTED}, t
        from tessera.customer_snapshots_latest as s left join opened on opened.customer_id = s._id
      ) ${asked.map(({ sql }, i) => `select ${i}, ${values.join(', ')} from rows where ${sql}`).join('\nunion all ')}`,
    target: { ratio: 1.5 },
  };
};
