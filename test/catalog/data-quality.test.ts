import { expect, test } from 'vitest';
import { qualityCodes } from '../../src/catalog/problem-codes.js';
import { dataQuality, type RelationQuality } from '../../src/catalog/quality.js';
import { qualityProblems } from '../../src/catalog/quality-problems.js';
import { withModel, type Files } from './model-files.js';

const qualityOf = (changes: Files): Promise<readonly RelationQuality[]> =>
  withModel(changes, ({ catalog, engine, problems }) => {
    if (!catalog) throw new Error(JSON.stringify(problems));
    return dataQuality(catalog, engine);
  });
const of = (qualities: readonly RelationQuality[], relation: string) => qualities.find((q) => q.relation === relation);

/** Written so that every finding can be counted by eye. */
const oddRows: Files = {
  'workspace.yml': 'time_zone: America/New_York\nas_of: 2026-03-10',
  'data/customers.csv':
    'customer_id,name,industry,created_on\na,Acme,Retail,2026-01-01\na,Acme again,Retail,2026-01-02\nb,Bolt,,2026-02-01\n,Nobody,,2026-02-01\n',
  'sql/customers.sql': "select *, 'x' as note from read_csv('data/customers.csv')",
  'sql/users.sql':
    "select * from (values ('u1', 'a', 'admin'), ('u1', 'b', 'admin'), ('u2', 'b', ''), ('u2', 'b', ''), ('u3', 'z', '')) as t (user_id, customer_id, role)",
  'sql/events.sql': `
select * from (values
  (1, 'a', 'u1', timestamp '2026-03-01 23:30:00', 'login'),
  (1, 'a', 'u1', '2026-03-02 10:00:00', 'login'),
  (1, null, 'u1', '2026-03-03 10:00:00', 'login'),
  (null, 'z', 'u1', null, 'login')
) as t (event_id, customer_id, user_id, occurred_at, name)`,
  'sql/subscriptions.sql': `
select * from (values
  ('s1', 'a', date '2026-03-05', date '2026-03-04', -1, 10),
  ('s2', 'b', '2026-02-05', '2026-02-05', 0, 2000),
  ('s3', 'b', '2026-03-12', null, 5, null)
) as t (subscription_id, customer_id, started_on, ended_on, mrr, seats)`,
  'sql/subscriptions.yml': `
fact: subscription
key: subscription_id
customer: customer_id
interval: [started_on, ended_on]
columns: { mrr: { min: 0 }, seats: { min: 1, max: 1000 } }
attributes:
  mrr: { value: sum(mrr), current: true }
  seats: { value: sum(seats), current: true }
metrics:
  mrr: { state: sum(mrr) }
`,
  'sql/spare.sql': 'select 1 as one where false',
};

test('keys, customers, times and intervals of every relation are counted', async () => {
  const qualities = await qualityOf(oddRows);
  expect(of(qualities, 'customers')).toMatchObject({
    kind: 'customer',
    rows: 4,
    nullKeys: 1,
    duplicateKeys: 1,
    nullCustomers: null,
    orphanCustomers: null,
    firstDay: null,
  });
  expect(of(qualities, 'users')).toMatchObject({
    kind: 'user',
    rows: 5,
    nullKeys: 0,
    duplicateKeys: 1,
    orphanCustomers: 1,
  });
  expect(of(qualities, 'events')).toEqual({
    relation: 'events',
    file: 'sql/events.sql',
    kind: 'fact',
    rows: 4,
    nullKeys: 1,
    duplicateKeys: 2,
    nullCustomers: 1,
    orphanCustomers: 1,
    nullTimes: 1,
    firstDay: '2026-03-01',
    lastDay: '2026-03-03',
    daysBehind: 7,
    impossibleIntervals: null,
    outOfRange: [],
  });
  expect(of(qualities, 'subscriptions')).toMatchObject({
    rows: 3,
    duplicateKeys: 0,
    impossibleIntervals: 1,
    daysBehind: -2,
    outOfRange: [
      { column: 'mrr', rows: 1 },
      { column: 'seats', rows: 1 },
    ],
  });
  expect(of(qualities, 'spare')).toMatchObject({ kind: 'plain', rows: 0, nullKeys: null, lastDay: null });
});

test('findings are warnings with the file and key they are about', async () => {
  const warnings = qualityProblems(await qualityOf(oddRows));
  expect(warnings.map((w) => [w.code, w.file, w.path.join('.'), w.message]).sort()).toEqual(
    [
      ['NULL_KEYS', 'sql/customers.yml', 'key', '1 row without a key'],
      ['DUPLICATE_KEYS', 'sql/customers.yml', 'key', '1 row with a key that another row has'],
      ['DUPLICATE_KEYS', 'sql/users.yml', 'key', '1 row with a key that another row has'],
      ['ORPHAN_CUSTOMERS', 'sql/users.yml', 'customer', '1 row of a customer that is not among the customers'],
      ['NULL_KEYS', 'sql/events.yml', 'key', '1 row without a key'],
      ['DUPLICATE_KEYS', 'sql/events.yml', 'key', '2 rows with a key that another row has'],
      ['NULL_CUSTOMERS', 'sql/events.yml', 'customer', '1 row without a customer'],
      ['ORPHAN_CUSTOMERS', 'sql/events.yml', 'customer', '1 row of a customer that is not among the customers'],
      ['NULL_TIMES', 'sql/events.yml', 'time', '1 row without a time'],
      ['IMPOSSIBLE_INTERVALS', 'sql/subscriptions.yml', 'interval', '1 row with an end before the start'],
      ['OUT_OF_RANGE', 'sql/subscriptions.yml', 'columns.mrr', '1 row with mrr outside its min and max'],
      ['OUT_OF_RANGE', 'sql/subscriptions.yml', 'columns.seats', '1 row with seats outside its min and max'],
      ['NO_ROWS', 'sql/spare.sql', '', 'the relation has no rows'],
    ].sort(),
  );
  for (const { code } of warnings) expect(Object.keys(qualityCodes)).toContain(code);
});

test('sound data has no findings', async () => {
  expect(qualityProblems(await qualityOf({}))).toEqual([]);
});

test('rows that cannot be read are a finding, and the other relations are still counted', async () => {
  const qualities = await qualityOf({ 'sql/spare.sql': 'select cast(name as integer) as n from events' });
  expect(of(qualities, 'events')?.rows).toBe(2);
  expect(of(qualities, 'spare')?.unreadable).toMatch(/login/);
  expect(qualityProblems(qualities).map((w) => [w.code, w.file])).toEqual([['UNREADABLE', 'sql/spare.sql']]);
});
