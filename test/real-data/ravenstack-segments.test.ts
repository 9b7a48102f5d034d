import { agree } from './agree.js';
import { metrics, type Question, sizes, trend } from './ask.js';
import { fields, nodes } from './pick.js';

const days = ['2023-12-31', '2024-06-30', '2024-09-15', '2024-12-31'];
const onFourDays = (condition: string): string =>
  `select (select count(*) from accounts a join balances b using (account_id) where b.d = asked.d and signup_date <= asked.d and ${condition})
   from asked order by d`;
const openRows = (condition: string, having: string): string =>
  `account_id in (select account_id from subs where start_date <= asked.d and (end_date is null or end_date > asked.d) and ${condition}
   group by account_id having ${having})`;
const earlier = (n: number): string =>
  `(select mrr from balances e where e.account_id = a.account_id and e.d = asked.d - ${String(n)})`;

const questions: readonly Question[] = [
  { asks: 'everyone, from the day they signed up', ...sizes('{}', days), sql: onFourDays('true') },
  {
    asks: 'everyone, on the default day of the workspace',
    query: `{ preview { size } }`,
    pick: fields('size'),
    sql: `select count(*) from accounts`,
    known: [[500]],
  },
  {
    asks: 'share of the accounts that pay, in mid-2024',
    query: `{ preview(where: {isPaying: {eq: true}}) { share(asOf: "2024-06-30") } }`,
    pick: fields('share'),
    sql: `select count(*) filter (mrr > 0) / count(*) from accounts join balances using (account_id) where d = '2024-06-30' and signup_date <= d`,
  },
  {
    asks: 'large paying accounts of two industries',
    ...sizes('{isPaying: {eq: true}, industry: {in: ["FinTech", "DevTools"]}, mrr: {gte: 10000}}', days),
    sql: onFourDays(`industry in ('FinTech', 'DevTools') and mrr >= 10000`),
  },
  {
    asks: 'German, French or large accounts that are not on the Basic plan nor came by a partner',
    ...sizes(
      `{or: [{country: {in: ["DE", "FR"]}}, {mrr: {gt: 15000}}], not: {planTier: {eq: "Basic"}}, referralSource: {ne: "partner"}}`,
      days,
    ),
    sql: onFourDays(
      `(country in ('DE', 'FR') or mrr > 15000) and plan_tier <> 'Basic' and referral_source <> 'partner'`,
    ),
  },
  {
    asks: 'the complement of a conjunction',
    ...sizes('{not: {isPaying: {eq: true}, industry: {eq: "EdTech"}}}', days),
    sql: onFourDays(`(mrr = 0 or industry <> 'EdTech')`),
  },
  { asks: 'nobody is in an empty list', ...sizes('{industry: {in: []}}', days), sql: onFourDays('false') },
  { asks: 'nobody meets one of no conditions', ...sizes('{or: []}', days), sql: onFourDays('false') },
  {
    asks: 'accounts whose name starts with company_1 and ends with 5, in any case',
    ...sizes('{accountName: {startsWith: "company_1", endsWith: "5", ignoreCase: true}}', days),
    sql: onFourDays(`regexp_matches(account_name, '^Company_1.*5$')`),
  },
  {
    asks: 'accounts that signed up in the last 90 days',
    ...sizes('{signedUpOn: {last: {days: 90}}}', days),
    sql: onFourDays(`asked.d - signup_date between 0 and 89`),
  },
  {
    asks: 'accounts that signed up in the calendar quarter before',
    ...sizes('{signedUpOn: {calendar: {unit: QUARTER, offset: -1}}}', days),
    sql: onFourDays(`date_trunc('quarter', signup_date) = date_trunc('quarter', asked.d) - interval 3 month`),
  },
  {
    asks: 'accounts that signed up in the first half of 2024, by a half-open range',
    ...sizes('{signedUpOn: {between: {from: "2024-01-01", until: "2024-07-01"}}}', days),
    sql: onFourDays(`signup_date >= '2024-01-01' and signup_date <= '2024-06-30'`),
  },
  {
    asks: 'accounts that signed up at least a year ago, by a formula of the day asked about',
    ...sizes('{daysSinceSignup: {gte: 365}}', days),
    sql: onFourDays(`signup_date <= asked.d - 365`),
  },
  {
    asks: 'accounts that pay at least a tenth less than 90 days before',
    ...sizes('{mrr: {change: {over: {days: 90}, percent: {lte: -10}}}}', days),
    sql: onFourDays(`${earlier(90)} > 0 and 10 * mrr <= 9 * ${earlier(90)}`),
  },
  {
    asks: 'accounts that pay at least 2,000 more than 30 days before, having first paid before December 2023',
    ...sizes('{mrr: {change: {over: {days: 30}, absolute: {gte: 2000}}}, firstPaidOn: {before: "2023-12-01"}}', days),
    sql: onFourDays(
      `mrr - ${earlier(30)} >= 2000 and
       (select min(start_date) from subs s where s.account_id = a.account_id and not is_trial and start_date <= asked.d) < '2023-12-01'`,
    ),
  },
  {
    asks: 'accounts with three Enterprise subscriptions running that are no trials',
    ...sizes('{subscriptions: {where: {planTier: {eq: "Enterprise"}, isTrial: {eq: false}}, count: {gte: 3}}}', days),
    sql: onFourDays(openRows(`plan_tier = 'Enterprise' and not is_trial`, 'count(*) >= 3')),
  },
  {
    asks: 'accounts with 200 seats or more on subscriptions that run',
    ...sizes('{subscriptions: {sum: {column: SEATS, is: {gte: 200}}}}', days),
    sql: onFourDays(openRows('true', 'sum(seats) >= 200')),
  },
  {
    asks: 'accounts with trials only',
    ...sizes('{openTrials: {gte: 1}, isPaying: {eq: false}}', days),
    sql: onFourDays(`mrr = 0 and ${openRows('is_trial', 'true')}`),
  },
  {
    asks: 'accounts that started three subscriptions in 90 days, by the attribute of an interval fact',
    ...sizes('{subscriptionsStarted90d: {gte: 3}}', days),
    sql: onFourDays(
      `account_id in (select account_id from subs where start_date > asked.d - 90 and start_date <= asked.d group by account_id having count(*) >= 3)`,
    ),
  },
  {
    asks: 'accounts with a contraction in the last 6 months',
    ...sizes(
      '{mrrMovements: {where: {kind: {eq: "contraction"}}, during: {last: {months: 6}}, count: {gte: 1}}}',
      days,
    ),
    sql: onFourDays(
      `account_id in (select account_id from balances m where m.mrr < mrr_before and m.mrr > 0
       and m.d >= asked.d + 1 - interval 6 month and m.d <= asked.d)`,
    ),
  },
  {
    asks: 'expanding accounts at risk: MRR gained in 90 days, no use in 30, and a ticket in 90',
    ...sizes(
      `{expansion90d: {gt: 0}, isActive30d: {eq: false}, tickets: {during: {last: {days: 90}}, count: {gte: 1}}}`,
      days,
    ),
    sql: onFourDays(
      `account_id in (select account_id from balances m where m.mrr > mrr_before and mrr_before > 0 and m.d > asked.d - 90 and m.d <= asked.d)
       and account_id not in (select account_id from uses where usage_date > asked.d - 30 and usage_date <= asked.d)
       and account_id in (select account_id from tickets where submitted_at > asked.d - 90 and submitted_at <= asked.d)`,
    ),
  },
  {
    asks: 'accounts with usage but no ticket in 30 days, or neither and worth less than 1,000',
    ...sizes(
      `{or: [{usageRows30d: {gt: 0}, tickets30d: {eq: 0}}, {usageRows30d: {eq: 0}, tickets30d: {eq: 0}, mrr: {lt: 1000}}]}`,
      days,
    ),
    sql: onFourDays(
      `account_id not in (select account_id from tickets where submitted_at > asked.d - 30 and submitted_at <= asked.d)
       and (mrr < 1000 or account_id in (select account_id from uses where usage_date > asked.d - 30 and usage_date <= asked.d))`,
    ),
  },
  {
    asks: 'three accounts by identifier, one of which does not exist',
    ...sizes('{ids: ["A-2e4581", "A-43a9e3", "A-nobody"]}', days),
    sql: onFourDays(`account_id in ('A-2e4581', 'A-43a9e3', 'A-nobody')`),
  },
  {
    asks: 'MRR per seat of the highest of a segment',
    query: `{ preview(where: {paidSeats: {gte: 100}, industry: {eq: "EdTech"}}) {
      customers(first: 5, orderBy: [{by: MRR_PER_SEAT, direction: DESC}], asOf: "2024-09-15") { totalCount nodes { id mrrPerSeat paidSeats } }
    } }`,
    pick: nodes('id', 'mrrPerSeat', 'paidSeats'),
    sql: `select account_id, sum(mrr_amount) / sum(s.seats), sum(s.seats) from subs s join accounts using (account_id)
          where industry = 'EdTech' and not s.is_trial and start_date <= '2024-09-15' and (end_date is null or end_date > '2024-09-15')
          group by account_id having sum(s.seats) >= 100 order by 2 desc limit 5`,
  },
  {
    asks: 'the size of a segment of large accounts, as a metric of accounts, by month',
    ...trend(
      'ACCOUNTS',
      { from: '2024-01-01', until: '2025-01-01' },
      { where: '{mrr: {between: {min: 5000, max: 9999}}}' },
    ),
    sql: `select first, count(*) filter (mrr between 5000 and 9999) from months join balances on d = last where first >= '2024-01-01' group by first order by first`,
  },
  {
    asks: 'tickets of December 2024 of the accounts that are large at its end',
    ...metrics(
      ['TICKETS_OPENED', 'ACCOUNTS'],
      { from: '2024-12-01', until: '2025-01-01' },
      ['value'],
      '{mrr: {gte: 30000}}',
    ),
    sql: `with large as (select account_id from balances where d = '2024-12-31' and mrr >= 30000)
          select count(*) from tickets join large using (account_id) where submitted_at >= '2024-12-01'
          union all select count(*) from large`,
  },
];

agree('RavenStack: segments as of four days', 'ravenstack', questions);
