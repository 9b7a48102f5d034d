import { agree } from '../real-data/agree.js';
import type { Question } from '../real-data/ask.js';
import type { Rows } from '../real-data/by-hand.js';

interface Answer {
  readonly preview: {
    readonly cohorts: {
      readonly cohorts: readonly {
        from: string;
        size: number;
        cells: readonly { age: number; value: number | null }[];
      }[];
      readonly average: readonly { age: number; value: number | null; cohorts: number }[];
    };
  };
}
const asked = (request: string): string =>
  `{ preview { cohorts(request: {${request}}) { cohorts { from size cells { age value } } average { age value cohorts } } } }`;

/** A row for each mature cell: cohort, size, age, value. */
const cells = (data: unknown): Rows =>
  (data as Answer).preview.cohorts.cohorts.flatMap(({ from, size, cells: own }) =>
    own.flatMap(({ age, value }) => (value === null ? [] : [[from, size, age, value]])),
  );
const averages = (data: unknown): Rows =>
  (data as Answer).preview.cohorts.average.flatMap(({ age, value, cohorts }) =>
    value === null ? [] : [[age, value, cohorts]],
  );

const retail = 'period: {from: "2010-12-01", until: "2011-12-10"}, ages: 13';
const firsts = `firsts as (select person, date_trunc('month', min(d))::date as cohort from invoices group by person),
  sizes as (select cohort, count(*) as size from firsts group by cohort),
  ages as (select cohort, size, k as age, (cohort + k * interval 1 month)::date as begins from sizes, range(13) t(k)
           where cohort + (k + 1) * interval 1 month <= date '2011-12-10')`;
const buyersAtAge = `select cohort, size, age, (select count(distinct person) from invoices join firsts using (person)
  where firsts.cohort = ages.cohort and d >= begins and d < begins + interval 1 month) as buyers from ages`;

const ofRetail: readonly Question[] = [
  {
    asks: 'of 885 people whose first order was in December 2010, 324 ordered again in January 2011',
    query: asked(
      `start: {first: {orders: {}}}, metric: BUYERS, ages: 2, period: {from: "2010-12-01", until: "2011-01-01"}`,
    ),
    pick: cells,
    sql: `with ${firsts} select * from (${buyersAtAge}) where cohort = '2010-12-01' and age < 2 order by age`,
    known: [
      ['2010-12-01', 885, 0, 885],
      ['2010-12-01', 885, 1, 324],
    ],
  },
  {
    asks: 'buyers of every monthly cohort in every month that has passed',
    query: asked(`start: {attribute: FIRST_ORDER_ON}, metric: BUYERS, ${retail}`),
    pick: cells,
    sql: `with ${firsts} select * from (${buyersAtAge}) order by cohort, age`,
  },
  {
    asks: 'the share that buys again, weighted by size over the cohorts that are old enough',
    query: asked(`start: {attribute: FIRST_ORDER_ON}, metric: BUYERS, cells: SHARE_OF_SIZE, ${retail}`),
    pick: averages,
    sql: `with ${firsts} select age, sum(buyers) / sum(size), count(*) from (${buyersAtAge}) group by age order by age`,
  },
  {
    asks: 'revenue so far per person of each cohort',
    query: asked(
      `start: {attribute: FIRST_ORDER_ON}, metric: REVENUE, cells: SHARE_OF_SIZE, cumulative: true, ${retail}`,
    ),
    pick: cells,
    sql: `with ${firsts} select cohort, size, age, (select sum(value) from invoices join firsts using (person)
            where firsts.cohort = ages.cohort and d < begins + interval 1 month) / size from ages order by cohort, age`,
  },
];

const signedUp = `signed as (select account_id, date_trunc('month', signup_date)::date as cohort from accounts),
  sizes as (select cohort, count(*) as size from signed group by cohort),
  ages as (select cohort, size, k as age, (cohort + k * interval 1 month)::date as begins from sizes, range(12) t(k)
           where cohort >= '2024-01-01' and cohort + (k + 1) * interval 1 month <= date '2025-01-01')`;

const ofRavenstack: readonly Question[] = [
  {
    asks: 'the share of accounts with usage, by the month they signed up',
    query: asked(
      `start: {attribute: SIGNED_UP_ON}, metric: ACTIVE_ACCOUNTS, cells: SHARE_OF_SIZE, period: {from: "2024-01-01", until: "2025-01-01"}`,
    ),
    pick: cells,
    sql: `with ${signedUp} select cohort, size, age, (select count(distinct account_id) from uses join signed using (account_id)
            where signed.cohort = ages.cohort and usage_date >= begins and usage_date < begins + interval 1 month) / size
          from ages order by cohort, age`,
  },
  {
    asks: 'accounts that pay, by the month they signed up',
    query: asked(
      `start: {attribute: SIGNED_UP_ON}, metric: CUSTOMERS, period: {from: "2024-01-01", until: "2025-01-01"}`,
    ),
    pick: cells,
    sql: `with ${signedUp} select cohort, size, age, (select count(*) from balances join signed using (account_id)
            where signed.cohort = ages.cohort and d = (begins + interval 1 month)::date - 1 and mrr > 0)
          from ages order by cohort, age`,
  },
];

agree('Online Retail: cohorts', 'online-retail', ofRetail);
agree('RavenStack: cohorts', 'ravenstack', ofRavenstack);
