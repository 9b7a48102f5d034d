import { agree } from './agree.js';
import { breakdown, metrics, type Question, sizes, trend } from './ask.js';

const all = { from: '2023-01-01', until: '2025-01-01' };
const year = { from: '2024-01-01', until: '2025-01-01' };
const december = { from: '2024-12-01', until: '2025-01-01' };
const days = ['2023-12-31', '2024-06-30', '2024-09-15', '2024-12-31'];
const rate = ['value', 'numerator', 'denominator'] as const;

const satisfied = 'count(*) filter (satisfaction_score >= 4)';
const median = (value: string, rows: string): string =>
  `(select avg(x) from (select ${value} as x, row_number() over (order by ${value}) as i, count(*) over () as n from ${rows})
    where i in ((n + 1) // 2, (n + 2) // 2))`;
/** Tickets by the month of one of their times, of accounts that had signed up by its end: half are older than their account. */
const byMonth = (value: string, time: string): string =>
  `select first, ${value} from months join tickets on ${time} >= first and ${time} < next
   join accounts using (account_id) where signup_date <= last and first >= '2024-01-01' group by first order by first`;
const onFourDays = (condition: string): string =>
  `select (select count(*) from accounts a where signup_date <= d and ${condition}) from asked order by d`;
const withTickets = (condition: string, having = 'true'): string =>
  `account_id in (select account_id from tickets where submitted_at <= d and ${condition} group by account_id having ${having})`;

const questions: readonly Question[] = [
  {
    asks: 'CSAT as a mean and as a share of 4 and 5, of all tickets',
    ...metrics(['CSAT_MEAN', 'CSAT'], all),
    sql: `select avg(satisfaction_score) from tickets union all select ${satisfied} / count(satisfaction_score) from tickets`,
    known: [[3.98], [0.663]],
  },
  {
    asks: 'CSAT by industry',
    ...breakdown(['INDUSTRY'], ['CUSTOMERS', 'CSAT', 'CSAT_MEAN'], all),
    sql: `select industry, count(distinct account_id), ${satisfied} / count(satisfaction_score), avg(satisfaction_score)
          from accounts left join tickets using (account_id) group by industry order by industry`,
  },
  {
    asks: 'accounts by industry',
    ...breakdown(['INDUSTRY'], ['ACCOUNTS'], december),
    sql: `select industry, count(*) from accounts group by industry order by industry`,
    known: [
      ['Cybersecurity', 100],
      ['DevTools', 113],
      ['EdTech', 79],
      ['FinTech', 112],
      ['HealthTech', 96],
    ],
  },
  {
    asks: 'CSAT by the month tickets were closed',
    ...trend('CSAT', year, { parts: rate }),
    sql: byMonth(`${satisfied} / count(satisfaction_score), ${satisfied}, count(satisfaction_score)`, 'closed_at'),
  },
  { asks: 'tickets opened by month', ...trend('TICKETS_OPENED', year), sql: byMonth('count(*)', 'submitted_at') },
  { asks: 'tickets closed by month', ...trend('TICKETS_CLOSED', year), sql: byMonth('count(*)', 'closed_at') },
  {
    asks: 'tickets by priority',
    ...metrics(['URGENT_TICKETS_OPENED', 'HIGH_TICKETS_OPENED', 'MEDIUM_TICKETS_OPENED', 'LOW_TICKETS_OPENED'], all),
    sql: `select n from (select priority, count(*) as n from tickets group by priority)
          order by list_position(['urgent', 'high', 'medium', 'low'], priority)`,
    known: [[514], [510], [491], [485]],
  },
  {
    asks: 'tickets by priority and plan tier in the last quarter of 2024',
    ...breakdown(['PLAN_TIER'], ['URGENT_TICKETS_OPENED', 'LOW_TICKETS_OPENED'], {
      from: '2024-10-01',
      until: '2025-01-01',
    }),
    sql: `select plan_tier, count(*) filter (priority = 'urgent'), count(*) filter (priority = 'low')
          from tickets join accounts using (account_id) where submitted_at >= '2024-10-01' group by plan_tier order by plan_tier`,
  },
  {
    asks: 'median first response and 90th percentile of the resolution time, in 2024',
    ...metrics(['FIRST_RESPONSE_MINUTES_MEDIAN', 'RESOLUTION_HOURS_P90'], year),
    sql: `select ${median('first_response_time_minutes', `tickets where submitted_at >= '2024-01-01'`)}
          union all select quantile_cont(resolution_time_hours, 0.9) from tickets where closed_at >= '2024-01-01'`,
  },
  {
    asks: 'median first response by industry in 2024',
    ...breakdown(['INDUSTRY'], ['FIRST_RESPONSE_MINUTES_MEDIAN'], year),
    sql: `select industry, ${median(
      'first_response_time_minutes',
      `tickets join accounts using (account_id) where submitted_at >= '2024-01-01' and accounts.industry = i.industry`,
    )} from (select distinct industry from accounts) as i order by industry`,
  },
  {
    asks: 'escalation rate by month',
    ...trend('ESCALATION_RATE', year, { parts: rate }),
    sql: byMonth(
      'count(*) filter (escalation_flag) / count(*), count(*) filter (escalation_flag), count(*)',
      'submitted_at',
    ),
  },
  {
    asks: 'the latest rating of each account in the 90 days to each month end',
    ...trend('STANDING_CSAT', year, { parts: rate }),
    sql: `with latest as (
            select first, account_id, arg_max(satisfaction_score, closed_at) as score
            from months join tickets on closed_at >= last - 89 and closed_at < next join accounts using (account_id)
            where satisfaction_score is not null and signup_date <= last group by all)
          select first, count(*) filter (score >= 4) / count(*), count(*) filter (score >= 4), count(*)
          from latest where first >= '2024-01-01' group by first order by first`,
  },
  {
    asks: 'tickets open at the end of each month, though all are closed by now',
    ...trend('OPEN_TICKETS', year),
    sql: `select first, count(*) filter (submitted_at <= last and closed_at >= next and signup_date <= last)
          from months, tickets join accounts using (account_id) where first >= '2024-01-01' group by first order by first`,
  },
  {
    asks: 'accounts with a ticket open on four days, as an attribute',
    ...sizes('{openTickets: {gte: 1}}', days),
    sql: onFourDays(withTickets('closed_at >= d + 1')),
  },
  {
    asks: 'accounts with an urgent or high ticket open on four days, as a condition on the fact',
    ...sizes(
      '{tickets: {where: {priority: {in: ["urgent", "high"]}, closedAt: {isNull: true}}, count: {gte: 1}}}',
      days,
    ),
    sql: onFourDays(withTickets(`priority in ('urgent', 'high') and closed_at >= d + 1`)),
  },
  {
    asks: 'accounts without an urgent ticket in 90 days, on four days',
    ...sizes('{tickets: {where: {priority: {eq: "urgent"}}, during: {last: {days: 90}}, count: {eq: 0}}}', days),
    sql: onFourDays(`not ${withTickets(`priority = 'urgent' and submitted_at > d - 90`)}`),
  },
  {
    asks: 'accounts with a mean rating under 3.5, on four days',
    ...sizes('{csatMean: {lt: 3.5}}', days),
    sql: onFourDays(withTickets('closed_at < d + 1', 'avg(satisfaction_score) < 3.5')),
  },
  {
    asks: 'accounts not with a mean rating under 3.5: those that never rated are among them',
    ...sizes('{not: {csatMean: {lt: 3.5}}}', days),
    sql: onFourDays(`not ${withTickets('closed_at < d + 1', 'coalesce(avg(satisfaction_score), 5) < 3.5')}`),
  },
  {
    asks: 'accounts by their latest rating in mid-2024',
    ...breakdown(
      ['LATEST_CSAT'],
      ['ACCOUNTS'],
      { from: '2024-06-01', until: '2024-07-01' },
      '{latestCsat: {isNull: false}}',
    ),
    sql: `select score, count(*) from (
            select arg_max(satisfaction_score, closed_at) as score from tickets join accounts using (account_id)
            where satisfaction_score is not null and closed_at < '2024-07-01' and signup_date <= '2024-06-30' group by account_id)
          group by score order by score`,
  },
  {
    asks: 'accounts whose tickets took 40 hours or more on average in 180 days, on four days',
    ...sizes('{tickets: {during: {last: {days: 180}}, avg: {column: RESOLUTION_HOURS, is: {gte: 40}}}}', days),
    sql: onFourDays(
      withTickets('submitted_at > d - 180', 'avg(case when closed_at < d + 1 then resolution_time_hours end) >= 40'),
    ),
  },
];

agree('RavenStack: support', 'ravenstack', questions);
