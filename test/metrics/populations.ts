const june = { from: '2026-06-01', until: '2026-07-01' };
/** Odd lengths, over a day of 25 hours. */
const autumn = { from: '2025-09-15', until: '2025-11-10' };
/** The month of the outage, with a day of 23 hours. */
const march = { from: '2026-03-01', until: '2026-04-01' };

export interface PeriodCase {
  readonly from: string;
  readonly until: string;
}

/** A population as it is asked over GraphQL, and as a SELECT of its members as of a day by hand. */
export interface PopulationCase {
  readonly name: string;
  readonly entity: 'customer' | 'user';
  readonly where: unknown;
  readonly members: string;
  /** What tells a member. */
  readonly keys: string;
  readonly periods: readonly PeriodCase[];
}

export const populations: readonly PopulationCase[] = [
  {
    name: 'everyone',
    entity: 'customer',
    where: {},
    members: 'select customer_id from customers where created_on <= a_day',
    keys: 'customer_id',
    periods: [june, autumn, march],
  },
  {
    name: 'paying customers with five people or more active in 30 days',
    entity: 'customer',
    where: { isPaying: { eq: true }, activeUsers30d: { gte: 5 } },
    members: `select customer_id from customers join mrr_on(a_day) using (customer_id) join active_on(a_day, 30) using (customer_id)
      where created_on <= a_day and mrr > 0 and people >= 5`,
    keys: 'customer_id',
    periods: [june, autumn],
  },
  {
    name: 'customers with an open ticket',
    entity: 'customer',
    where: { openTickets: { gte: 1 } },
    members: `select distinct customer_id from tickets
      where (opened_at at time zone 'Europe/Rome')::date <= a_day
        and (resolved_at is null or (resolved_at at time zone 'Europe/Rome')::date > a_day)`,
    keys: 'customer_id',
    periods: [autumn, march],
  },
  {
    name: 'admins and members who joined a year ago or earlier',
    entity: 'user',
    where: { role: { in: ['admin', 'member'] }, not: { createdOn: { last: { days: 365 } } } },
    members: `select customer_id, user_id from users where role in ('admin', 'member') and created_on <= a_day - 365`,
    keys: 'customer_id, user_id',
    periods: [june, march],
  },
];
