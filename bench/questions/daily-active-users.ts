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
        select active_on, activity.user_id, shared.user_id as at_several
        from user_activity as activity left join shared using (user_id)
        where active_on between date '${from}' and date '${asOf}'
      )
      select active_on::varchar,
        (count(user_id) - count(at_several) + count(distinct at_several) filter (at_several is not null))::int
      from rows group by active_on order by active_on`,
    target: { ratio: 1.2 },
  };
};
