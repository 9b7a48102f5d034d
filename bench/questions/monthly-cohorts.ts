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

/**
 * Customers of some days by the day they first paid on, which never changes: so each month end has all of its cohorts in full, and
 * days are fewer to find the month of than customers.
 */
const byFirstPaid = (days: readonly string[], from: string): string =>
  `select _day, first_paid_on, count(*) as size, count_if(is_paying) as paying
   from tessera.customer_snapshots where _day in (${dayList(days)}) and first_paid_on >= date '${from}' group by all`;

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
    sql: `with days as (${byFirstPaid(ends, from)})
      select date_trunc('month', first_paid_on)::date::varchar as started, sum(size)::int, _day::varchar, sum(paying)::int
      from days group by started, _day order by 1, 3`,
    target: { ratio: 1.3 },
  };
};
