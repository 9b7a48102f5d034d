import type { Attribute, AttributeSource, Catalog, Column, Fact, Metric, Relation } from '../../src/catalog/model.js';
import type { Scalar } from '../../src/query/where.js';

const sqlTypes = {
  VARCHAR: { type: 'string' },
  'VARCHAR[]': { type: 'list' },
  'INTEGER[]': { type: 'list' },
  BIGINT: { type: 'number' },
  DOUBLE: { type: 'number' },
  'DECIMAL(12,2)': { type: 'number' },
  BOOLEAN: { type: 'boolean' },
  DATE: { type: 'date', timeType: 'date' },
  TIMESTAMP: { type: 'timestamp', timeType: 'timestamp' },
  'TIMESTAMP WITH TIME ZONE': { type: 'timestamp', timeType: 'timestamptz' },
} as const;
type SqlType = keyof typeof sqlTypes;

const words = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');

const column = (name: string, sqlType: SqlType, description: string, more: Partial<Column> = {}): Column => ({
  name,
  label: words(name),
  description,
  sqlType,
  hidden: false,
  ...sqlTypes[sqlType],
  ...more,
});

const byName = <T extends { readonly name: string }>(things: readonly T[]): Readonly<Record<string, T>> =>
  Object.fromEntries(things.map((thing) => [thing.name, thing]));

const relation = (name: string, description: string, columns: readonly Column[]): Relation => ({
  name,
  description,
  sql: `select * from read_parquet('data/${name}.parquet')`,
  file: `sql/${name}.sql`,
  dependsOn: [],
  columns: byName(columns),
});

const customers = relation('customers', 'One row per customer or prospect.', [
  column('customer_id', 'VARCHAR', 'Key of the customer'),
  column('name', 'VARCHAR', 'Name of the company'),
  column('industry', 'VARCHAR', 'Industry of the company'),
  column('employees', 'BIGINT', 'People who work there', { unit: 'count' }),
  column('created_on', 'DATE', 'Day the row came to be'),
  column('tags', 'VARCHAR[]', 'Words that colleagues put on it'),
  column('internal_note', 'VARCHAR', 'Not for questions', { hidden: true }),
]);
const users = relation('users', 'One row per person and customer.', [
  column('user_id', 'VARCHAR', 'Key of the person'),
  column('customer_id', 'VARCHAR', 'The customer they work at'),
  column('role', 'VARCHAR', 'What they may do, such as admin'),
  column('joined_at', 'TIMESTAMP', 'When the account was made'),
]);
const events = relation('events', 'One row per product event.', [
  column('event_id', 'BIGINT', 'Key of the event'),
  column('customer_id', 'VARCHAR', 'The customer'),
  column('user_id', 'VARCHAR', 'Who did it'),
  column('occurred_at', 'TIMESTAMP WITH TIME ZONE', 'When it happened'),
  column('name', 'VARCHAR', 'What happened, such as login or export'),
  column('seconds', 'DOUBLE', 'How long it took', { unit: 'seconds' }),
]);
const subscriptions = relation('subscriptions', 'One row per subscription and term.', [
  column('subscription_id', 'VARCHAR', 'Key of the subscription'),
  column('customer_id', 'VARCHAR', 'The customer'),
  column('started_on', 'DATE', 'First day'),
  column('ended_on', 'DATE', 'First day it no longer runs', { knownFrom: 'ended_on' }),
  column('renews_on', 'DATE', 'Day of the next renewal'),
  column('mrr', 'DECIMAL(12,2)', 'Price per month after discounts', { unit: 'currency' }),
  column('is_trial', 'BOOLEAN', 'Whether nothing is paid yet'),
]);
const tickets = relation('tickets', 'One row per support ticket.', [
  column('ticket_id', 'BIGINT', 'Key of the ticket'),
  column('customer_id', 'VARCHAR', 'The customer'),
  column('opened_at', 'TIMESTAMP', 'When it came in'),
  column('resolved_at', 'TIMESTAMP', 'When it was solved', { knownFrom: 'resolved_at' }),
  column('priority', 'VARCHAR', 'low, normal, high or urgent'),
  column('csat', 'BIGINT', 'Rating from 1 to 5', { min: 1, max: 5, unit: 'score' }),
  column('labels', 'VARCHAR[]', 'Words that agents put on it'),
]);

function ofColumn(entity: 'customer' | 'user', from: Relation, name: string): Attribute {
  const found = from.columns[name];
  if (found === undefined) throw new Error(`${from.name} has no column ${name}`);
  const { label, description, unit, type, timeType, sqlType } = found;
  const told = { name, label, description, type, sqlType, ...(unit && { unit }), ...(timeType && { timeType }) };
  return { ...told, entity, source: { kind: 'column', column: name }, file: from.file };
}
const computed = (
  entity: 'customer' | 'user',
  name: string,
  sqlType: SqlType,
  description: string,
  source: AttributeSource,
  more: { readonly unit?: string; readonly label?: string; readonly missing?: Scalar } = {},
): Attribute => ({
  name,
  label: words(name),
  description,
  sqlType,
  entity,
  source,
  file: 'sql/customers.yml',
  ...sqlTypes[sqlType],
  ...more,
});

const customerAttributes = byName([
  ...['customer_id', 'name', 'industry', 'employees', 'created_on', 'tags'].map((name) =>
    ofColumn('customer', customers, name),
  ),
  computed(
    'customer',
    'mrr',
    'DECIMAL(12,2)',
    'Monthly recurring revenue',
    {
      kind: 'fact',
      fact: 'subscriptions',
      value: { sql: 'sum(mrr)', names: ['mrr'] },
      rows: { kind: 'current' },
    },
    { label: 'MRR', unit: 'currency', missing: 0 },
  ),
  computed('customer', 'renews_on', 'DATE', 'Day of the first renewal', {
    kind: 'fact',
    fact: 'subscriptions',
    value: { sql: 'min(renews_on)', names: ['renews_on'] },
    rows: { kind: 'current' },
  }),
  computed(
    'customer',
    'active_users_14d',
    'BIGINT',
    'People with an event in 14 days',
    {
      kind: 'fact',
      fact: 'events',
      value: { sql: 'count(distinct user_id)', names: ['user_id'] },
      rows: { kind: 'last', duration: { days: 14 } },
    },
    { label: 'Active users (14 days)', missing: 0 },
  ),
  computed(
    'customer',
    'last_seen_at',
    'TIMESTAMP WITH TIME ZONE',
    'Latest event',
    {
      kind: 'fact',
      fact: 'events',
      value: { sql: 'max(occurred_at)', names: ['occurred_at'] },
      rows: { kind: 'all' },
    },
    { label: 'Last seen' },
  ),
  computed('customer', 'ratings', 'INTEGER[]', 'All ratings of tickets', {
    kind: 'fact',
    fact: 'tickets',
    value: { sql: 'list(csat)', names: ['csat'] },
    rows: { kind: 'all' },
  }),
  computed(
    'customer',
    'is_paying',
    'BOOLEAN',
    'Has a subscription that costs something',
    {
      kind: 'formula',
      expression: { sql: 'mrr > 0', names: ['mrr'] },
    },
    { label: 'Paying' },
  ),
  computed(
    'customer',
    'engaged_share',
    'DOUBLE',
    'Active people by employees',
    {
      kind: 'formula',
      expression: { sql: 'active_users_14d / nullif(employees, 0)', names: ['active_users_14d', 'employees'] },
    },
    { label: 'Engaged share', unit: 'ratio' },
  ),
]);
const userAttributes = byName([
  ...['user_id', 'customer_id', 'role', 'joined_at'].map((name) => ofColumn('user', users, name)),
  computed(
    'user',
    'logins_30d',
    'BIGINT',
    'Logins in 30 days',
    {
      kind: 'fact',
      fact: 'events',
      value: { sql: 'count(*)', names: [] },
      rows: { kind: 'last', duration: { days: 30 } },
      where: { sql: "name = 'login'", names: ['name'] },
    },
    { label: 'Logins (30 days)', missing: 0 },
  ),
]);

const facts: Readonly<Record<string, Fact>> = {
  events: {
    name: 'event',
    plural: 'events',
    relation: events,
    key: 'event_id',
    customer: 'customer_id',
    user: 'user_id',
    time: { kind: 'time', column: 'occurred_at' },
  },
  subscriptions: {
    name: 'subscription',
    plural: 'subscriptions',
    relation: subscriptions,
    key: 'subscription_id',
    customer: 'customer_id',
    time: { kind: 'interval', from: 'started_on', until: 'ended_on' },
  },
  support_tickets: {
    name: 'support_ticket',
    plural: 'support_tickets',
    relation: { ...tickets, name: 'support_tickets', file: 'sql/support_tickets.sql' },
    key: 'ticket_id',
    customer: 'customer_id',
    time: { kind: 'time', column: 'opened_at' },
  },
};

const metrics: Readonly<Record<string, Metric>> = byName([
  {
    name: 'mrr',
    label: 'MRR',
    description: 'Monthly recurring revenue at the end of the period',
    unit: 'currency',
    source: { kind: 'state', over: { fact: 'subscriptions' }, at: 'end' },
    ratio: { kind: 'value', value: { sql: 'sum(mrr)', names: ['mrr'] } },
    members: 'end',
    good: 'up',
    zero: 'ZERO_DENOMINATOR',
    file: 'sql/subscriptions.yml',
  },
  {
    name: 'active_users',
    label: 'Active users',
    description: 'People with an event in the period',
    source: { kind: 'flow', fact: 'events' },
    ratio: { kind: 'value', value: { sql: 'count(distinct user_id)', names: ['user_id'] } },
    members: 'end',
    zero: 'ZERO_DENOMINATOR',
    file: 'sql/events.yml',
  },
]);

/** A small company, written by hand: customers, users, events of users, subscriptions by interval, tickets without users. */
export const sampleCatalog: Catalog = {
  workspace: {
    dir: '.',
    name: 'Sample',
    timeZone: 'Europe/Rome',
    weekStart: 'monday',
    currency: 'EUR',
    constants: {},
    snapshots: {},
  },
  relations: [customers, users, events, subscriptions, tickets],
  entities: {
    customer: {
      name: 'customer',
      relation: customers,
      key: 'customer_id',
      since: 'created_on',
      nameColumn: 'name',
      attributes: customerAttributes,
    },
    user: { name: 'user', relation: users, key: 'user_id', customer: 'customer_id', attributes: userAttributes },
  },
  facts,
  metrics,
  dataAsOf: '2026-06-30',
};

function withoutUser(fact: Fact): Fact {
  const { name, plural, relation: rows, customer, time } = fact;
  return { name, plural, relation: rows, customer, time, ...(fact.key && { key: fact.key }) };
}

/** The same company without its users. */
export const catalogWithoutUsers: Catalog = {
  ...sampleCatalog,
  entities: { customer: sampleCatalog.entities.customer },
  facts: Object.fromEntries(Object.entries(facts).map(([key, fact]) => [key, withoutUser(fact)])),
};
