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
 * By hand: each row of a step carries the latest login that leads to it, taken over from the last row of the step before. An earlier
 * row of that step would carry no later login, so none but the last has to be looked at.
 */
export const fourStepFunnel: MakeQuestion = ({ asOf }) => {
  const from = addDays(asOf, -29);
  const at = (day: string) => `timezone('Europe/Rome', timestamp '${day}')`;
  const until = addDays(asOf, 1);
  const rows = (step: number) => `select customer_id, user_id, occurred_at as t from events
        where occurred_at >= ${at(from)} and occurred_at < ${at(until)} and user_id is not null and name = '${STEPS[step - 1] ?? ''}'`;
  const login = (step: number) => (step === 2 ? 't' : 'login');
  const next = (step: number) => `s${step} as materialized (
        select f.customer_id, f.user_id, f.t, b.${login(step)} as login from (${rows(step)}) as f asof join s${step - 1} as b
          on b.customer_id = f.customer_id and b.user_id = f.user_id and f.t >= b.t
        where f.t - b.${login(step)} <= interval ${WINDOW_DAYS} days
      )`;
  const reached = (step: number) => `(select count(*)::int from (select distinct customer_id, user_id from s${step}))`;
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
    sql: `with s1 as materialized (${rows(1)}), ${[2, 3, 4].map(next).join(', ')}
      select ${[1, 2, 3, 4].map(reached).join(', ')}`,
    prepared: 'each time',
    target: { ratio: 1.3 },
  };
};
