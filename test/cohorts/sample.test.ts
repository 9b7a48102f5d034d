import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { home, openRelations, rows } from '../sample/relations.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';
import { type Asked, cohortsOf } from './ask.js';

interface Case extends Asked {
  readonly title: string;
  /** Rows `cohort`, `age`, `value` of those that have any. */
  readonly sql: string;
  /** What a cell is that has no row. */
  readonly otherwise: number | null;
  readonly cells: number;
}

const paidFrom = `select customer_id, min(started_on) as started from subscriptions where mrr > 0 and started_on <= date '2026-06-30' group by customer_id`;
const open = (end: string): string => `s.started_on < ${end} and (s.ended_on is null or s.ended_on >= ${end})`;
/** Members with their cohort and, for each age that lies before July 2026, its end. */
const aged = (starts: string, grain: string, unit: string, ages: number): string => `
  members as (select *, date_trunc('${grain}', started)::date as cohort from (${starts})),
  sizes as (select cohort, count(*) as size from members group by cohort),
  aged as (select *, k as age, (cohort + k * interval 1 ${unit})::date as begins, (cohort + (k + 1) * interval 1 ${unit})::date as ends
           from members, range(${String(ages)}) t(k))`;
const customerDay = "(occurred_at at time zone 'Europe/Rome')::date";

const cases: readonly Case[] = [
  {
    title: 'customers that still pay, by the month they first paid',
    request: `start: {attribute: FIRST_PAID_ON}, metric: CUSTOMERS, cells: SHARE_OF_SIZE, ages: 12, period: {from: "2025-01-01", until: "2026-07-01"}`,
    sql: `with ${aged(paidFrom, 'month', 'month', 12)}
      select cohort, age, count(*) / any_value(size) as value from aged join sizes using (cohort)
      where (select sum(s.mrr) from subscriptions s where s.customer_id = aged.customer_id and ${open('ends')}) > 0 group by cohort, age`,
    otherwise: 0,
    cells: 12 * 7 + (11 * 12) / 2,
  },
  {
    title: 'revenue against that of the first quarter, by the quarter of the first payment',
    request: `start: {attribute: FIRST_PAID_ON}, grain: QUARTER, metric: MRR, cells: SHARE_OF_START, period: {from: "2024-07-01", until: "2026-07-01"}`,
    sql: `with ${aged(paidFrom, 'quarter', 'quarter', 8)},
      paid as (select cohort, age, sum(s.mrr) as mrr from aged join subscriptions s on s.customer_id = aged.customer_id and ${open('ends')} group by cohort, age)
      select cohort, paid.age, paid.mrr::double / first.mrr::double as value from paid join paid as first using (cohort) where first.age = 0`,
    otherwise: 0,
    cells: 36,
  },
  {
    title: 'revenue of orders so far per customer, by the quarter they became known and month by month',
    request: `start: {attribute: CREATED_ON}, grain: QUARTER, age: MONTH, metric: ORDER_REVENUE, cells: SHARE_OF_SIZE, cumulative: true, ages: 6, period: {from: "2025-01-01", until: "2026-01-01"}`,
    sql: `with ${aged('select customer_id, created_on as started from customers', 'quarter', 'month', 6)},
      sold as (select cohort, age, coalesce(sum(o.amount), 0) as amount from aged left join orders o on o.customer_id = aged.customer_id
        and (ordered_at at time zone 'Europe/Rome')::date >= begins and (ordered_at at time zone 'Europe/Rome')::date < ends
        and (refunded_at is null or (refunded_at at time zone 'Europe/Rome')::date >= ends) group by cohort, age)
      select cohort, age, sum(amount) over (partition by cohort order by age)::double / size as value from sold join sizes using (cohort)`,
    otherwise: null,
    cells: 4 * 6,
  },
  {
    title: 'customers with an event, by the week of their first login',
    where: '{industry: {isNull: false}}',
    request: `start: {first: {events: {name: {eq: "login"}}}}, grain: WEEK, metric: ACTIVE_CUSTOMERS, ages: 5, period: {from: "2026-05-04", until: "2026-07-06"}`,
    sql: `with ${aged(`select customer_id, min(${customerDay}) as started from events join customers using (customer_id) where events.name = 'login' and industry is not null group by customer_id`, 'week', 'week', 5)}
      select cohort, age, count(distinct customer_id) as value from aged join events using (customer_id)
      where ${customerDay} >= begins and ${customerDay} < ends group by cohort, age`,
    otherwise: 0,
    cells: 4 * 5 + 4 + 3 + 2 + 1,
  },
  {
    title: 'a rate: average order value by year of first order',
    request: `start: {first: {orders: {}}}, grain: YEAR, age: QUARTER, metric: AVERAGE_ORDER_VALUE, period: {from: "2023-01-01", until: "2026-01-01"}, ages: 4`,
    sql: `with ${aged(`select customer_id, min((ordered_at at time zone 'Europe/Rome')::date) as started from orders group by customer_id`, 'year', 'quarter', 4)}
      select cohort, age, sum(o.amount)::double / count(*) as value from aged join orders o on o.customer_id = aged.customer_id
        and (ordered_at at time zone 'Europe/Rome')::date >= begins and (ordered_at at time zone 'Europe/Rome')::date < ends
        and (refunded_at is null or (refunded_at at time zone 'Europe/Rome')::date >= ends) group by cohort, age`,
    otherwise: null,
    cells: 12,
  },
  {
    title: 'orders in each member’s own months, by the month of the first payment',
    request: `start: {attribute: FIRST_PAID_ON}, metric: ORDERS, clock: MEMBER, ages: 6, period: {from: "2025-06-01", until: "2026-07-01"}`,
    sql: `with ${aged(paidFrom, 'month', 'month', 6)}
      select cohort, age, count(*) as value from aged join orders o on o.customer_id = aged.customer_id
        and (ordered_at at time zone 'Europe/Rome')::date >= (started + age * interval 1 month)::date
        and (ordered_at at time zone 'Europe/Rome')::date < (started + (age + 1) * interval 1 month)::date group by cohort, age`,
    otherwise: 0,
    cells: 6 * 7 + 5 + 4 + 3 + 2 + 1,
  },
  {
    title: 'MRR at the end of each member’s own months',
    request: `start: {attribute: CREATED_ON}, metric: MRR, clock: MEMBER, ages: 4, grain: QUARTER, age: MONTH, period: {from: "2025-06-01", until: "2026-07-01"}`,
    sql: `with ${aged('select customer_id, created_on as started from customers', 'quarter', 'month', 4)}
      select cohort, age, sum(s.mrr)::double as value from aged join subscriptions s on s.customer_id = aged.customer_id
        and ${open('(started + (age + 1) * interval 1 month)::date')} group by cohort, age`,
    otherwise: 0,
    cells: 3 * 4 + 3,
  },
  {
    title: 'people who were active, by the month their account was made',
    of: 'userPreview',
    where: '{role: {eq: "admin"}}',
    request: `start: {userAttribute: CREATED_ON}, metric: EVENTS, ages: 4, period: {from: "2026-01-01", until: "2026-07-01"}`,
    sql: `with ${aged("select user_id, customer_id, created_on as started from users where role = 'admin'", 'month', 'month', 4)}
      select cohort, age, count(*) as value from aged join events using (customer_id, user_id)
      where ${customerDay} >= begins and ${customerDay} < ends group by cohort, age`,
    otherwise: 0,
    cells: 4 * 3 + 3 + 2 + 1,
  },
];

describe('cohorts of the sample company', () => {
  let workspace: OpenWorkspace;
  let connection: DuckDBConnection;
  beforeAll(async () => {
    [workspace, connection] = await Promise.all([openWorkspace(home), openRelations(home)]);
  }, 60_000);
  afterAll(() => workspace.close());

  it.each(cases)('$title', async ({ sql, otherwise, cells, ...asked }) => {
    const { cohorts } = await cohortsOf(workspace, asked);
    const byHand = new Map(
      (await rows(connection, sql)).map((row) => [
        `${String(row['cohort'])} ${String(row['age'])}`,
        Number(row['value']),
      ]),
    );
    const mature = cohorts.flatMap((c) =>
      c.cells.filter((cell) => cell.complete).map((cell) => ({ ...cell, cohort: c.from })),
    );
    expect(mature).toHaveLength(cells);
    for (const { cohort, age, value } of mature) {
      const expected = byHand.get(`${cohort} ${String(age)}`) ?? otherwise;
      if (expected === null) expect([cohort, age, value]).toEqual([cohort, age, null]);
      else expect(value, `${cohort} at ${String(age)}`).toBeCloseTo(expected, 9);
    }
    expect(mature.filter(({ value }) => value !== null && value !== 0 && value !== 1).length).toBeGreaterThan(5);
  });
});
