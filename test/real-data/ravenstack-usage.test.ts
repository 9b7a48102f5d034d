import { agree } from './agree.js';
import { breakdown, metrics, type Question, sizes, trend } from './ask.js';

const december = { from: '2024-12-01', until: '2025-01-01' };
const year = { from: '2024-01-01', until: '2025-01-01' };
const days = ['2023-12-31', '2024-06-30', '2024-09-15', '2024-12-31'];

/** Rows of use of the accounts that had signed up by the end of the month: half of all rows are older than their account. */
const byMonth = (value: string, condition = 'true'): string =>
  `select first, ${value} from months join uses on usage_date >= first and usage_date < next
   join accounts using (account_id) where signup_date <= last and first >= '2024-01-01' and ${condition} group by first order by first`;
/** Accounts that had signed up and meet a condition, on each of the four days. */
const onFourDays = (condition: string): string =>
  `select (select count(*) from accounts a where signup_date <= d and ${condition}) from asked order by d`;
const using = (condition: string, having: string): string =>
  `account_id in (select account_id from uses where ${condition} group by account_id having ${having})`;

const questions: readonly Question[] = [
  {
    asks: 'accounts with usage in the last 7, 14 and 30 days, as metrics',
    ...metrics(['ACTIVE_CUSTOMERS_7D', 'ACTIVE_CUSTOMERS_14D', 'ACTIVE_CUSTOMERS_30D'], december),
    sql: `select count(distinct account_id) from uses where usage_date between '2024-12-25' and '2024-12-31'
          union all select count(distinct account_id) from uses where usage_date between '2024-12-18' and '2024-12-31'
          union all select count(distinct account_id) from uses where usage_date between '2024-12-02' and '2024-12-31'`,
    known: [[168], [289], [425]],
  },
  ...[7, 14, 30].map((n) => ({
    asks: `accounts with usage in the last ${String(n)} days, as an attribute, on four days`,
    ...sizes(`{usageRows${String(n)}d: {gte: 1}}`, days),
    sql: onFourDays(using(`usage_date > d - ${String(n)} and usage_date <= d`, 'true')),
  })),
  {
    asks: 'accounts with usage in the last 14 days, as a condition on the fact, on four days',
    ...sizes('{usage: {during: {last: {days: 14}}}}', days),
    sql: onFourDays(using('usage_date > d - 14 and usage_date <= d', 'true')),
  },
  {
    asks: 'accounts with usage in the week before the last, on four days',
    ...sizes('{usage: {during: {last: {days: 7}, ago: {days: 7}}, count: {gte: 1}}}', days),
    sql: onFourDays(using('usage_date between d - 13 and d - 7', 'true')),
  },
  {
    asks: 'accounts active in the 7 days to each month end',
    ...trend('ACTIVE_CUSTOMERS_7D', year),
    sql: `select first, count(distinct account_id) from months join uses on usage_date > last - 7 and usage_date <= last
          join accounts using (account_id) where signup_date <= last and first >= '2024-01-01' group by first order by first`,
  },
  { asks: 'rows of use by month', ...trend('USAGE_ROWS', year), sql: byMonth('count(*)') },
  { asks: 'feature uses by month', ...trend('FEATURE_USES', year), sql: byMonth('sum(usage_count)') },
  {
    asks: 'accounts active in each month',
    ...trend('ACTIVE_ACCOUNTS', year),
    sql: byMonth('count(distinct account_id)'),
  },
  { asks: 'uses of beta features by month', ...trend('BETA_USES', year), sql: byMonth('count(*)', 'is_beta_feature') },
  {
    asks: 'errors per use and what it is made of, by month',
    ...trend('ERRORS_PER_USE', year, { parts: ['value', 'numerator', 'denominator'] }),
    sql: byMonth('sum(error_count) / sum(usage_count), sum(error_count), sum(usage_count)'),
  },
  {
    asks: 'all 25,000 rows of use count, those with an identifier used twice too',
    ...metrics(['USAGE_ROWS'], { from: '2023-01-01', until: '2025-01-01' }),
    sql: `select count(*) from read_csv('data/ravenstack_feature_usage.csv')`,
    known: [[25_000]],
  },
  {
    asks: 'share of paying accounts active in 30 days by industry at the end of September 2024',
    ...breakdown(['INDUSTRY'], ['ACTIVE_SHARE_30D', 'CUSTOMERS'], { from: '2024-09-01', until: '2024-10-01' }),
    sql: `select industry, count(*) filter (${using("usage_date between '2024-09-01' and '2024-09-30'", 'true')}) / count(*), count(*)
          from accounts join balances using (account_id) where d = '2024-09-30' and mrr > 0 group by industry order by industry`,
  },
  {
    asks: 'accounts with two uses of feature_20 in 90 days, on four days',
    ...sizes('{usage: {where: {featureName: {eq: "feature_20"}}, during: {last: {days: 90}}, count: {gte: 2}}}', days),
    sql: onFourDays(using(`feature_name = 'feature_20' and usage_date > d - 90 and usage_date <= d`, 'count(*) >= 2')),
  },
  {
    asks: 'accounts that used feature_1 or feature_2 without an error in the second quarter of 2024, on four days',
    ...sizes(
      `{usage: {where: {featureName: {in: ["feature_1", "feature_2"]}, errorCount: {eq: 0}}, during: {from: "2024-04-01", until: "2024-07-01"}, count: {gte: 1}}}`,
      days,
    ),
    sql: onFourDays(
      using(
        `feature_name in ('feature_1', 'feature_2') and error_count = 0 and usage_date >= '2024-04-01' and usage_date < '2024-07-01' and usage_date <= d`,
        'true',
      ),
    ),
  },
  {
    asks: 'accounts that used features more than 60 times in the calendar month before, on four days',
    ...sizes(
      '{usage: {during: {calendar: {unit: MONTH, offset: -1}}, sum: {column: USAGE_COUNT, is: {gt: 60}}}}',
      days,
    ),
    sql: onFourDays(
      using(`date_trunc('month', usage_date) = date_trunc('month', d) - interval 1 month`, 'sum(usage_count) > 60'),
    ),
  },
  {
    asks: 'accounts without usage in 30 days, those that never had any among them, on four days',
    ...sizes('{usage: {during: {last: {days: 30}}, count: {eq: 0}}}', days),
    sql: onFourDays(`not ${using('usage_date > d - 30 and usage_date <= d', 'true')}`),
  },
  {
    asks: 'paying accounts last used before June 2024, on four days',
    ...sizes('{isPaying: {eq: true}, usage: {last: {before: "2024-06-01"}}}', days),
    sql: `select (select count(*) from balances b where b.d = asked.d and mrr > 0 and
            (select max(usage_date) from uses u where u.account_id = b.account_id and usage_date <= asked.d) < '2024-06-01') from asked order by d`,
  },
  {
    asks: 'accounts whose last use lies in the last 20 days or nowhere, on four days',
    ...sizes('{or: [{lastUsedOn: {last: {days: 20}}}, {lastUsedOn: {isNull: true}}]}', days),
    sql: onFourDays(
      `coalesce((select max(usage_date) from uses u where u.account_id = a.account_id and usage_date <= d), d) > d - 20`,
    ),
  },
  {
    asks: 'accounts that used five to eight features in 90 days, on four days',
    ...sizes('{featuresUsed90d: {between: {min: 5, max: 8}}}', days),
    sql: onFourDays(using('usage_date > d - 90 and usage_date <= d', 'count(distinct feature_name) between 5 and 8')),
  },
  {
    asks: 'accounts active on no, one, two and more days of December 2024',
    ...breakdown(['ACTIVE_DAYS_30D'], ['ACCOUNTS'], december, '{activeDays30d: {lte: 9}}'),
    sql: `select n, count(*) from (select (select count(distinct usage_date) from uses u where u.account_id = a.account_id
            and usage_date between '2024-12-02' and '2024-12-31') as n from accounts a) where n <= 9 group by n order by n`,
  },
];

agree('RavenStack: usage', 'ravenstack', questions);
