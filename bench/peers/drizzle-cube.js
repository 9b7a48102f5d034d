import { drizzle } from '@leonardovida-md/drizzle-neo-duckdb';
import { createDuckDBExecutor, defineCube, SemanticLayerCompiler } from 'drizzle-cube/server';
import { sql } from 'drizzle-orm';
import { boolean, date, integer, pgSchema, pgTable, text } from 'drizzle-orm/pg-core';
import { addDays, asOf, connect, days, serve, sundays } from './asked.js';

const snapshots = pgSchema('tessera').table('customer_snapshots', {
  day: date('_day'),
  id: text('_id'),
  region: text('region'),
  industry: text('industry'),
  employees: integer('employees'),
  mrr: integer('mrr'),
  isPaying: boolean('is_paying'),
  activeUsers30d: integer('active_users_30d'),
  userAccounts: integer('user_accounts'),
});
const activity = pgTable('user_activity', { userId: text('user_id'), activeOn: date('active_on') });
const schema = { snapshots, activity };

const snapshotsCube = defineCube('Snapshots', {
  sql: () => ({ from: snapshots }),
  measures: {
    count: { name: 'count', type: 'count', sql: snapshots.id },
    userCount: { name: 'userCount', type: 'sum', sql: snapshots.userAccounts },
  },
  dimensions: {
    day: { name: 'day', type: 'string', sql: sql`cast(${snapshots.day} as varchar)` },
    rawDay: { name: 'rawDay', type: 'string', sql: snapshots.day },
    region: { name: 'region', type: 'string', sql: snapshots.region },
    industry: { name: 'industry', type: 'string', sql: snapshots.industry },
    employees: { name: 'employees', type: 'number', sql: snapshots.employees },
    mrr: { name: 'mrr', type: 'number', sql: snapshots.mrr },
    isPaying: { name: 'isPaying', type: 'boolean', sql: snapshots.isPaying },
    activeUsers30d: { name: 'activeUsers30d', type: 'number', sql: snapshots.activeUsers30d },
  },
});
const activityCube = defineCube('Activity', {
  sql: () => ({ from: activity }),
  measures: { users: { name: 'users', type: 'countDistinct', sql: activity.userId } },
  dimensions: {
    day: { name: 'day', type: 'string', sql: sql`cast(${activity.activeOn} as varchar)` },
    rawDay: { name: 'rawDay', type: 'string', sql: activity.activeOn },
  },
});

const executor = createDuckDBExecutor(drizzle(await connect(), { schema }), schema);
const layer = new SemanticLayerCompiler({ databaseExecutor: executor });
layer.registerCube(snapshotsCube);
layer.registerCube(activityCube);

const has = (member, operator, ...values) => ({ member: `Snapshots.${member}`, operator, values });
const fiveConditions = [
  has('isPaying', 'equals', true),
  has('region', 'equals', 'Europe', 'North America'),
  has('employees', 'gte', 20),
  has('mrr', 'gte', 100),
  has('activeUsers30d', 'gte', 3),
];

const load = async (query) => (await layer.execute(query, { securityContext: {} })).data;
const trend = async (on) => {
  const rows = await load({
    measures: ['Snapshots.count'],
    dimensions: ['Snapshots.day'],
    filters: [has('rawDay', 'equals', ...on), ...fiveConditions],
  });
  return rows.map((row) => [row['Snapshots.day'], Number(row['Snapshots.count'])]);
};

serve({
  'size-of-a-segment': async () => {
    const query = { measures: ['Snapshots.count'], filters: [has('rawDay', 'equals', asOf), ...fiveConditions] };
    return (await load(query)).map((row) => [Number(row['Snapshots.count'])]);
  },
  'breakdown-by-two-attributes': async () => {
    const rows = await load({
      measures: ['Snapshots.count', 'Snapshots.userCount'],
      dimensions: ['Snapshots.industry', 'Snapshots.region'],
      filters: [has('rawDay', 'equals', asOf), has('isPaying', 'equals', true)],
    });
    return rows.map((row) => [
      row['Snapshots.industry'],
      row['Snapshots.region'],
      Number(row['Snapshots.count']),
      Number(row['Snapshots.userCount']),
    ]);
  },
  '52-week-trend': () => trend(sundays),
  '365-day-trend': () => trend(days),
  'daily-active-users': async () => {
    const on = Array.from({ length: 90 }, (_, back) => addDays(asOf, -back));
    const filters = [{ member: 'Activity.rawDay', operator: 'equals', values: on }];
    const rows = await load({ measures: ['Activity.users'], dimensions: ['Activity.day'], filters });
    return rows.map((row) => [row['Activity.day'], Number(row['Activity.users'])]);
  },
});
