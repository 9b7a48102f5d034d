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

const DAYS = 90;
const WINDOWS = [1, 7, 30];
const NAMES = ['daily', 'weekly', 'monthly'];

/**
 * By hand: a user's active days are the bits of one number, so that each user is looked at once and a window of days is a mask.
 */
export const slidingActiveUsers: MakeQuestion = ({ asOf }) => {
  const from = addDays(asOf, 1 - DAYS);
  const first = addDays(from, -29);
  const counts = Array.from({ length: DAYS }, (_, n) => {
    const masks = WINDOWS.map((days) => ((1n << BigInt(days)) - 1n) << BigInt(n + 30 - days));
    const count = (mask: bigint) => `count_if((days & ${mask}::hugeint) != 0)::int`;
    return `{day: '${addDays(from, n)}', ${masks.map((mask, i) => `${NAMES[i] ?? ''}: ${count(mask)}`).join(', ')}}`;
  });
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
    sql: `with own_days as materialized (
        select user_id, bit_or(1::hugeint << (active_on - date '${first}')::int) as days from user_activity
        where active_on between date '${first}' and date '${asOf}' and user_id is not null group by user_id
      ), counted as (
        select unnest([${counts.join(', ')}]) as point from own_days
      )
      select point.day, point.daily, point.weekly, point.monthly from counted`,
    target: { ratio: 1.2 },
  };
};
