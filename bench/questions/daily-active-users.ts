import { addDays } from '../days.js';
import type { MakeQuestion } from '../question.js';

interface Answer {
  readonly preview: {
    readonly trend: { readonly points: readonly { readonly from: string; readonly value: number }[] };
  };
}

/**
 * By hand: the rollup has one row per user, customer and day, so only people at several customers can be in a day twice, and only
 * they have to be told apart.
 */
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
    sql: `with shared as (
        select user_id from users group by user_id having count(*) > 1
      ), rows as (
        select active_on, user_id from user_activity
        where active_on between date '${from}' and date '${asOf}' and user_id is not null
      ), alone as (
        select active_on, count(*) as n from rows where user_id not in (from shared) group by active_on
      ), at_several as (
        select active_on, count(distinct user_id) as n from rows where user_id in (from shared) group by active_on
      )
      select active_on::varchar, (coalesce(alone.n, 0) + coalesce(at_several.n, 0))::int
      from alone full join at_several using (active_on) order by active_on`,
    target: { ratio: 1.2 },
  };
};
