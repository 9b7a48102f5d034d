import { addDays } from '../days.js';
import type { MakeQuestion } from '../question.js';

interface Answer {
  readonly preview: {
    readonly funnel: { readonly steps: readonly { readonly reached: { readonly count: number } }[] };
  };
}

const STEPS = ['login', 'feature_used', 'report_published', 'export'] as const;
const WINDOW_DAYS = 7;

/**
 * By hand: each row carries the latest login that leads to it through the steps in between, which a running maximum in order of
 * time hands from step to step. A step is reached where that login is at most the window ago.
 */
export const fourStepFunnel: MakeQuestion = ({ asOf }) => {
  const from = addDays(asOf, -29);
  const at = (day: string) => `timezone('Europe/Rome', timestamp '${day}')`;
  const until = addDays(asOf, 1);
  const carry = (step: number) => `select *, max(case when step = ${step - 1} then s${step - 1} end) over (
        partition by customer_id, user_id order by t, step rows unbounded preceding) as s${step} from c${step - 1}`;
  const reached = (step: number) =>
    `count(distinct (customer_id, user_id)) filter (where step = ${step} and t - s${step} <= interval ${WINDOW_DAYS} days)::int`;
  return {
    key: 'four-step-funnel',
    title: 'Four-step funnel of users, 30 days',
    query: `query ($steps: [FunnelStepInput!]!, $from: Date!, $until: Date!) {
      preview {
        funnel(request: { steps: $steps, window: { days: ${WINDOW_DAYS} }, of: USERS, period: { from: $from, until: $until } }) {
          steps { reached { count } }
        }
      }
    }`,
    variables: { steps: STEPS.map((name) => ({ rows: { events: { name: { eq: name } } } })), from, until },
    rows: ({ preview }: Answer) => [preview.funnel.steps.map(({ reached: { count } }) => count)],
    sql: `with c1 as (
        select customer_id, user_id, occurred_at as t, list_position([${STEPS.map((name) => `'${name}'`).join(', ')}], name) as step,
          case when name = 'login' then occurred_at end as s1
        from events
        where occurred_at >= ${at(from)} and occurred_at < ${at(until)} and user_id is not null
          and name in (${STEPS.map((name) => `'${name}'`).join(', ')})
      ), c2 as (${carry(2)}), c3 as (${carry(3)}), c4 as (${carry(4)})
      select count(distinct (customer_id, user_id)) filter (where step = 1)::int, ${[2, 3, 4].map(reached).join(', ')} from c4`,
    target: { ratio: 1.3 },
  };
};
