import { expect, test } from 'vitest';
import { filesModel, soundCatalog, withModel } from './model-files.js';

test('a sound model has no problems and its workspace settings', () =>
  withModel({}, ({ catalog, problems, dir }) => {
    expect(problems).toEqual([]);
    expect(catalog?.workspace).toMatchObject({
      name: 'Small',
      timeZone: 'Europe/Rome',
      weekStart: 'monday',
      currency: 'USD',
      constants: { gross_margin: 0.8 },
    });
    expect(catalog?.workspace.dir).toBe(dir);
  }));

test('attributes come from columns, facts, users and formulas, each with the type its value has', () =>
  soundCatalog(({ entities }) => {
    const types = Object.values(entities.customer.attributes).map((a) => [a.name, a.source.kind, a.type]);
    expect(Object.fromEntries(types.map(([name, ...rest]) => [name, rest.join(' ')]))).toEqual({
      customer_id: 'column string',
      name: 'column string',
      industry: 'column string',
      created_on: 'column date',
      active_users_7d: 'fact number',
      last_seen_on: 'fact date',
      mrr: 'fact number',
      seats: 'fact number',
      people: 'users number',
      admins: 'users number',
      margin: 'formula number',
      is_paying: 'formula boolean',
      mrr_per_seat: 'formula number',
      is_good: 'formula boolean',
    });
    expect(Object.values(entities.user?.attributes ?? {}).map((a) => [a.name, a.entity, a.type])).toEqual([
      ['user_id', 'user', 'string'],
      ['customer_id', 'user', 'string'],
      ['role', 'user', 'string'],
      ['last_seen_on', 'user', 'date'],
      ['is_active', 'user', 'boolean'],
    ]);
  }));

test('an attribute tells its label, description, unit and what stands for a missing value', () =>
  soundCatalog(({ entities }) => {
    const { industry, active_users_7d: active, mrr, last_seen_on: seen } = entities.customer.attributes;
    expect(industry).toMatchObject({
      label: 'Sector',
      description: 'What they do, and where',
      file: 'sql/customers.yml',
    });
    expect(active).toMatchObject({ label: 'Active users (7 days)', missing: 0, file: 'sql/events.yml' });
    expect(mrr).toMatchObject({ unit: 'currency', sqlType: expect.stringMatching(/^(DECIMAL|DOUBLE)/) as string });
    expect(seen).toMatchObject({ label: 'Last seen on', description: 'Last seen on', timeType: 'date' });
  }));

test('the source of an attribute holds its rows, condition and the names its expression mentions', () =>
  soundCatalog(({ entities }) => {
    const {
      active_users_7d: active,
      mrr,
      last_seen_on: seen,
      admins,
      mrr_per_seat: perSeat,
    } = entities.customer.attributes;
    expect(active?.source).toEqual({
      kind: 'fact',
      fact: 'events',
      value: { sql: 'count(distinct user_id)', names: ['user_id'] },
      rows: { kind: 'last', duration: { days: 7 } },
    });
    expect(mrr?.source).toMatchObject({ fact: 'subscriptions', rows: { kind: 'current' } });
    expect(seen?.source).toMatchObject({ rows: { kind: 'all' }, value: { names: ['day'] } });
    expect(admins?.source).toEqual({
      kind: 'users',
      value: { sql: 'count(*)', names: [] },
      where: { sql: "role = 'admin'", names: ['role'] },
    });
    expect(perSeat?.source).toEqual({
      kind: 'formula',
      expression: { sql: 'mrr / nullif(seats, 0)', names: ['mrr', 'seats'] },
    });
  }));

test('formulas stand after what they name, whatever their order in the file', () =>
  withModel(
    {
      'sql/customers.yml': `
entity: customer
key: customer_id
attributes:
  d: { formula: c + b }
  c: { formula: b + 1 }
  b: { formula: MRR + 1 }
metrics:
  z: { formula: y + x }
  y: { formula: x * 2 }
  x: { formula: mrr * gross_margin }
`,
    },
    ({ catalog, problems }) => {
      expect(problems).toEqual([]);
      const attributes = Object.keys(catalog?.entities.customer.attributes ?? {});
      expect(attributes.filter((n) => 'bcd'.includes(n))).toEqual(['b', 'c', 'd']);
      expect(Object.keys(catalog?.metrics ?? {}).filter((n) => 'xyz'.includes(n))).toEqual(['x', 'y', 'z']);
      expect(catalog?.entities.customer.attributes['b']?.source).toMatchObject({ expression: { names: ['mrr'] } });
    },
  ));

test('metrics hold what they are over and whose facts count', () =>
  soundCatalog(({ metrics }) => {
    expect(metrics['mrr']).toMatchObject({
      source: { kind: 'state', over: { fact: 'subscriptions' }, at: 'end' },
      ratio: { kind: 'value', value: { sql: 'sum(mrr)', names: ['mrr'] } },
      members: 'end',
      good: 'up',
      zero: 'ZERO_DENOMINATOR',
    });
    expect(metrics['customers']?.source).toEqual({ kind: 'state', over: { entity: 'customer' }, at: 'end' });
    expect(metrics['active_users']?.source).toEqual({
      kind: 'flow',
      fact: 'events',
      where: { sql: "name = 'login'", names: ['name'] },
      last: { days: 30 },
      latestPer: 'user_id',
    });
    expect(metrics['logo_churn_rate']).toMatchObject({
      source: { kind: 'change', entity: 'customer' },
      members: 'start',
      ratio: { kind: 'ratio', numerator: { names: ['is_paying'] }, denominator: { names: ['is_paying'] } },
    });
    expect(metrics['arpa']).toMatchObject({ source: { kind: 'formula' }, members: 'start', zero: 'NO_CUSTOMERS' });
  }));

test('facts have a singular and a plural, and a time or an interval', () =>
  soundCatalog(({ facts }) => {
    expect(facts['events']).toMatchObject({
      name: 'event',
      plural: 'events',
      key: 'event_id',
      customer: 'customer_id',
      user: 'user_id',
      time: { kind: 'time', column: 'occurred_at' },
    });
    expect(facts['subscriptions']?.time).toEqual({ kind: 'interval', from: 'started_on', until: 'ended_on' });
    expect(facts['events']?.relation.columns['occurred_at']).toMatchObject({
      type: 'timestamp',
      timeType: 'timestamptz',
    });
    expect(facts['subscriptions']?.relation.columns['mrr']).toMatchObject({ label: 'MRR', min: 0 });
    expect(facts['subscriptions']?.relation.columns['ended_on']).toMatchObject({ knownFrom: 'ended_on' });
  }));

test('the default day is the last local day of any fact with a time', () =>
  soundCatalog(({ dataAsOf }) => {
    expect(dataAsOf).toBe('2026-03-03'); // 23:30 UTC is past midnight in Rome
  }));

test('a workspace may set the default day', () =>
  withModel({ 'workspace.yml': 'as_of: 2026-02-14' }, ({ catalog }) => {
    expect(catalog?.dataAsOf).toBe('2026-02-14');
    expect(catalog?.workspace).toMatchObject({ timeZone: 'UTC', constants: { gross_margin: 1 } });
  }));

test('without facts that have a time the default day is the last start of an interval', () =>
  withModel(
    {
      'sql/events.sql': null,
      'sql/events.yml': null,
      'sql/users.yml': 'entity: user\nkey: user_id\ncustomer: customer_id\n',
    },
    ({ catalog, problems }) => {
      expect(problems).toEqual([]);
      expect(catalog?.dataAsOf).toBe('2026-02-05');
    },
  ));

test('relations may select from each other, through a WITH of the same name too', () =>
  withModel(
    {
      'sql/a_movements.sql':
        'with subscriptions as (select * from subscriptions) select * from subscriptions join paid using (customer_id)',
      'sql/paid.sql': "select distinct customer_id from Subscriptions where mrr > 0 -- not 'data/customers.csv'",
    },
    ({ catalog, problems }) => {
      expect(problems).toEqual([]);
      const names = catalog?.relations.map((r) => r.name) ?? [];
      expect(names.indexOf('subscriptions')).toBeLessThan(names.indexOf('paid'));
      expect(names.indexOf('paid')).toBeLessThan(names.indexOf('a_movements'));
      expect(catalog?.relations.find((r) => r.name === 'a_movements')?.dependsOn).toEqual(['paid', 'subscriptions']);
    },
  ));

test('columns that cannot be asked about are left out', () =>
  withModel(
    {
      'sql/events.sql':
        "select *, {'a': 1} as payload, [1, 2] as parts, 12::utinyint as small from read_csv('data/events.csv')",
      'data/events.csv': filesModel['data/events.csv'],
    },
    ({ catalog, problems }) => {
      expect(problems).toEqual([]);
      expect(Object.values(catalog?.facts['events']?.relation.columns ?? {}).map((c) => [c.name, c.type])).toEqual([
        ['event_id', 'number'],
        ['customer_id', 'string'],
        ['user_id', 'string'],
        ['occurred_at', 'timestamp'],
        ['name', 'string'],
        ['parts', 'list'],
        ['small', 'number'],
      ]);
    },
  ));

test('the catalogue cannot be changed', () =>
  soundCatalog((catalog) => {
    expect(Object.isFrozen(catalog.entities.customer.attributes['mrr']?.source)).toBe(true);
  }));

test('Parquet, JSON lines, globs and hive partitions are read', () =>
  withModel(
    {
      'data/orders/year=2026/a.json': '{"customer_id":"a","ordered_on":"2026-01-03","amount":5}\n',
      'data/orders/year=2025/b.json': '{"customer_id":"b","ordered_on":"2025-01-03","amount":7}\n',
      'sql/orders.sql': "select * from read_ndjson('data/orders/*/*.json', hive_partitioning = true)",
      'sql/orders.yml':
        'fact: order\ncustomer: customer_id\ntime: ordered_on\nmetrics:\n  revenue: { flow: sum(amount) }\n',
    },
    async ({ catalog, engine, problems }) => {
      expect(problems).toEqual([]);
      expect(catalog?.facts['orders']?.relation.columns['year']?.type).toBe('number');
      expect(await engine.rows('select sum(amount)::int as s from orders where year = 2025')).toEqual([{ s: 7 }]);
    },
  ));

test('relations may be read into memory as they are defined, each before others select from it', () => {
  const loaded: string[] = [];
  return withModel(
    { 'sql/a_paid.sql': 'select * from subscriptions where mrr > 0' },
    ({ catalog, problems }) => {
      expect(problems).toEqual([]);
      expect(loaded).toEqual(catalog?.relations.map((r) => r.name));
    },
    (engine) => ({
      whenDefined: async ({ source: { name } }) => {
        await engine.load(name, 1000);
        loaded.push(name);
      },
    }),
  );
});

test('rows that cannot be read then are told once, beside the other mistakes', () =>
  withModel(
    {
      'sql/ages.sql': 'select customer_id, cast(name as integer) as age from customers',
      'sql/old.sql': 'select * from ages where age > 90',
      'sql/ages.yml': 'columns: { aged: {} }',
    },
    ({ catalog, problems }) => {
      expect(catalog).toBeNull();
      expect(problems.map((p) => [p.code, p.file])).toEqual([
        ['DATA_UNREADABLE', 'sql/ages.sql'],
        ['UNKNOWN_COLUMN', 'sql/ages.yml'],
      ]);
      expect(problems[0]?.message).toMatch(/Acme/);
    },
    (engine) => ({ whenDefined: ({ source: { name } }) => engine.load(name, 1000).then(() => undefined) }),
  ));
