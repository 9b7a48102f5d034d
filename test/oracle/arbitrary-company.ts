import fc, { type Arbitrary } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { shift, type Day } from './days.js';
import type { Row, Value, World } from './world.js';

/** A zone and days in it around which its clocks change. */
export interface Setting {
  readonly zone: string;
  readonly weekStart: 'monday' | 'sunday';
  readonly from: Day;
  readonly days: number;
}

/** A short, a long and a midnight-less day. */
export const settings: readonly Setting[] = [
  { zone: 'Europe/Rome', weekStart: 'monday', from: '2024-03-15', days: 28 },
  { zone: 'America/New_York', weekStart: 'sunday', from: '2024-10-20', days: 28 },
  { zone: 'America/Sao_Paulo', weekStart: 'monday', from: '2018-10-22', days: 28 },
];

/** Texts that differ in letters' case, are empty, or mean something in LIKE or in quotes. */
export const industries = ['Retail', 'retail', 'Media', 'Été', '', "O'Hara", '50%_off'];
export const pools: Readonly<Record<string, readonly (string | number)[]>> = {
  customer_id: ['c1', 'c2', 'c3', 'c10', 'c11', 'c4', 'c5', 'c6'],
  industry: industries,
  employees: [0, 1, 2, 4, 10],
  tags: ['vip', 'eu', 'beta', ''],
  ratings: [1, 2, 5],
  role: ['admin', 'Admin', 'member'],
  age: [18, 30, 30.5, 61],
  name: ['login', 'Login', 'export'],
  amount: [0, 0.25, 19.75, 100, -5],
  seconds: [0, 0.5, 3, 60.25],
  labels: ['x', 'y'],
  plan: ['pro', 'free'],
  mrr: [0, 10, 49.5, 100],
  pages: [1, 2, 3],
  priority: ['low', 'urgent'],
  csat: [1, 3, 4, 5],
  minutes: [15, 30, 60],
  events_7d: [0, 1, 2, 3],
  active_users_14d: [0, 1, 2],
  engagement: [0, 0.25, 0.5, 1, 2],
  days_since_creation: [0, 3, 10, 20],
  days_since_seen: [0, 1, 5, 10],
  margin: [0, 7.5, 75],
  people: [0, 1, 2, 3],
  eldest: [18, 30, 61],
};

const hours = ['00:00:00', '00:00:01', '00:30:00', '02:30:00', '12:00:00', '23:30:00', '23:59:59'];
const nullable = <T>(value: Arbitrary<T>): Arbitrary<T | null> => fc.option(value, { freq: 5 });
const from = <T extends Value>(values: readonly T[]): Arbitrary<T> => fc.constantFrom(...values);
const pool = (name: string): Arbitrary<Value> => from(pools[name] ?? []);

const dayIn = ({ from: first, days }: Setting): Arbitrary<Day> => fc.nat(days).map((n) => shift(first, n));
const wallClock = (setting: Setting): Arbitrary<string> =>
  fc.tuple(dayIn(setting), from(hours)).map(([day, hour]) => `${day}T${hour}`);
const instant = (setting: Setting): Arbitrary<string> =>
  wallClock(setting).map((time) =>
    Temporal.PlainDateTime.from(time).toZonedDateTime(setting.zone).toInstant().toString(),
  );

type Ends = readonly [from: string, until: string | null];
/** From one time to a later one, the same one, or none. */
const interval = (time: Arbitrary<string>): Arbitrary<Ends> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.tuple(time, time).map(([a, b]): Ends => (a < b ? [a, b] : [b, a])) },
    { weight: 3, arbitrary: time.map((a): Ends => [a, null]) },
    { weight: 1, arbitrary: time.map((a): Ends => [a, a]) },
  );

const listOf = (name: string): Arbitrary<Value> =>
  nullable(fc.array(nullable(pool(name)), { maxLength: 3 })) as Arbitrary<Value>;

type Columns = Readonly<Record<string, Arbitrary<Value>>>;
const rows = (most: number, columns: Columns): Arbitrary<readonly Row[]> =>
  fc.array(fc.record<Record<string, Value>>(columns), { maxLength: most, size: 'max' });
const numbered = (key: string, table: Arbitrary<readonly Row[]>): Arbitrary<readonly Row[]> =>
  table.map((all) => all.map((row, i) => ({ [key]: i + 1, ...row })));

/** Small, with nulls, ties, users in two customers, and rows of customers and users that do not exist. */
export function arbitraryTables(setting: Setting): Arbitrary<World['tables']> {
  const customer = fc.oneof(
    { weight: 20, arbitrary: pool('customer_id') },
    { weight: 1, arbitrary: fc.constant('nobody') },
    { weight: 1, arbitrary: fc.constant(null) },
  );
  const user = nullable(fc.integer({ min: 1, max: 12 }));
  const [day, wall, moment] = [dayIn(setting), wallClock(setting), instant(setting)];
  const ofInterval = (table: Arbitrary<readonly Row[]>, time: Arbitrary<string>, ends: readonly [string, string]) =>
    table.chain((all) =>
      fc
        .array(interval(time), { minLength: all.length, maxLength: all.length })
        .map((times) =>
          all.map((row, i) => ({ ...row, [ends[0]]: times[i]?.[0] ?? null, [ends[1]]: times[i]?.[1] ?? null })),
        ),
    );
  return fc.record({
    customers: fc.uniqueArray(
      fc.record<Record<string, Value>>({
        customer_id: pool('customer_id'),
        industry: nullable(pool('industry')),
        employees: nullable(pool('employees')),
        vip: nullable(fc.boolean()),
        created_on: nullable(day),
        trial_ends_at: nullable(wall),
        signed_at: nullable(moment),
        tags: listOf('tags'),
        ratings: listOf('ratings'),
      }),
      { selector: (row) => row['customer_id'], minLength: 3, maxLength: 8, size: 'max' },
    ),
    users: fc.uniqueArray(
      fc.record<Record<string, Value>>({
        user_id: fc.integer({ min: 1, max: 12 }),
        customer_id: customer,
        role: nullable(pool('role')),
        age: nullable(from([18, 30, 61])),
        joined_at: nullable(moment),
      }),
      {
        selector: (row) => JSON.stringify([row['user_id'], row['customer_id']]),
        minLength: 2,
        maxLength: 14,
        size: 'max',
      },
    ),
    events: numbered(
      'event_id',
      rows(70, {
        customer_id: customer,
        user_id: user,
        occurred_at: moment,
        name: nullable(pool('name')),
        amount: nullable(pool('amount')),
        seconds: nullable(pool('seconds')),
        labels: listOf('labels'),
      }),
    ),
    subscriptions: ofInterval(
      rows(24, {
        customer_id: customer,
        plan: nullable(pool('plan')),
        mrr: nullable(pool('mrr')),
        renews_on: nullable(day),
      }).map((all) => all.map((row, i) => ({ subscription_id: `s${i}`, ...row }))),
      day,
      ['started_on', 'ended_on'],
    ),
    sessions: ofInterval(
      numbered('session_id', rows(12, { customer_id: customer, user_id: user, pages: nullable(pool('pages')) })),
      moment,
      ['begins_at', 'ends_at'],
    ),
    tickets: ofInterval(
      numbered(
        'ticket_id',
        rows(24, {
          customer_id: customer,
          user_id: user,
          priority: nullable(pool('priority')),
          csat: nullable(pool('csat')),
        }),
      ),
      wall,
      ['opened_at', 'resolved_at'],
    ),
    visits: rows(16, { customer_id: customer, day, minutes: nullable(pool('minutes')) }),
  });
}

/** Before the data, in it and after it. */
export const arbitraryDay = ({ from: first, days }: Setting): Arbitrary<Day> =>
  fc.integer({ min: -10, max: days + 45 }).map((n) => shift(first, n));
