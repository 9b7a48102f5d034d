import { agree } from './agree.js';
import { breakdown, metrics, type Question, trend } from './ask.js';
import { nodes, points } from './pick.js';

const all = { from: '2010-12-01', until: '2011-12-10' };
const year = { from: '2010-12-01', until: '2011-12-01' };
const byMonth = (value: string, rows = 'invoices'): string =>
  `select first, ${value} from months join ${rows} r on r.d >= first and r.d < next group by first, next order by first`;
/** The first order of each person. */
const firsts = '(select person, min(d) as d from invoices group by person)';

const questions: readonly Question[] = [
  {
    asks: 'orders, buyers, revenue and the value of an order',
    ...metrics(['ORDERS', 'BUYERS', 'REVENUE', 'AVERAGE_ORDER_VALUE'], all),
    sql: `select count(distinct InvoiceNo) from bought
          union all select count(distinct CustomerID) from bought
          union all select sum(Quantity * UnitPrice) from bought
          union all select sum(Quantity * UnitPrice) / count(distinct InvoiceNo) from bought`,
    known: [[18_532], [4_338], [8_911_407.9], [480.87]],
  },
  {
    asks: 'average order value and what it is made of',
    ...metrics(['AVERAGE_ORDER_VALUE'], all, ['value', 'numerator', 'denominator']),
    sql: `select sum(value) / count(*), sum(value), count(*) from invoices`,
  },
  { asks: 'orders by month', ...trend('ORDERS', year), sql: byMonth('count(*)') },
  { asks: 'revenue by month', ...trend('REVENUE', year), sql: byMonth('sum(value)') },
  { asks: 'buyers by month', ...trend('BUYERS', year), sql: byMonth('count(distinct person)') },
  { asks: 'average order value by month', ...trend('AVERAGE_ORDER_VALUE', year), sql: byMonth('avg(value)') },
  {
    asks: 'median order value by month',
    ...trend('MEDIAN_ORDER_VALUE', year),
    sql: byMonth('quantile_cont(value, 0.5)'),
  },
  { asks: 'pieces ordered by month', ...trend('ITEMS', year), sql: byMonth('sum(pieces)') },
  {
    asks: 'revenue per buyer by month',
    ...trend('REVENUE_PER_BUYER', year),
    sql: byMonth('sum(value) / count(distinct person)'),
  },
  { asks: 'new buyers by month', ...trend('NEW_BUYERS', year), sql: byMonth('count(*)', firsts) },
  {
    asks: 'returning buyers by month',
    ...trend('RETURNING_BUYERS', year),
    sql: `select first, count(distinct i.person) filter (f.d < first)
          from months join invoices i on i.d >= first and i.d < next join ${firsts} f using (person) group by first order by first`,
  },
  {
    asks: 'orders by week from Monday, over the change to summer time',
    ...trend('ORDERS', { from: '2011-03-14', until: '2011-04-11' }, { grain: 'WEEK' }),
    sql: `select date_trunc('week', d)::date, count(*) from invoices where d >= '2011-03-14' and d < '2011-04-11' group by 1 order by 1`,
  },
  {
    asks: 'orders by day over the change to summer time, with 0 on days without any',
    ...trend('ORDERS', { from: '2011-03-21', until: '2011-04-04' }, { grain: 'DAY' }),
    sql: `select day::date, count(invoice)
          from range(timestamp '2011-03-21', timestamp '2011-04-04', interval 1 day) as t (day)
          left join invoices on d = day::date group by day order by day`,
  },
  {
    asks: 'the value of an order on a Saturday, when the shop is closed, is null',
    ...trend(
      'AVERAGE_ORDER_VALUE',
      { from: '2011-10-07', until: '2011-10-10' },
      { grain: 'DAY', parts: ['value', 'denominator'] },
    ),
    sql: `select day::date, avg(value), count(value) from range(timestamp '2011-10-07', timestamp '2011-10-10', interval 1 day) as t (day)
          left join invoices on d = day::date group by day order by day`,
  },
  {
    asks: 'which months the data covers whole',
    query: `{ preview { trend(metric: ORDERS, grain: MONTH, period: {from: "2011-10-01", until: "2012-01-01"}) {
      points { from until value numerator denominator complete }
    } } }`,
    pick: points('value', 'complete'),
    sql: `select m::date, (select count(*) from invoices where date_trunc('month', d) = m),
            m + interval 1 month <= (select max(InvoiceDate) from every_line)
          from range(timestamp '2011-10-01', timestamp '2012-01-01', interval 1 month) as t (m) order by m`,
  },
  {
    asks: 'buyers, orders and revenue by country',
    ...breakdown(['COUNTRY'], ['BUYERS', 'ORDERS', 'REVENUE'], all),
    sql: `select country, count(distinct invoices.person), count(invoice), coalesce(sum(value), 0)
          from people left join invoices using (person) group by country order by country`,
  },
  {
    asks: 'buyers in the 30 days to the end of each month',
    ...trend('BUYERS_30D', year),
    sql: `select first, count(distinct person) from months join invoices on d >= next - interval 30 day and d < next group by first order by first`,
  },
  {
    asks: 'lines, products sold and postage of November 2011',
    ...metrics(['ORDER_LINES', 'PRODUCTS_SOLD', 'POSTAGE'], { from: '2011-11-01', until: '2011-12-01' }),
    sql: `with november as (from bought where strftime(InvoiceDate, '%Y-%m') = '2011-11')
          select count(*) from november
          union all select count(distinct StockCode) from november where StockCode not in ('POST', 'DOT', 'C2', 'M', 'BANK CHARGES', 'PADS')
          union all select sum(Quantity * UnitPrice) from november where StockCode = 'POST'`,
  },
  {
    asks: 'cancellations by month',
    ...trend('CANCELLATIONS', year),
    sql: byMonth('count(*)', 'refunds'),
  },
  {
    asks: 'amount cancelled, as a share of revenue',
    ...metrics(['CANCELLED_SHARE'], all, ['value', 'numerator', 'denominator']),
    sql: `select c / r, c, r from (select sum(value) as c from refunds), (select sum(value) as r from invoices)`,
  },
  {
    asks: 'the ten best customers by revenue',
    query: `{ preview { customers(first: 10, orderBy: [{by: REVENUE_ALL, direction: DESC}], asOf: "2011-12-09") {
      totalCount nodes { id country ordersAll revenueAll averageOrderValueAll firstOrderOn lastOrderOn }
    } } }`,
    pick: nodes('id', 'country', 'ordersAll', 'revenueAll', 'averageOrderValueAll', 'firstOrderOn', 'lastOrderOn'),
    sql: `select person::varchar, country, count(*), sum(value), avg(value), min(d), max(d)
          from invoices join people using (person) group by person, country order by sum(value) desc limit 10`,
  },
  {
    asks: 'the five largest last orders of people with two or more, half-way',
    query: `{ preview(where: {ordersAll: {gte: 2}}) {
      customers(first: 5, orderBy: [{by: LAST_ORDER_AMOUNT, direction: DESC}], asOf: "2011-06-30") { totalCount nodes { id lastOrderAmount } }
    } }`,
    pick: nodes('id', 'lastOrderAmount'),
    sql: `select person::varchar, arg_max(value, strftime(moment, '%Y-%m-%d %H:%M ') || invoice) from invoices
          where d <= '2011-06-30' group by person having count(*) >= 2 order by 2 desc limit 5`,
  },
];

agree('Online Retail: orders and revenue', 'online-retail', questions);
