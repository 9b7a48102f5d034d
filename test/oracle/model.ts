import { avg, count, countOf, distinct, max, min, sum } from './aggregates.js';
import { daysFromTo } from './days.js';
import type { Get, Model, Moved, Row, Value } from './world.js';

/** The model of `workspace/sql` once more, as plain functions. */
const number = (value: Value): number | null => value as number | null;
const positive = (value: Value): boolean | null => (value === null ? null : (value as number) > 0);
/** Of nothing there is none, whether the model guards against it or not. */
const quotient = (a: number | null, b: number | null): number | null =>
  a === null || b === null || b === 0 ? null : a / b;
const times = (value: number | null, factor: number): number | null => (value === null ? null : value * factor);

const isPaying = (get: Get): boolean => get('is_paying') === true;
const numbersOf = (values: readonly Value[]): number | null =>
  sum(
    values.map((value) => ({ value })),
    'value',
  );
const columns = (...names: readonly string[]) => Object.fromEntries(names.map((column) => [column, { column }]));
const paidBefore = (moved: readonly Moved[]) => moved.filter(({ before }) => isPaying(before));
const lost = {
  numerator: (moved: readonly Moved[]) => paidBefore(moved).filter(({ after }) => !isPaying(after)).length,
  denominator: (moved: readonly Moved[]) => paidBefore(moved).length,
};

export const model: Model = {
  entities: {
    customer: {
      table: 'customers',
      key: 'customer_id',
      since: 'created_on',
      attributes: {
        ...columns(
          'customer_id',
          'industry',
          'employees',
          'vip',
          'created_on',
          'trial_ends_at',
          'signed_at',
          'tags',
          'ratings',
        ),
        events_7d: { of: 'events', value: count, last: { days: 7 }, missing: 0 },
        active_users_14d: { of: 'events', value: (r) => distinct(r, 'user_id'), last: { days: 14 }, missing: 0 },
        logins_7d: { of: 'events', value: count, last: { days: 7 }, where: (r) => r['name'] === 'login', missing: 0 },
        amount_1m: { of: 'events', value: (r) => sum(r, 'amount'), last: { months: 1 } },
        seconds_mean: { of: 'events', value: (r) => avg(r, 'seconds'), last: 'all' },
        last_seen_on: { of: 'events', value: (r) => max(r, 'day'), last: 'all' },
        last_seen_at: { of: 'events', value: (r) => max(r, 'occurred_at'), last: 'all' },
        days_since_seen: { of: 'events', value: (r, asOf) => daysFromTo(max(r, 'day') as string, asOf), last: 'all' },
        latest_amounts: { of: 'events', value: (r) => sum(r, 'amount'), last: { days: 30 }, latestPer: 'user_id' },
        mrr: { of: 'subscriptions', value: (r) => sum(r, 'mrr'), current: true, missing: 0 },
        renews_on: { of: 'subscriptions', value: (r) => min(r, 'renews_on'), current: true },
        plans: { of: 'subscriptions', value: (r) => distinct(r, 'plan'), current: true },
        started_30d: { of: 'subscriptions', value: count, last: { days: 30 }, missing: 0 },
        open_sessions: { of: 'sessions', value: count, current: true, missing: 0 },
        open_tickets: { of: 'tickets', value: count, where: (r) => r['resolved_at'] === null, last: 'all', missing: 0 },
        solved_14d: { of: 'tickets', value: count, time: 'resolved_at', last: { days: 14 }, missing: 0 },
        csat_mean: { of: 'tickets', value: (r) => avg(r, 'csat'), last: 'all' },
        first_visit_on: { of: 'visits', value: (r) => min(r, 'day'), last: 'all' },
        minutes_7d: { of: 'visits', value: (r) => sum(r, 'minutes'), last: { days: 7 } },
        people: { users: count, missing: 0 },
        admins: { users: count, where: (r) => r['role'] === 'admin', missing: 0 },
        eldest: { users: (r) => max(r, 'age') },
        is_paying: { formula: (get) => positive(get('mrr')) },
        engagement: { formula: (get) => quotient(number(get('active_users_14d')), number(get('employees'))) },
        events_per_employee: { formula: (get) => quotient(number(get('events_7d')), number(get('employees'))) },
        is_engaged: {
          formula: (get) => {
            if (get('is_paying') === false) return false;
            const engagement = number(get('engagement'));
            return engagement === null ? null : engagement >= 0.5;
          },
        },
        days_since_creation: {
          formula: (get, asOf) => (get('created_on') === null ? null : daysFromTo(get('created_on') as string, asOf)),
        },
        margin: { formula: (get) => times(number(get('mrr')), 0.75) },
      },
    },
    user: {
      table: 'users',
      key: 'user_id',
      customer: 'customer_id',
      since: 'joined_at',
      attributes: {
        ...columns('user_id', 'customer_id', 'role', 'age', 'joined_at'),
        events_4d: { of: 'events', value: count, last: { days: 4 } },
        user_last_seen_on: { of: 'events', value: (r) => max(r, 'day'), last: 'all' },
        open_pages: { of: 'sessions', value: (r) => sum(r, 'pages'), current: true },
        is_active: { formula: (get) => positive(get('events_4d')) ?? false },
      },
    },
  },
  facts: {
    events: { key: 'event_id', customer: 'customer_id', user: 'user_id', time: 'occurred_at' },
    subscriptions: {
      key: 'subscription_id',
      customer: 'customer_id',
      interval: ['started_on', 'ended_on'],
      knownFrom: { ended_on: 'ended_on' },
    },
    sessions: { customer: 'customer_id', user: 'user_id', interval: ['begins_at', 'ends_at'] },
    tickets: {
      key: 'ticket_id',
      customer: 'customer_id',
      user: 'user_id',
      time: 'opened_at',
      knownFrom: { resolved_at: 'resolved_at', csat: 'resolved_at' },
    },
    visits: { customer: 'customer_id', time: 'day' },
  },
  metrics: {
    all_customers: { kind: 'state', over: 'customer', of: { value: (m) => m.length } },
    customers: { kind: 'state', over: 'customer', of: { value: (m) => m.filter(isPaying).length } },
    large_customers: {
      kind: 'state',
      over: 'customer',
      where: (get) => (number(get('employees')) ?? 0) > 5,
      of: { value: (m) => m.length },
    },
    customers_at_start: { kind: 'state', over: 'customer', at: 'start', of: { value: (m) => m.length } },
    customers_kept: {
      kind: 'state',
      over: 'customer',
      members: 'start',
      of: { value: (m) => m.filter(isPaying).length },
    },
    mean_engagement: {
      kind: 'state',
      over: 'customer',
      of: {
        value: (m) =>
          avg(
            m.map((get) => ({ engagement: get('engagement') })),
            'engagement',
          ),
      },
    },
    engaged_share: {
      kind: 'state',
      over: 'customer',
      of: {
        numerator: (m) => m.filter((get) => get('is_engaged') === true).length,
        denominator: (m) => m.filter(isPaying).length,
      },
    },
    logo_churn_rate: { kind: 'change', entity: 'customer', of: lost },
    nrr_14d: {
      kind: 'change',
      entity: 'customer',
      over: { days: 14 },
      of: {
        numerator: (moved) => numbersOf(paidBefore(moved).map(({ after }) => after('mrr'))),
        denominator: (moved) => numbersOf(paidBefore(moved).map(({ before }) => before('mrr'))),
      },
    },
    churn_pooled: { kind: 'change', entity: 'customer', over: { weeks: 1 }, pool: 3, of: lost },
    mrr_gained: {
      kind: 'change',
      entity: 'customer',
      members: 'end',
      of: { value: (moved) => numbersOf(moved.map(({ before, after }) => difference(after('mrr'), before('mrr')))) },
    },
    arr: { kind: 'formula', of: { value: (metric) => times(metric('mrr'), 12) } },
    margin: { kind: 'formula', of: { value: (metric) => times(metric('arr'), 0.75) } },
    events_each: {
      kind: 'formula',
      of: { value: (metric) => quotient(metric('event_count'), metric('customers')) },
    },
    customers_per_event: { kind: 'formula', of: { value: (metric) => quotient(1, metric('events_each')) } },
    arpa: {
      kind: 'formula',
      of: { numerator: (metric) => metric('mrr'), denominator: (metric) => metric('customers') },
      zero: 'NO_CUSTOMERS',
    },
    mrr_kept_rate: {
      kind: 'formula',
      of: { numerator: (metric) => metric('mrr'), denominator: (metric) => metric('mrr_at_start') },
      members: 'start',
    },
    users_seen: {
      kind: 'state',
      over: 'user',
      of: { value: (m) => m.filter((get) => get('is_active') === true).length },
    },
    user_count: { kind: 'state', over: 'user', of: { value: (m) => m.length } },
    users_gone: {
      kind: 'change',
      entity: 'user',
      of: {
        numerator: (moved) =>
          moved.filter(({ before, after }) => before('is_active') === true && after('is_active') === false).length,
        denominator: (moved) => moved.filter(({ before }) => before('is_active') === true).length,
      },
    },
    event_count: { kind: 'flow', fact: 'events', of: { value: count } },
    active_users: { kind: 'flow', fact: 'events', of: { value: (r) => distinct(r, 'user_id') } },
    active_users_30d: {
      kind: 'flow',
      fact: 'events',
      last: { days: 30 },
      of: { value: (r) => distinct(r, 'user_id') },
    },
    logins: { kind: 'flow', fact: 'events', where: (r) => r['name'] === 'login', of: { value: count } },
    amount_per_event: {
      kind: 'flow',
      fact: 'events',
      of: { numerator: (r) => sum(r, 'amount'), denominator: (r) => countOf(r, 'amount') },
    },
    latest_seconds: {
      kind: 'flow',
      fact: 'events',
      latestPer: 'user_id',
      last: { days: 14 },
      of: { value: (r) => avg(r, 'seconds') },
    },
    mrr: { kind: 'open', fact: 'subscriptions', of: { value: (r) => sum(r, 'mrr') } },
    mrr_at_start: { kind: 'open', fact: 'subscriptions', at: 'start', of: { value: (r) => sum(r, 'mrr') } },
    running: { kind: 'open', fact: 'subscriptions', where: (r) => r['plan'] === 'pro', of: { value: count } },
    started: { kind: 'flow', fact: 'subscriptions', of: { value: count } },
    people_at_work: { kind: 'open', fact: 'sessions', of: { value: (r) => distinct(r, 'user_id') } },
    csat: {
      kind: 'flow',
      fact: 'tickets',
      of: {
        numerator: (r: readonly Row[]) => r.filter((row) => (number(row['csat'] ?? null) ?? 0) >= 4).length,
        denominator: (r) => countOf(r, 'csat'),
      },
    },
    solved: { kind: 'flow', fact: 'tickets', time: 'resolved_at', of: { value: count } },
    visit_minutes: { kind: 'flow', fact: 'visits', of: { value: (r) => sum(r, 'minutes') } },
  },
};

function difference(a: Value, b: Value): number | null {
  return a === null || b === null ? null : (a as number) - (b as number);
}
