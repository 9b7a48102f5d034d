import { drizzle } from '@leonardovida-md/drizzle-neo-duckdb';
import { createCubeRouter } from 'drizzle-cube/adapters/express';
import { defineCube } from 'drizzle-cube/server';
import { sql } from 'drizzle-orm';
import { bigint, boolean, date, integer, numeric, pgSchema, pgTable, text } from 'drizzle-orm/pg-core';
import express from 'express';
import { connect, listen, segments } from '../asked.js';

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

/** Its own adapter, with all that it does for a request; there is nobody to tell apart, and no agent that asks. */
const adapter = async (basePath, prepareCache) =>
  createCubeRouter({
    cubes: [snapshotsCube, activityCube],
    drizzle: drizzle(await connect(), { schema, prepareCache }),
    schema,
    engineType: 'duckdb',
    extractSecurityContext: () => ({}),
    mcp: { enabled: false },
    basePath,
  });
// Statements that are kept are faster, but queries of a batch share them as they run at once, and answer with one another's values.
listen(express().use(await adapter('/kept', true), await adapter('/at-once', false)));
