import { addDays, addMonths, dayList } from '../days.js';
import type { MakeQuestion, Value } from '../question.js';

interface Answer {
  readonly preview: {
    readonly cohorts: {
      readonly cohorts: readonly {
        readonly from: string;
        readonly size: number;
        readonly cells: readonly { readonly until: string; readonly value: Value }[];
      }[];
    };
  };
}

/** Customers by the month they first paid in, and how many of them still pay at the end of each month after. */
export const monthlyCohorts: MakeQuestion = ({ asOf }) => {
  const until = addMonths(addDays(asOf, 1), 0);
  const from = addMonths(until, -12);
  const ends = Array.from({ length: 12 }, (_, month) => addDays(addMonths(from, month + 1), -1));
  return {
    key: 'monthly-cohorts',
    title: 'Monthly cohort matrix of paying customers',
    query: `query ($from: Date!, $until: Date!, $day: Date!) {
      preview {
        cohorts(request: {
          start: { attribute: FIRST_PAID_ON }, grain: MONTH, ages: 12, metric: CUSTOMERS, asOf: $day
          period: { from: $from, until: $until }
        }) { cohorts { from size cells { until value } } }
      }
    }`,
    variables: { from, until, day: asOf },
    rows: ({ preview }: Answer) =>
      preview.cohorts.cohorts.flatMap((cohort) =>
        cohort.cells
          .filter(({ value }) => value !== null)
          .map((cell) => [cohort.from, cohort.size, addDays(cell.until, -1), cell.value]),
      ),
    sql: `with members as (
        select _id, date_trunc('month', first_paid_on)::date as started from tessera.customer_snapshots
        where _day = date '${asOf}' and first_paid_on >= date '${from}' and first_paid_on < date '${until}'
      ), sizes as (
        select started, count(*) as size from members group by started
      ), cells as (
        select started, _day, count(*) filter (where is_paying) as paying
        from members join tessera.customer_snapshots as s using (_id)
        where _day in (${dayList(ends)}) and _day >= started group by started, _day
      )
      select started::varchar, size::int, _day::varchar, paying::int from cells join sizes using (started) order by 1, 3`,
    target: { ratio: 1.3 },
  };
};
