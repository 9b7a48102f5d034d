import { drizzle } from '@leonardovida-md/drizzle-neo-duckdb';
import { createDuckDBExecutor, defineCube, SemanticLayerCompiler } from 'drizzle-cube/server';
import { sql } from 'drizzle-orm';
import { bigint, boolean, date, integer, numeric, pgSchema, pgTable, text } from 'drizzle-orm/pg-core';
import { addDays, asOf, connect, dayOf, monthEnds, months, segments, serve, sundays, yearAgo } from './asked.js';

const count = (name) => bigint(name, { mode: 'number' });
const snapshots = pgSchema('tessera').table('customer_snapshots', {
  day: date('_day'),
  id: text('_id'),
  region: text('region'),
  industry: text('industry'),
  companySize: text('company_size'),
  acquisitionChannel: text('acquisition_channel'),
  plan: text('plan'),
  employees: integer('employees'),
  createdOn: date('created_on'),
  firstPaidOn: date('first_paid_on'),
  mrr: numeric('mrr'),
  seats: count('seats'),
  isPaying: boolean('is_paying'),
  activeUsers30d: count('active_users_30d'),
  logins30d: count('logins_30d'),
  openTickets: count('open_tickets'),
  tickets30d: count('tickets_30d'),
  userAccounts: count('user_accounts'),
});
const activity = pgTable('user_activity', { userId: text('user_id'), activeOn: date('active_on') });
const schema = { snapshots, activity };

const measuresOf = (measures) =>
  Object.fromEntries(Object.entries(measures).map(([name, measure]) => [name, { name, ...measure }]));
const dimension = (type) => (name) => [name, { name, type, sql: snapshots[name] }];
const countIf = (condition) => ({ type: 'count', sql: snapshots.id, filters: [() => sql.raw(condition)] });
const number = (text) => ({ type: 'number', sql: sql.raw(text) });

/** A measure is filtered where it is defined, not in a query, so each segment of the benchmark is one. */
const sizes = Object.fromEntries(segments.map((segment, i) => [`s${i}`, countIf(segment.sql)]));

const snapshotsCube = defineCube('Snapshots', {
  sql: () => ({ from: snapshots }),
  measures: measuresOf({
    count: { type: 'count', sql: snapshots.id },
    paying: countIf('is_paying'),
    contracted: countIf('has_contract'),
    prospects: countIf('is_prospect'),
    trials: countIf('on_trial'),
    userCount: { type: 'sum', sql: snapshots.userAccounts },
    recurring: { type: 'sum', sql: snapshots.mrr },
    arpa: number('sum(mrr)::double / nullif(count(*) filter (where is_paying), 0)'),
    seats: { type: 'sum', sql: snapshots.seats },
    utilization: number('sum(active_users_30d) filter (where seats > 0)::double / nullif(sum(seats), 0)'),
    breadth: number('avg(features_30d) filter (where is_paying)'),
    ticketsOpened: { type: 'sum', sql: snapshots.tickets30d },
    ...sizes,
  }),
  dimensions: Object.fromEntries([
    ...['day', 'id', 'region', 'industry', 'companySize', 'acquisitionChannel', 'plan'].map(dimension('string')),
    ...['createdOn', 'firstPaidOn'].map(dimension('string')),
    ...['employees', 'mrr', 'activeUsers30d', 'logins30d', 'openTickets'].map(dimension('number')),
    ...['isPaying'].map(dimension('boolean')),
    ['firstPaidIn', { name: 'firstPaidIn', type: 'string', sql: sql`date_trunc('month', ${snapshots.firstPaidOn})` }],
  ]),
});
const activityCube = defineCube('Activity', {
  sql: () => ({ from: activity }),
  measures: { users: { name: 'users', type: 'countDistinct', sql: activity.userId } },
  dimensions: { day: { name: 'day', type: 'string', sql: activity.activeOn } },
});

const executor = createDuckDBExecutor(drizzle(await connect(), { schema, prepareCache: true }), schema);
const layer = new SemanticLayerCompiler({ databaseExecutor: executor });
layer.registerCube(snapshotsCube);
layer.registerCube(activityCube);

const has = (member, operator, ...values) => ({ member, operator, values });
const within = (member, from, to) => [has(member, 'gte', from), has(member, 'lte', to)];

const OPERATORS = { eq: 'equals', in: 'equals', gte: 'gte', lte: 'lte', lt: 'lt' };
const conditionsOf = ({ where }) =>
  Object.entries(where).flatMap(([attribute, test]) =>
    Object.entries(test).map(([name, value]) => has(`Snapshots.${attribute}`, OPERATORS[name], ...[value].flat())),
  );

const today = has('Snapshots.day', 'equals', asOf);
const paying = has('Snapshots.isPaying', 'equals', true);
const fiveConditions = [
  paying,
  has('Snapshots.region', 'equals', 'Europe', 'North America'),
  has('Snapshots.employees', 'gte', 20),
  has('Snapshots.mrr', 'gte', 100),
  has('Snapshots.activeUsers30d', 'gte', 3),
];

/** The rows of a query of one cube, its members read cell by cell. */
const load = async (cube, { dimensions = [], measures = [], ...query }, ...read) => {
  const named = (names) => names.map((name) => `${cube}.${name}`);
  const asked = { dimensions: named(dimensions), measures: named(measures), ...query };
  const { data } = await layer.execute(asked, { securityContext: {} });
  const members = [...asked.dimensions, ...asked.measures];
  return data.map((row) => members.map((member, i) => read[i](row[member])));
};
const plain = (value) => value;
const numeral = (value) => (value === null ? null : Number(value));

const trend = (...days) =>
  load(
    'Snapshots',
    { dimensions: ['day'], measures: ['count'], filters: [...days, ...fiveConditions] },
    dayOf,
    numeral,
  );

const sizesOf = async (count) => {
  const measures = Object.keys(sizes).slice(0, count);
  const [row] = await load('Snapshots', { measures, filters: [today] }, ...measures.map(() => numeral));
  return row.map((size, i) => [i, size]);
};

const METRICS = [
  ...['count', 'paying', 'contracted', 'prospects', 'trials', 'userCount', 'recurring', 'arpa', 'seats'],
  ...['utilization', 'breadth', 'ticketsOpened'],
];
/** A query for each segment, run in turn for one request. */
const segmentsByMetrics = async () => {
  const rows = [];
  for (const [i, segment] of segments.entries()) {
    const query = { measures: METRICS, filters: [today, ...conditionsOf(segment)] };
    const [row] = await load('Snapshots', query, ...METRICS.map(() => numeral));
    rows.push([i, ...row]);
  }
  return rows;
};

serve({
  'size-of-a-segment': () => load('Snapshots', { measures: ['count'], filters: [today, ...fiveConditions] }, numeral),
  '20-segment-sizes': () => sizesOf(20),
  '50-segment-sizes': () => sizesOf(50),
  'segments-by-metrics': segmentsByMetrics,
  'breakdown-by-two-attributes': () =>
    load(
      'Snapshots',
      { dimensions: ['industry', 'region'], measures: ['count', 'userCount'], filters: [today, paying] },
      ...[plain, plain, numeral, numeral],
    ),
  '52-week-trend': () => trend(has('Snapshots.day', 'equals', ...sundays)),
  '365-day-trend': () => trend(...within('Snapshots.day', yearAgo, asOf)),
  'daily-active-users': () =>
    load(
      'Activity',
      { dimensions: ['day'], measures: ['users'], filters: within('Activity.day', addDays(asOf, -89), asOf) },
      ...[dayOf, numeral],
    ),
  // Who first paid in a month has paid by its end, so that the snapshots of month ends alone hold each cohort whole.
  'monthly-cohorts': async () => {
    const rows = await load(
      'Snapshots',
      {
        dimensions: ['firstPaidIn', 'day'],
        measures: ['count', 'paying'],
        filters: [
          has('Snapshots.day', 'equals', ...monthEnds),
          ...within('Snapshots.firstPaidOn', months.from, addDays(months.until, -1)),
        ],
      },
      ...[dayOf, dayOf, numeral, numeral],
    );
    return rows.map(([started, day, size, still]) => [started, size, day, still]);
  },
  'large-table': () =>
    load(
      'Snapshots',
      {
        dimensions: ['id', 'industry', 'employees', 'createdOn', 'isPaying', 'activeUsers30d'],
        filters: [today],
        order: { 'Snapshots.id': 'asc' },
        ungrouped: true,
        limit: 100_000,
      },
      ...[plain, plain, plain, dayOf, plain, numeral],
    ),
});
