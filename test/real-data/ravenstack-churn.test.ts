import { agree } from './agree.js';
import { breakdown, metrics, type Question, sizes, trend } from './ask.js';
import { metricRows, totalCount } from './pick.js';

const year = { from: '2024-01-01', until: '2025-01-01' };
const december = { from: '2024-12-01', until: '2025-01-01' };

/** What each account paying on the day before a stretch paid then (`a`) and pays at the end of the month (`b`). */
const payers = (start: string): string =>
  `(select m.*, account_id, s.mrr as a, e.mrr as b
    from months m join balances s on s.d = ${start} join balances e using (account_id) where e.d = m.last and s.mrr > 0)`;
const inMonth = payers('m.eve');
const inYear = payers(`m.next - interval 1 year - interval 1 day`);
const by2024 = (value: string, from: string): string =>
  `select first, ${value} from ${from} where first >= '2024-01-01' group by first order by first`;
/** Changes of MRR from one day's end to the next, of accounts that had signed up before the month. */
const moves = `(select m.*, mrr, mrr_before, had_paid, mrr - mrr_before as up, sum(mrr_before) filter (d = first) over (partition by first) as paid
  from balances join accounts using (account_id) join months m on d >= first and d < next where signup_date <= eve)`;
const revenueChurn = (lost: string): string => by2024(`${lost} / any_value(paid), ${lost}, any_value(paid)`, moves);

const lost = 'count(*) filter (b = 0)';
const kept = 'sum(least(a, b))';
const rate = ['value', 'numerator', 'denominator'] as const;
/** NRR from the end of one day to the end of another, of the accounts paying on the first that meet a condition. */
const nrr = (start: string, end: string, where = 'true'): string =>
  `select sum(e.mrr) / sum(s.mrr), sum(e.mrr), sum(s.mrr) from balances s join balances e using (account_id)
   where s.d = '${start}' and e.d = '${end}' and s.mrr > 0 and ${where}`;

const questions: readonly Question[] = [
  {
    asks: 'NRR over the twelve months of 2024',
    ...metrics(['NRR_12M'], december, rate),
    sql: nrr('2023-12-31', '2024-12-31'),
    known: [[2.92, 3_688_789, 1_262_113]],
  },
  {
    asks: 'GRR over the twelve months of 2024',
    ...metrics(['GRR_12M'], december),
    sql: `select sum(least(s.mrr, e.mrr)) / sum(s.mrr) from balances s join balances e using (account_id)
          where s.d = '2023-12-31' and e.d = '2024-12-31' and s.mrr > 0`,
    known: [[0.996]],
  },
  {
    asks: 'logo churn by month',
    ...trend('LOGO_CHURN_RATE', year, { parts: rate }),
    sql: by2024(`${lost} / count(*), ${lost}, count(*)`, inMonth),
  },
  {
    asks: 'gross revenue churn by month',
    ...trend('GROSS_MRR_CHURN_RATE', year, { parts: rate }),
    sql: revenueChurn('coalesce(-sum(up) filter (up < 0), 0)'),
  },
  {
    asks: 'net revenue churn by month, where new customers are no gain',
    ...trend('NET_MRR_CHURN_RATE', year, { parts: rate }),
    sql: revenueChurn('-coalesce(sum(up) filter (mrr_before > 0 or had_paid), 0)'),
  },
  {
    asks: 'GRR by month',
    ...trend('GRR', year, { parts: rate }),
    sql: by2024(`${kept} / sum(a), ${kept}, sum(a)`, inMonth),
  },
  {
    asks: 'NRR by month',
    ...trend('NRR', year, { parts: rate }),
    sql: by2024('sum(b) / sum(a), sum(b), sum(a)', inMonth),
  },
  { asks: 'GRR over 12 months, by month', ...trend('GRR_12M', year), sql: by2024(`${kept} / sum(a)`, inYear) },
  { asks: 'NRR over 12 months, by month', ...trend('NRR_12M', year), sql: by2024('sum(b) / sum(a)', inYear) },
  {
    asks: 'NRR over 12 months and logo churn of September 2024 by industry',
    ...breakdown(['INDUSTRY'], ['NRR_12M', 'LOGO_CHURN_RATE'], { from: '2024-09-01', until: '2024-10-01' }),
    sql: `select industry, y.nrr, m.churn
          from (select industry, sum(b) / sum(a) as nrr from ${inYear} join accounts using (account_id) where first = '2024-09-01' group by industry) y
          join (select industry, ${lost} / count(*) as churn from ${inMonth} join accounts using (account_id) where first = '2024-09-01' group by industry) m
            using (industry) order by industry`,
  },
  {
    asks: 'NRR over 12 months of accounts that were worth 10,000 or more when the twelve months began',
    ...metrics(['NRR_12M'], december, rate, '{mrr: {gte: 10000}}'),
    sql: nrr('2023-12-31', '2024-12-31', 's.mrr >= 10000'),
  },
  {
    asks: 'NRR of November 2024 of those worth 20,000 or more when it began',
    ...metrics(['NRR'], { from: '2024-11-01', until: '2024-12-01' }, rate, '{mrr: {gte: 20000}}'),
    sql: nrr('2024-10-31', '2024-11-30', 's.mrr >= 20000'),
  },
  {
    asks: 'gross revenue churn of December 2024 of those worth 20,000 or more when it began',
    ...metrics(['GROSS_MRR_CHURN_RATE'], december, rate, '{mrr: {gte: 20000}}'),
    sql: `with big as (select account_id, mrr as paid from balances where d = '2024-11-30' and mrr >= 20000),
            fell as (select sum(mrr_before - mrr) as lost from balances join big using (account_id)
                     where d between '2024-12-01' and '2024-12-31' and mrr < mrr_before)
          select lost / (select sum(paid) from big), lost, (select sum(paid) from big) from fell`,
  },
  {
    asks: 'monthly logo churn pooled over the second half of 2024',
    ...metrics(['LOGO_CHURN_RATE_6M'], december, rate),
    sql: `select ${lost} / count(*), ${lost}, count(*) from ${inMonth} where first >= '2024-07-01'`,
  },
  {
    asks: 'simple lifetime value at a gross margin of 80 %',
    ...metrics(['SIMPLE_CLV'], december),
    sql: `select (select sum(mrr) / count(*) * 0.8 from balances where d = '2024-12-31' and mrr > 0)
            / (select ${lost} / count(*) from ${inMonth} where first >= '2024-07-01')`,
  },
  {
    asks: 'the quick ratio of December 2024',
    ...metrics(['QUICK_RATIO'], december, rate),
    sql: `with moves as (select mrr - mrr_before as up, mrr_before > 0 or not had_paid as counts from balances where d between '2024-12-01' and '2024-12-31')
          select sum(up) filter (up > 0 and counts) / -sum(up) filter (up < 0), sum(up) filter (up > 0 and counts), -sum(up) filter (up < 0) from moves`,
  },
  {
    asks: 'a quick ratio without losses is null and says so',
    ...metrics(['QUICK_RATIO'], { from: '2023-02-01', until: '2023-03-01' }),
    pick: metricRows(['QUICK_RATIO'], ['value', 'nullReason']),
    sql: `select null, case when count(*) filter (mrr < mrr_before) = 0 then 'NO_LOSSES' end from balances where d between '2023-02-01' and '2023-02-28'`,
  },
  {
    asks: 'a churn rate before anyone paid is null and says so',
    ...metrics(['GROSS_MRR_CHURN_RATE', 'LOGO_CHURN_RATE'], { from: '2023-01-01', until: '2023-02-01' }),
    pick: metricRows(['GROSS_MRR_CHURN_RATE', 'LOGO_CHURN_RATE'], ['value', 'nullReason']),
    sql: `select null, case when (select sum(mrr) from balances where d = '2022-12-31') = 0 then 'ZERO_DENOMINATOR' end from range(2)`,
  },
  {
    asks: 'accounts flagged churned, the first notion',
    ...sizes('{flaggedChurned: {eq: true}}', ['2024-12-31']),
    sql: `select count(*) from accounts where churn_flag`,
    known: [[110]],
  },
  {
    asks: 'accounts with a churn event, the second notion',
    ...sizes('{churnEvents: {}}', ['2024-12-31']),
    sql: `select count(distinct account_id) from churns`,
    known: [[352]],
  },
  {
    asks: 'accounts with an ended subscription, the third notion',
    ...sizes('{endedSubscriptions: {gte: 1}}', ['2024-12-31']),
    sql: `select count(distinct account_id) from subs where end_date <= '2024-12-31'`,
    known: [[312]],
  },
  {
    asks: 'accounts with an ended subscription on four days',
    ...sizes('{endedSubscriptions: {gte: 1}}', ['2023-12-31', '2024-06-30', '2024-09-15', '2024-12-31']),
    sql: `select (select count(distinct account_id) from subs where end_date <= d) from asked order by d`,
  },
  {
    asks: 'accounts that had paid and pay nothing, on four days',
    ...sizes('{firstPaidOn: {isNull: false}, isPaying: {eq: false}}', [
      '2023-12-31',
      '2024-06-30',
      '2024-09-15',
      '2024-12-31',
    ]),
    sql: `select (select count(*) from balances b where b.d = asked.d and mrr = 0
            and account_id in (select account_id from subs where not is_trial and start_date <= asked.d)) from asked order by d`,
  },
  {
    asks: 'how many accounts are in none of the notions of churn but paying',
    query: `{ preview(where: {flaggedChurned: {eq: false}, churnEvents: {count: {eq: 0}}, endedSubscriptions: {eq: 0}, isPaying: {eq: true}}) {
      customers(first: 1, orderBy: [{by: MRR, direction: DESC}], asOf: "2024-12-31") { totalCount nodes { id } }
    } }`,
    pick: totalCount,
    sql: `select count(*) from accounts where not churn_flag
            and account_id not in (select account_id from churns) and account_id not in (select account_id from subs where end_date is not null)`,
  },
  {
    asks: 'churn events by month',
    ...trend('CHURN_EVENTS', year),
    sql: `select first, count(*) from months join churns on churn_date >= first and churn_date < next where first >= '2024-01-01' group by first order by first`,
  },
  {
    asks: 'refunds paid by industry in 2024',
    ...breakdown(['INDUSTRY'], ['CHURN_EVENTS', 'REFUNDS'], year),
    sql: `select industry, count(*), sum(refund_amount_usd) from churns join accounts using (account_id)
          where churn_date between '2024-01-01' and '2024-12-31' group by industry order by industry`,
  },
  {
    asks: 'accounts by the reason of their last churn event',
    ...breakdown(['LAST_CHURN_REASON'], ['ACCOUNTS'], december),
    sql: `select r, count(*) from (select (select arg_max(reason_code, churn_date) from churns c where c.account_id = a.account_id) as r from accounts a)
          group by r order by r`,
  },
];

agree('RavenStack: churn and retention', 'ravenstack', questions);
