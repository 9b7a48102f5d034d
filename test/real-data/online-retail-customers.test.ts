import { agree } from './agree.js';
import { breakdown, metrics, type Question, sizes, trend } from './ask.js';
import { fields, totalCount } from './pick.js';

const days = ['2010-12-31', '2011-03-27', '2011-06-30', '2011-12-09'];
const january = { from: '2011-01-01', until: '2011-02-01' };
const cohort = '{firstOrderOn: {between: {from: "2010-12-01", until: "2011-01-01"}}}';
const cohortByHand = `(select CustomerID as person from bought group by CustomerID having min(InvoiceDate) < timestamp '2011-01-01')`;

const onFourDays = (condition: string): string =>
  `select (select count(*) from people p where seen <= asked.d and ${condition}) from asked order by d`;
const ordered = (condition: string, having = 'true'): string =>
  `person in (select person from invoices i where i.d <= asked.d and ${condition} group by person having ${having})`;

const questions: readonly Question[] = [
  {
    asks: 'people whose first order was in December 2010',
    ...sizes(cohort, ['2011-12-09']),
    sql: `select count(*) from ${cohortByHand}`,
    known: [[885]],
  },
  {
    asks: 'those of them that ordered again in January 2011, by a where',
    ...sizes(
      `{firstOrderOn: {between: {from: "2010-12-01", until: "2011-01-01"}}, orders: {during: {from: "2011-01-01", until: "2011-02-01"}}}`,
      ['2011-12-09'],
    ),
    sql: `select count(distinct CustomerID) from bought where strftime(InvoiceDate, '%Y-%m') = '2011-01' and CustomerID in ${cohortByHand}`,
    known: [[324]],
  },
  {
    asks: 'the same as buyers of January among them, by a metric',
    ...metrics(['BUYERS'], january, ['value'], cohort),
    sql: `select count(distinct CustomerID) from bought where strftime(InvoiceDate, '%Y-%m') = '2011-01' and CustomerID in ${cohortByHand}`,
    known: [[324]],
  },
  {
    asks: 'the reorder rate of January 2011, of all who had ordered before it',
    ...metrics(['REORDER_RATE'], january, ['value', 'numerator', 'denominator']),
    sql: `select n / 885, n, 885 from (select count(distinct CustomerID) as n from bought
            where strftime(InvoiceDate, '%Y-%m') = '2011-01' and CustomerID in ${cohortByHand})`,
    known: [[0.366, 324, 885]],
  },
  {
    asks: 'buyers among the December 2010 cohort by month',
    ...trend('BUYERS', { from: '2010-12-01', until: '2011-12-01' }, { where: cohort }),
    sql: `select first, count(distinct person) from months join invoices on d >= first and d < next
          join ${cohortByHand} using (person) group by first order by first`,
  },
  {
    asks: 'everyone on the default day, which is the last day with a row',
    query: `{ preview { size } }`,
    pick: fields('size'),
    sql: `select count(distinct CustomerID) from every_line where CustomerID is not null`,
    known: [[4_372]],
  },
  { asks: 'everyone named so far', ...sizes('{}', days), sql: onFourDays('true') },
  {
    asks: 'everyone who has ordered so far',
    ...sizes('{isBuyer: {eq: true}}', days),
    sql: onFourDays(ordered('true')),
  },
  {
    asks: 'people only ever seen cancelling',
    ...sizes('{isBuyer: {eq: false}, cancellations: {count: {gte: 1}}}', days),
    sql: onFourDays(`not ${ordered('true')} and person in (select person from refunds r where r.d <= asked.d)`),
  },
  {
    asks: 'people with exactly three orders in 90 days',
    ...sizes('{orders90d: {eq: 3}}', days),
    sql: onFourDays(ordered('i.d > asked.d - 90', 'count(*) = 3')),
  },
  {
    asks: 'people without an order in 90 days, those who never ordered among them',
    ...sizes('{orders: {during: {last: {days: 90}}, count: {eq: 0}}}', days),
    sql: onFourDays(`not ${ordered('i.d > asked.d - 90')}`),
  },
  {
    asks: 'lapsed good customers: 1,000 spent, no order in 60 days, outside the United Kingdom',
    ...sizes('{revenueAll: {gte: 1000}, daysSinceLastOrder: {gte: 60}, country: {ne: "United Kingdom"}}', days),
    sql: onFourDays(
      `country <> 'United Kingdom' and ${ordered('true', 'sum(value) >= 1000 and max(i.d) <= asked.d - 60')}`,
    ),
  },
  {
    asks: 'people with one order over 1,000, whatever they spend together',
    ...sizes('{orders: {where: {amount: {gt: 1000}}, count: {gte: 1}}}', days),
    sql: onFourDays(ordered('value > 1000')),
  },
  {
    asks: 'people whose orders of 30 days come to 500 or more',
    ...sizes('{orders: {during: {last: {days: 30}}, sum: {column: AMOUNT, is: {gte: 500}}}}', days),
    sql: onFourDays(ordered('i.d > asked.d - 30', 'sum(value) >= 500')),
  },
  {
    asks: 'people whose first order lies in the last 3 months',
    ...sizes('{orders: {first: {last: {months: 3}}}}', days),
    sql: onFourDays(ordered('true', `min(i.d) >= asked.d + 1 - interval 3 month`)),
  },
  {
    asks: 'people who bought a T-light holder and paid postage',
    ...sizes(
      '{and: [{orderLines: {where: {product: {contains: "t-light holder", ignoreCase: true}}, count: {gte: 1}}}, {orderLines: {where: {stockCode: {eq: "POST"}}}}]}',
      days,
    ),
    sql: onFourDays(
      `person in (select CustomerID from bought where InvoiceDate < asked.d + 1 and lower(Description) like '%t-light holder%')
       and person in (select CustomerID from bought where InvoiceDate < asked.d + 1 and StockCode = 'POST')`,
    ),
  },
  {
    asks: 'people who bought 100 or more distinct products',
    ...sizes('{productsAll: {gte: 100}}', days),
    sql: onFourDays(
      `person in (select CustomerID from bought where InvoiceDate < asked.d + 1 and StockCode not in ('POST', 'DOT', 'C2', 'M', 'BANK CHARGES', 'PADS')
       group by CustomerID having count(distinct StockCode) >= 100)`,
    ),
  },
  {
    asks: 'people with three cancellations or 1,000 cancelled',
    ...sizes('{or: [{cancellationsAll: {gte: 3}}, {cancelledAmountAll: {gte: 1000}}]}', days),
    sql: onFourDays(
      `person in (select person from refunds r where r.d <= asked.d group by person having count(*) >= 3 or sum(value) >= 1000)`,
    ),
  },
  {
    asks: 'three people by identifier, one of which does not exist',
    ...sizes('{ids: ["17850", "12347", "1"]}', days),
    sql: onFourDays('person in (17850, 12347, 1)'),
  },
  {
    asks: 'repeat buyers ÷ buyers at each month end',
    ...trend(
      'REPEAT_BUYER_SHARE',
      { from: '2010-12-01', until: '2011-12-01' },
      { parts: ['value', 'numerator', 'denominator'] },
    ),
    sql: `select first, count(*) filter (n >= 2) / count(*), count(*) filter (n >= 2), count(*)
          from (select first, person, count(*) as n from months join invoices on d < next group by all) group by first order by first`,
  },
  {
    asks: 'people and buyers by country of those seen by the end of 2010',
    ...breakdown(['COUNTRY'], ['PEOPLE', 'CUSTOMERS'], { from: '2010-12-01', until: '2011-01-01' }),
    sql: `select country, count(*), count(*) filter (person in (select person from invoices where d < '2011-01-01'))
          from people where seen < '2011-01-01' group by country order by country`,
  },
  {
    asks: 'how many people have ordered ten times or more',
    query: `{ preview(where: {ordersAll: {gte: 10}}) {
      customers(first: 1, orderBy: [{by: ORDERS_ALL, direction: DESC}], asOf: "2011-12-09") { totalCount nodes { id } }
    } }`,
    pick: totalCount,
    sql: `select count(*) from (select person from invoices group by person having count(*) >= 10)`,
  },
];

agree('Online Retail: customers', 'online-retail', questions);
