import { addDays } from '../days.js';
import type { MakeQuestion } from '../question.js';

interface Count {
  readonly count: number;
}
interface Answer {
  readonly preview: {
    readonly engagement: {
      readonly points: readonly {
        readonly day: string;
        readonly daily: Count;
        readonly weekly: Count;
        readonly monthly: Count;
      }[];
    };
  };
}

/**
 * By hand: a user is active in the n days up to a day while the last day they did something is less than n days ago. So each
 * of their days begins a stretch that ends with the next one or n days later, and the stretches that have begun less those
 * that have ended are the active users.
 */
export const slidingActiveUsers: MakeQuestion = ({ asOf }) => {
  const from = addDays(asOf, -89);
  const windows = [1, 7, 30];
  const columns = windows.map(
    (
      n,
    ) => `(select sum(case when active_on <= d then n end) - coalesce(sum(case when active_on + least(gap, ${n}) <= d then n end), 0)
        from stretches)::int`,
  );
  return {
    key: 'sliding-active-users',
    title: 'Daily, weekly and monthly active users on 90 days',
    query: `query ($from: Date!, $until: Date!) {
      preview {
        engagement(request: { activity: { userActivity: {} }, of: USERS, period: { from: $from, until: $until } }) {
          points { day daily { count } weekly { count } monthly { count } }
        }
      }
    }`,
    variables: { from, until: addDays(asOf, 1) },
    rows: ({ preview }: Answer) =>
      preview.engagement.points.map((p) => [p.day, p.daily.count, p.weekly.count, p.monthly.count]),
    sql: `with own_days as (
        select distinct user_id, active_on from user_activity
        where active_on between date '${addDays(from, -29)}' and date '${asOf}' and user_id is not null
      ), gaps as (
        select active_on, coalesce(lead(active_on) over (partition by user_id order by active_on) - active_on, 30)::int as gap
        from own_days
      ), stretches as materialized (
        select active_on, least(gap, 30) as gap, count(*) as n from gaps group by all
      ), days as (
        select unnest(generate_series(date '${from}', date '${asOf}', interval 1 day))::date as d
      )
      select d::varchar, ${columns.join(',\n        ')} from days order by d`,
    target: { ratio: 1.2 },
  };
};
