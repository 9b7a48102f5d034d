import { expect, test } from 'vitest';
import { metricsOf, shareOf } from '../../src/answers/measured.js';
import { trendPoints } from '../../src/answers/trend.js';
import type { Session } from '../../src/answers/session.js';
import { populationOf } from '../oracle/agree.js';
import { customer, customers, event, subscription, ticket, timeline, user } from '../oracle/timeline.js';
import type { Json } from '../oracle/world.js';

const { open, tell } = timeline({ zone: 'Europe/Rome', weekStart: 'monday' });
const may = { from: '2024-05-01', until: '2024-06-01' };

/** Value, numerator, denominator, rows and reason of metrics of customers. */
async function told(session: Session, metrics: readonly string[], where: Json = {}, period = may) {
  const found = await metricsOf(session, populationOf(session, { entity: 'customer', where }), metrics, period);
  return Object.fromEntries(
    found.map(({ metric, value, numerator, denominator, n, nullReason }) => [
      metric,
      { value, numerator, denominator, n, nullReason },
    ]),
  );
}
const values = async (...asked: Parameters<typeof told>) =>
  Object.fromEntries(Object.entries(await told(...asked)).map(([metric, { value }]) => [metric, value]));

const paid = (customer_id: string, started_on: string, ended_on: string | null, mrr: number) =>
  subscription({ customer_id, started_on, ended_on, mrr, plan: 'pro' });

/** `stays` all of May; `leaves` and `comes` in it; `was` ended before. */
const company = {
  customers: customers('stays', 'leaves', 'comes', 'was'),
  subscriptions: [
    paid('stays', '2024-01-01', null, 100),
    paid('leaves', '2024-01-01', '2024-05-10', 50),
    paid('comes', '2024-05-20', null, 30),
    paid('was', '2024-01-01', '2024-05-01', 10),
  ],
};

test('a state is that of the end of the period, or of its start', async () => {
  const { session } = await open(company);
  expect(await values(session, ['mrr', 'mrr_at_start', 'customers', 'running'])).toEqual({
    mrr: 130,
    mrr_at_start: 160,
    customers: 2,
    running: 2,
  });
});

test('members are those of the end, or those of the start where the metric says so', async () => {
  const { session } = await open(company);
  const paying = { isPaying: { eq: true } };
  expect(await values(session, ['mrr', 'mrr_at_start', 'customers_kept'], paying)).toEqual({
    mrr: 130,
    mrr_at_start: 100,
    customers_kept: 1,
  });
  expect(await told(session, ['mrr_kept_rate', 'logo_churn_rate'], paying)).toMatchObject({
    mrr_kept_rate: { value: 100 / 160, numerator: 100, denominator: 160 },
    logo_churn_rate: { value: 2 / 3, numerator: 2, denominator: 3, n: 3 },
  });
});

test('members of another day are kept for the whole period', async () => {
  const { session } = await open(company);
  const where = { isPaying: { eq: true } };
  const population = { ...populationOf(session, { entity: 'customer', where }), memberDay: '2024-05-05' };
  const names = ['mrr', 'mrr_at_start', 'mrr_kept_rate'];
  const found = await metricsOf(session, population, names, may);
  expect(found.map((m) => m.value)).toEqual([100, 150, 100 / 150]);
});

test('changes one after the other are added up', async () => {
  const { session } = await open(company);
  const three = await told(session, ['churn_pooled'], {}, { from: '2024-05-14', until: '2024-05-15' });
  expect(three).toMatchObject({ churn_pooled: { value: 2 / 8, numerator: 2, denominator: 8 } });
});

test('a quotient by nothing has a reason and no value', async () => {
  const { session } = await open({ ...company, events: [], tickets: [] });
  const nobody = { or: [] };
  expect(await told(session, ['logo_churn_rate', 'csat', 'arpa', 'mrr', 'event_count'], nobody)).toEqual({
    logo_churn_rate: { value: null, numerator: 0, denominator: 0, n: 0, nullReason: 'ZERO_DENOMINATOR' },
    csat: { value: null, numerator: 0, denominator: 0, n: 0, nullReason: 'ZERO_DENOMINATOR' },
    arpa: { value: null, numerator: null, denominator: 0, n: null, nullReason: 'NO_CUSTOMERS' },
    mrr: { value: null, numerator: null, denominator: null, n: 0, nullReason: 'NO_DATA' },
    event_count: { value: 0, numerator: null, denominator: null, n: 0, nullReason: null },
  });
});

test('nobody has no share of nobody', async () => {
  const { session } = await open({ customers: [customer({ customer_id: 'a', created_on: '2024-05-10' })] });
  const everyone = populationOf(session, { entity: 'customer', where: {} });
  expect(await shareOf(session, everyone, '2024-05-09')).toBeNull();
  expect(await shareOf(session, everyone, '2024-05-10')).toBe(1);
});

test('money is added up exactly', async () => {
  const thirds = {
    customers: customers('a'),
    subscriptions: [0.1, 0.2].map((mrr) => paid('a', '2024-05-01', null, mrr)),
  };
  await tell(thirds, { isPaying: { eq: true } }, { '2024-05-01': ['a'] });
  const { session } = await open(thirds);
  expect(0.1 + 0.2).not.toBe(0.3);
  expect(await values(session, ['mrr'])).toEqual({ mrr: 0.3 });
  const page = await session.metrics.load({
    population: populationOf(session, { entity: 'customer', where: { mrr: { eq: 0.3 } } }),
    period: may,
    metrics: [],
    size: true,
    by: [],
  });
  expect(page.rows[0]?.size).toBe(1);
});

test('a flow counts the rows of the period, whole days in the zone', async () => {
  const at = (occurred_at: string) => event({ customer_id: 'stays', user_id: 1, occurred_at });
  const events = ['2024-04-30T21:59:59Z', '2024-04-30T22:00:00Z', '2024-05-31T21:59:59Z', '2024-05-31T22:00:00Z'].map(
    at,
  );
  const { session } = await open({ ...company, events });
  expect(await values(session, ['event_count', 'active_users', 'active_users_30d'])).toEqual({
    event_count: 2,
    active_users: 1,
    active_users_30d: 1,
  });
});

test('the latest row of each person counts; of two at once the one with the greater key', async () => {
  const at = (occurred_at: string, seconds: number) =>
    event({ customer_id: 'stays', user_id: 1, occurred_at, seconds });
  const events = [at('2024-05-30T10:00:00Z', 1), at('2024-05-31T10:00:00Z', 2), at('2024-05-31T10:00:00Z', 4)];
  const someone = event({ customer_id: 'stays', user_id: null, occurred_at: '2024-05-31T11:00:00Z', seconds: 10 });
  const { session } = await open({ ...company, events: [...events, someone] });
  expect(await told(session, ['latest_seconds'])).toMatchObject({ latest_seconds: { value: 7, n: 2 } });
});

test('a ticket solved after the period is not rated in it, and is counted where it is solved', async () => {
  const ticketOf = (opened_at: string, resolved_at: string) =>
    ticket({ customer_id: 'stays', opened_at, resolved_at, csat: 5 });
  const tickets = [
    ticketOf('2024-05-02T09:00:00', '2024-05-03T09:00:00'),
    ticketOf('2024-05-30T09:00:00', '2024-06-02T09:00:00'),
    ticketOf('2024-04-30T09:00:00', '2024-05-31T23:59:59'),
  ];
  const { session } = await open({ ...company, tickets });
  expect(await told(session, ['csat', 'solved'])).toMatchObject({
    csat: { value: 1, numerator: 1, denominator: 1, n: 2 },
    solved: { value: 2, n: 2 },
  });
});

test('what users of two customers did counts once in the whole', async () => {
  const users = ['stays', 'comes'].map((customer_id) => user({ user_id: 1, customer_id }));
  const events = users.map(({ customer_id }) =>
    event({ customer_id: customer_id ?? null, user_id: 1, occurred_at: '2024-05-20T10:00:00Z' }),
  );
  const { session } = await open({ ...company, users, events });
  expect(await values(session, ['active_users', 'event_count', 'user_count'])).toEqual({
    active_users: 1,
    event_count: 2,
    user_count: 2,
  });
  const one = { ids: ['comes'] };
  expect(await values(session, ['active_users', 'event_count'], one)).toEqual({ active_users: 1, event_count: 1 });
});

test('a trend asks who is a member for each point, or once for all', async () => {
  const { session } = await open(company);
  const population = populationOf(session, { entity: 'customer', where: { isPaying: { eq: true } } });
  const request = {
    population,
    metric: 'mrr',
    grain: 'MONTH',
    period: { from: '2024-04-01', until: '2024-06-16' },
    fill: 'NULL',
  } as const;
  const points = async (fixed: boolean) =>
    (await trendPoints(session, { ...request, fixed })).map(({ period, value }) => [period.until, value]);
  expect(await points(false)).toEqual([
    ['2024-05-01', 160],
    ['2024-06-01', 130],
    ['2024-06-16', 130],
  ]);
  expect(await points(true)).toEqual([
    ['2024-05-01', 100],
    ['2024-06-01', 130],
    ['2024-06-16', 130],
  ]);
});
