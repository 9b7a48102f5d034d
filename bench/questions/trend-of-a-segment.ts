import { addDays, dayList, lastSundays, mondayOf } from '../days.js';
import type { MakeQuestion, Question } from '../question.js';
import { fiveConditions } from '../segments.js';

interface Answer {
  readonly preview: {
    readonly trend: { readonly points: readonly { readonly until: string; readonly value: number }[] };
  };
}

/** A segment over 52 weeks and over 365 days, against a scan of the snapshots. */
export const trendOfASegment: MakeQuestion = ({ asOf }) => {
  const days = Array.from({ length: 365 }, (_, back) => addDays(asOf, -back));
  const monday = mondayOf(addDays(asOf, 1));
  return [
    trend('52-week-trend', '52-week trend of a segment', 'WEEK', addDays(monday, -364), monday, lastSundays(asOf)),
    trend('365-day-trend', '365-day trend of a segment', 'DAY', addDays(asOf, -364), addDays(asOf, 1), days),
  ];
};

function trend(
  key: string,
  title: string,
  grain: 'DAY' | 'WEEK',
  from: string,
  until: string,
  days: readonly string[],
): Question {
  return {
    key,
    title,
    query: `query ($where: CustomerWhere!, $from: Date!, $until: Date!) {
      preview(where: $where) {
        trend(metric: MEMBERS, grain: ${grain}, period: { from: $from, until: $until }) { points { until value } }
      }
    }`,
    variables: { where: fiveConditions.where, from, until },
    rows: ({ preview }: Answer) => preview.trend.points.map((point) => [addDays(point.until, -1), point.value]),
    sql: `select _day::varchar, count(*)::int from tessera.customer_snapshots
      where _day in (${dayList(days)}) and ${fiveConditions.sql} group by _day order by _day`,
    target: { ratio: 1.3 },
  };
}
