import { agree } from './agree.js';
import { breakdown, metrics, type Question, sizes, trend } from './ask.js';
import { nodes } from './pick.js';

const year = { from: '2024-01-01', until: '2025-01-01' };
const december = { from: '2024-12-01', until: '2025-01-01' };
const everyMonth = { from: '2023-01-01', until: '2025-01-01' };

const byMonthEnd = (value: string): string =>
  `select first, ${value} from months join balances on d = last where first >= '2024-01-01' group by first order by first`;
/** Changes of an account's MRR from one day's end to the next, of one kind, by month. */
const moved = (condition: string): string =>
  `select first, coalesce(sum(abs(mrr - mrr_before)) filter (${condition}), 0)
   from months join balances on d >= first and d < next group by first order by first`;

const questions: readonly Question[] = [
  {
    asks: 'MRR at the end of 2024',
    ...metrics(['MRR'], december),
    sql: `select sum(mrr_amount) from subs where not is_trial and start_date <= '2024-12-31' and (end_date is null or end_date > '2024-12-31')`,
    known: [[10_159_608]],
  },
  {
    asks: 'paying accounts at the end of 2024, as a metric',
    ...metrics(['CUSTOMERS'], december),
    sql: `select count(distinct account_id) from subs where not is_trial and start_date <= '2024-12-31' and (end_date is null or end_date > '2024-12-31')`,
    known: [[500]],
  },
  {
    asks: 'paying accounts on four days, as a segment',
    ...sizes('{isPaying: {eq: true}}', ['2023-12-31', '2024-06-30', '2024-09-15', '2024-12-31']),
    sql: `select (select count(distinct account_id) from subs where not is_trial and start_date <= d and (end_date is null or end_date > d)) from asked order by d`,
  },
  {
    asks: 'MRR by month end',
    ...trend('MRR', year),
    sql: byMonthEnd('sum(mrr)'),
  },
  {
    asks: 'MRR by week end around the turn of a year, cut at the ends of the period',
    ...trend('MRR', { from: '2023-12-27', until: '2024-01-10' }, { grain: 'WEEK' }),
    sql: `select start, sum(mrr)
          from (values (date '2023-12-27', date '2023-12-31'), ('2024-01-01', '2024-01-07'), ('2024-01-08', '2024-01-09')) as w (start, last)
          join balances on d = last group by start order by start`,
  },
  {
    asks: 'paying accounts by month end',
    ...trend('CUSTOMERS', year),
    sql: byMonthEnd('count(*) filter (mrr > 0)'),
  },
  {
    asks: 'ARPA and what it is made of, by month end',
    ...trend('ARPA', year, { parts: ['value', 'numerator', 'denominator'] }),
    sql: byMonthEnd('sum(mrr) / count(*) filter (mrr > 0), sum(mrr), count(*) filter (mrr > 0)'),
  },
  {
    asks: 'ARR, MRR at the start and share billed annually in December 2024',
    ...metrics(['ARR', 'MRR_AT_START', 'ANNUAL_MRR_SHARE'], december),
    sql: `select 12 * sum(mrr) from balances where d = '2024-12-31'
          union all select sum(mrr) from balances where d = '2024-11-30'
          union all select sum(mrr_amount) filter (billing_frequency = 'annual') / sum(mrr_amount) from subs
                    where not is_trial and start_date <= '2024-12-31' and (end_date is null or end_date > '2024-12-31')`,
  },
  {
    asks: 'subscriptions, trials and paid seats open at the end of June 2024',
    ...metrics(['SUBSCRIPTIONS', 'TRIALS', 'PAID_SEATS'], { from: '2024-06-01', until: '2024-07-01' }),
    sql: `with open as (from subs where start_date <= '2024-06-30' and (end_date is null or end_date > '2024-06-30'))
          select count(*) from open
          union all select count(*) from open where is_trial
          union all select sum(seats) from open where not is_trial`,
  },
  {
    asks: 'subscriptions started by month',
    ...trend('SUBSCRIPTIONS_STARTED', year),
    sql: `select first, count(*) from months join subs on start_date >= first and start_date < next where first >= '2024-01-01' group by first order by first`,
  },
  {
    asks: 'subscriptions ended by month',
    ...trend('SUBSCRIPTIONS_ENDED', year),
    sql: `select first, count(*) from months join subs on end_date >= first and end_date < next where first >= '2024-01-01' group by first order by first`,
  },
  {
    asks: 'MRR, paying accounts and ARPA by industry',
    ...breakdown(['INDUSTRY'], ['MRR', 'CUSTOMERS', 'ARPA'], december),
    sql: `select industry, sum(mrr), count(*) filter (mrr > 0), sum(mrr) / count(*) filter (mrr > 0)
          from balances join accounts using (account_id) where d = '2024-12-31' group by industry order by industry`,
  },
  {
    asks: 'accounts and MRR by plan tier and country in mid-2024, when not all had signed up',
    ...breakdown(['PLAN_TIER', 'COUNTRY'], ['ACCOUNTS', 'MRR'], { from: '2024-06-01', until: '2024-07-01' }),
    sql: `select plan_tier, country, count(*), sum(mrr)
          from balances join accounts using (account_id) where d = '2024-06-30' and signup_date <= '2024-06-30' group by all order by all`,
  },
  {
    asks: 'the ten accounts with the most MRR',
    query: `{ preview(where: {}) { customers(first: 10, orderBy: [{by: MRR, direction: DESC}], asOf: "2024-12-31") {
      totalCount nodes { id mrr industry }
    } } }`,
    pick: nodes('id', 'mrr', 'industry'),
    sql: `select account_id, mrr, industry from balances join accounts using (account_id)
          where d = '2024-12-31' order by mrr desc limit 10`,
  },
  {
    asks: 'the three FinTech accounts with the most MRR a year earlier',
    query: `{ preview(where: {industry: {eq: "FinTech"}}) { customers(first: 3, orderBy: [{by: MRR, direction: DESC}], asOf: "2023-12-31") {
      totalCount nodes { id accountName mrr openSubscriptions }
    } } }`,
    pick: nodes('id', 'accountName', 'mrr', 'openSubscriptions'),
    sql: `select account_id, account_name, mrr,
            (select count(*) from subs s where s.account_id = a.account_id and start_date <= '2023-12-31' and (end_date is null or end_date > '2023-12-31'))
          from balances join accounts a using (account_id)
          where d = '2023-12-31' and industry = 'FinTech' order by mrr desc limit 3`,
  },
  {
    asks: 'MRR by month end of accounts worth 5,000 or more, decided again each month',
    ...trend('MRR', year, { where: '{mrr: {gte: 5000}}' }),
    sql: byMonthEnd('sum(mrr) filter (mrr >= 5000)'),
  },
  {
    asks: 'what the 25 accounts with the most MRR pay',
    ...metrics(['MRR', 'CUSTOMERS'], december, ['value'], '{rank: {by: MRR, top: 25}}'),
    sql: `with best as (select mrr from balances where d = '2024-12-31' order by mrr desc limit 25)
          select sum(mrr) from best union all select count(*) from best`,
  },
  { asks: 'new MRR by month', ...trend('NEW_MRR', everyMonth), sql: moved('mrr_before = 0 and not had_paid') },
  {
    asks: 'expansion MRR by month',
    ...trend('EXPANSION_MRR', everyMonth),
    sql: moved('mrr > mrr_before and mrr_before > 0'),
  },
  {
    asks: 'contraction MRR by month',
    ...trend('CONTRACTION_MRR', everyMonth),
    sql: moved('mrr < mrr_before and mrr > 0'),
  },
  { asks: 'churned MRR by month', ...trend('CHURNED_MRR', everyMonth), sql: moved('mrr < mrr_before and mrr = 0') },
  {
    asks: 'reactivation MRR by month',
    ...trend('REACTIVATION_MRR', everyMonth),
    sql: moved('mrr > mrr_before and mrr_before = 0 and had_paid'),
  },
  {
    asks: 'MRR movements of FinTech accounts in the second half of 2024',
    ...metrics(
      ['MRR_AT_START', 'NEW_MRR', 'EXPANSION_MRR', 'CONTRACTION_MRR', 'CHURNED_MRR', 'REACTIVATION_MRR', 'MRR'],
      { from: '2024-07-01', until: '2025-01-01' },
      ['value'],
      '{industry: {eq: "FinTech"}}',
    ),
    sql: `with b as (select b.* from balances b join accounts using (account_id) where industry = 'FinTech'),
            moves as (select *, mrr - mrr_before as up from b where d between '2024-07-01' and '2024-12-31')
          select sum(mrr) from b where d = '2024-06-30'
          union all select sum(up) filter (mrr_before = 0 and not had_paid) from moves
          union all select sum(up) filter (up > 0 and mrr_before > 0) from moves
          union all select -sum(up) filter (up < 0 and mrr > 0) from moves
          union all select coalesce(-sum(up) filter (up < 0 and mrr = 0), 0) from moves
          union all select coalesce(sum(up) filter (up > 0 and mrr_before = 0 and had_paid), 0) from moves
          union all select sum(mrr) from b where d = '2024-12-31'`,
  },
];

agree('RavenStack: recurring revenue', 'ravenstack', questions);
