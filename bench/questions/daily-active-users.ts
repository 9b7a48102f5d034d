import { addDays } from '../days.js';
import type { MakeQuestion } from '../question.js';

interface Answer {
  readonly preview: {
    readonly trend: { readonly points: readonly { readonly from: string; readonly value: number }[] };
  };
}

export const dailyActiveUsers: MakeQuestion = ({ asOf }) => {
  const from = addDays(asOf, -89);
  return {
    key: 'daily-active-users',
    title: 'Daily active users, 90 days',
    query: `query ($from: Date!, $until: Date!) {
      preview { trend(metric: ACTIVE_USERS, grain: DAY, period: { from: $from, until: $until }) { points { from value } } }
    }`,
    variables: { from, until: addDays(asOf, 1) },
    rows: ({ preview }: Answer) => preview.trend.points.map((point) => [point.from, point.value]),
    sql: `select active_on::varchar, count(distinct user_id)::int from user_activity
      where active_on between date '${from}' and date '${asOf}' group by active_on order by active_on`,
    target: { ratio: 1.2 },
  };
};
