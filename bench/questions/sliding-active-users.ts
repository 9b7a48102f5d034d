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
const LONGEST = 30;
/** Bit 0 is the first day looked at; the window that ends on a day of the period has the bit of its own first day. */
const WINDOWS = [
  { name: 'daily', days: 1 },
  { name: 'weekly', days: 7 },
  { name: 'monthly', days: 30 },
];

/** Bytes of a window's days that hold days of the period, each counted by its values. */
const byteCounts = WINDOWS.flatMap(({ name, days }) => {
  const [low, high] = [LONGEST - days, LONGEST - days + DAYS - 1].map((bit) => Math.floor(bit / 8));
  return Array.from({ length: (high ?? 0) - (low ?? 0) + 1 }, (_, i) => (low ?? 0) + i).map((byte) => {
    const word = `${name}_${byte < 8 ? 'low' : 'high'}`;
    return `select '${name}' as name, ${8 * byte - (LONGEST - days)} as day, bits, count(*) as n
      from (select ((${word} >> ${(byte % 8) * 8}) & 255)::utinyint as bits from words) group by bits`;
  });
});
const words = WINDOWS.flatMap(({ name }) => [
  `(${name} & 18446744073709551615::hugeint)::ubigint as ${name}_low`,
  `(${name} >> 64)::ubigint as ${name}_high`,
]);

/**
 * By hand: a user's active days are the bits of one number, so that each user is looked at once and shifts make windows of days;
 * then users are counted by the values of each byte, which is far quicker than by the day.
 */
export const slidingActiveUsers: MakeQuestion = ({ asOf }) => {
  const from = addDays(asOf, 1 - DAYS);
  const first = addDays(from, 1 - LONGEST);
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
        select user_id, bit_or(1::hugeint << (active_on - date '${first}')::int) as daily from user_activity
        where active_on between date '${first}' and date '${asOf}' and user_id is not null group by user_id
      ),
      four as (select daily, two | (two >> 2) as four from (select daily, daily | (daily >> 1) as two from own_days)),
      week as (select daily, four | (four >> 3) as weekly from four),
      windows as (
        select daily, weekly, half | (half >> 15) as monthly
        from (select daily, weekly, weekly | (weekly >> 7) | (weekly >> 8) as half from week)
      ),
      words as materialized (select ${words.join(', ')} from windows),
      bytes as (${byteCounts.join(' union all ')}),
      counts as (
        select day + bit as day, name, sum(n) as n from bytes, range(8) as b(bit)
        where (bits >> bit) & 1 = 1 and day + bit between 0 and ${DAYS - 1} group by all
      )
      select (date '${from}' + day::int)::varchar as day, ${WINDOWS.map(
        ({ name }) => `coalesce(sum(n) filter (name = '${name}'), 0)::int as ${name}`,
      ).join(', ')}
      from counts group by all order by day`,
    target: { ratio: 1.2 },
  };
};
