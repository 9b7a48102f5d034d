import { addDays, mondayOf } from '../days.js';
import type { MakeQuestion } from '../question.js';

interface Answer {
  readonly preview: {
    readonly trend: { readonly points: readonly { readonly until: string; readonly value: number }[] };
  };
}

/** By hand: rows are counted by customer and week once, and each week counts for the four Sundays from its own on. */
export const behaviourOverAYear: MakeQuestion = ({ asOf }) => {
  const monday = mondayOf(addDays(asOf, 1));
  const from = addDays(monday, -364);
  const at = (day: string) => `timezone('Europe/Rome', timestamp '${day}')`;
  return {
    key: 'behaviour-over-a-year',
    title: 'Who exported three times in 28 days, over 52 weeks',
    query: `query ($from: Date!, $until: Date!) {
      preview(where: { events: { where: { feature: { eq: "exports" } }, during: { last: { days: 28 } }, count: { gte: 3 } } }) {
        trend(metric: MEMBERS, grain: WEEK, period: { from: $from, until: $until }) { points { until value } }
      }
    }`,
    variables: { from, until: monday },
    rows: ({ preview }: Answer) => preview.trend.points.map((point) => [addDays(point.until, -1), point.value]),
    sql: `with weeks as (
        select customer_id, date_trunc('week', timezone('Europe/Rome', occurred_at))::date as week, count(*) as n from events
        where feature = 'exports' and occurred_at >= ${at(addDays(from, -21))} and occurred_at < ${at(monday)}
        group by all
      ), points as (
        select customer_id, week + 6 + 7 * later as point, sum(n) as n
        from weeks, (values (0), (1), (2), (3)) as l(later) group by all
      )
      select point::varchar, count(*)::int from points
      where n >= 3 and point >= date '${addDays(from, 6)}' and point < date '${monday}' group by point order by point`,
    target: { ratio: 1.3 },
  };
};
