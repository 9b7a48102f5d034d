import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { home, openRelations, rows, value } from './relations.js';

/** Every awkward row that the sample promises: a query and the first value it gives. */
const promised: Readonly<Record<string, readonly [sql: string, value: string]>> = {
  'a 100 % discount has no MRR': [
    `select max(mrr) from subscriptions where customer_id = 'C0001' and discount_percent = 100`,
    '0.000000',
  ],
  'a customer comes back': [
    `select string_agg(kind, ' ' order by moved_on) from mrr_movements where customer_id = 'C0002'`,
    'new churn reactivation',
  ],
  'two platform subscriptions run at once': [
    `select count(*) from subscriptions where customer_id = 'C0003' and product = 'platform'
       and started_on <= '2026-06-30' and ended_on is null`,
    '2',
  ],
  'the second subscription is expansion': [
    `select kind || ' ' || amount from mrr_movements where customer_id = 'C0003' and moved_on = '2025-04-26'`,
    'expansion 290.000000',
  ],
  'two people have users at two customers': [
    `select count(*) from (select user_id from users group by user_id having count(distinct customer_id) = 2)`,
    '2',
  ],
  'one person is in two places in the same minute': [
    `select count(*) > 0 from events a join events b using (user_id, occurred_at) where a.customer_id < b.customer_id`,
    'true',
  ],
  'a renewal begins in the future': [
    `select seats from subscriptions where customer_id = 'C0006' and started_on > '2026-06-30'`,
    '36',
  ],
  'a subscription costs nothing': [`select max(amount) from subscriptions where customer_id = 'C0007'`, '0.00'],
  'a trial runs beyond the last day': [
    `select ended_on from subscriptions where customer_id = 'C0008' and is_trial`,
    '2026-07-04',
  ],
  'trials bring nothing in': [`select sum(mrr) from subscriptions where is_trial`, '0.000000'],
  'a loss and a gain on one day are one movement': [
    `select string_agg(kind || ' ' || amount, ', ' order by moved_on) from mrr_movements where customer_id = 'C0009'`,
    'new 1160.000000, expansion 209.000000',
  ],
  'a customer has nothing but a name': [
    `select coalesce(industry, country, region, company_size, employees::varchar, tags::varchar) from customers where customer_id = 'C0010'`,
    'null',
  ],
  'events without a user': [`select count(*) > 0 from events where user_id is null`, 'true'],
  'three events of one user at one instant': [
    `select max(n) from (select count(*) as n from events where user_id = 'U0004-01' group by occurred_at, customer_id)`,
    '3',
  ],
  'half past two comes twice in autumn': [
    `select count(*) from events where customer_id = 'C0002'
       and (occurred_at at time zone 'Europe/Rome') = timestamp '2025-10-26 02:30:00'`,
    '2',
  ],
  'an hour is missing in spring': [
    `select string_agg(strftime(occurred_at at time zone 'Europe/Rome', '%H:%M:%S'), ' ' order by occurred_at) from events
     where user_id = 'U0002-01' and occurred_at between '2026-03-29 00:59:59+00' and '2026-03-29 01:00:00+00'`,
    '01:59:59 03:00:00',
  ],
  'scores out of range': [
    `select count(*) from survey_responses where (survey = 'nps' and score not between 0 and 10) or (survey = 'ces' and score not between 1 and 7)`,
    '3',
  ],
  'an answer without a score': [`select count(*) from survey_responses where score is null`, '1'],
  'two answers of one person at one instant': [
    `select count(*) from (select 1 from survey_responses where survey = 'nps' group by user_id, responded_at having count(*) > 1)`,
    '1',
  ],
  'tickets that are never solved': [
    `select count(*) > 20 from tickets where resolved_at is null and opened_at < '2026-01-01 00:00:00+00'`,
    'true',
  ],
  'clicked without converting': [
    `select count(*) > 0 from messages where clicked_at is not null and converted_at is null`,
    'true',
  ],
  'converted too late to count': [
    `select count(*) > 0 from messages where converted_at is not null and not converted_in_7_days`,
    'true',
  ],
  'campaigns that cost nothing': [
    `select count(*) > 0 from (select campaign from messages where not holdout group by campaign having sum(cost) = 0)`,
    'true',
  ],
  'orders paid back': [`select count(*) > 0 from orders where refunded_at is not null`, 'true'],
  'a twelfth that is not a whole cent': [`select count(*) > 0 from subscriptions where mrr <> round(mrr, 2)`, 'true'],
  'notice given for an end in the future': [
    `select count(*) > 0 from subscriptions where cancelled_on <= '2026-06-30' and ended_on > '2026-06-30'`,
    'true',
  ],
  'customers nobody looked after for a while': [
    `select count(*) > 0 from (select started_on - lag(ended_on) over (partition by customer_id order by started_on) as gap from owners) where gap = 20`,
    'true',
  ],
};

describe('the sample company', () => {
  let connection: DuckDBConnection;
  beforeAll(async () => {
    connection = await openRelations(home);
  }, 30_000);

  it.each(Object.entries(promised))('has on purpose: %s', async (_, [sql, expected]) => {
    expect(await value(connection, sql)).toBe(expected);
  });

  it.each([
    'users',
    'events',
    'subscriptions',
    'mrr_movements',
    'tickets',
    'survey_responses',
    'messages',
    'orders',
    'stages',
    'deal_stages',
    'owners',
  ])('has no row of %s without its customer', async (relation) => {
    expect(
      await value(
        connection,
        `select count(*) from ${relation} where customer_id is null or customer_id not in (select customer_id from customers)`,
      ),
    ).toBe('0');
  });

  it.each(['events', 'survey_responses', 'messages', 'tickets', 'orders'])(
    'has no row of %s with an unknown user',
    async (relation) => {
      const unknown = `select count(*) from ${relation} where user_id is not null and (user_id, customer_id) not in (select (user_id, customer_id) from users)`;
      expect(await value(connection, unknown)).toBe('0');
    },
  );

  it.each(['subscriptions', 'stages', 'deal_stages', 'owners'])(
    'has no interval of %s that ends before it starts',
    async (relation) => {
      expect(await value(connection, `select count(*) from ${relation} where ended_on <= started_on`)).toBe('0');
    },
  );

  it.each(['stages', 'owners'])('has one of %s at a time for each customer', async (relation) => {
    const overlaps = `select count(*) from (select started_on, lag(ended_on, 1, started_on) over (partition by customer_id order by started_on) as before from ${relation}) where before is null or before > started_on`;
    expect(await value(connection, overlaps)).toBe('0');
  });

  it('never happens after its last day, but for what is agreed already', async () => {
    const late = await rows(
      connection,
      `select 'events' as what, max(occurred_at) as at from events union all select 'tickets', max(greatest(opened_at, first_reply_at, resolved_at, rated_at)) from tickets
       union all select 'answers', max(responded_at) from survey_responses union all select 'orders', max(greatest(ordered_at, refunded_at)) from orders
       union all select 'messages', max(greatest(sent_at, opened_at, clicked_at, converted_at, unsubscribed_at)) from messages`,
    );
    for (const { what, at } of late) expect.soft(String(at) < '2026-06-30 22:00:00+00', String(what)).toBe(true);
  });
});
