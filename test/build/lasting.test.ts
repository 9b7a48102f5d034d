import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { enumCase } from '../../src/catalog/names.js';
import { openWorkspace } from '../support/workspace.js';
import { buildOnce, rowsIn } from './built.js';

vi.setConfig({ testTimeout: 120_000 });

const readCsv = (file: string, columns: string): string =>
  `select * from read_csv('data/${file}.csv', columns = {${columns}}, header = true, auto_detect = false, delim = ',')`;
const files: Readonly<Record<string, string>> = {
  'sql/customers.sql': readCsv('customers', "customer_id: 'varchar', created_on: 'date', trial_until: 'date'"),
  'sql/customers.yml': `entity: customer
key: customer_id
since: created_on
metrics:
  everybody: { state: count(*) }
  subscribers: { state: count(*) filter (where subscribed > 0) }
`,
  'sql/subscriptions.sql': readCsv('subscriptions', "customer_id: 'varchar', started_on: 'date', ended_on: 'date'"),
  'sql/subscriptions.yml': `fact: subscription
customer: customer_id
interval: [started_on, ended_on]
attributes:
  subscribed: { value: count(*), current: true, missing: 0 }
  first_paid_on: { value: min(started_on), last: all }
  paying_since: { value: min(started_on), current: true }
`,
  'sql/replies.sql': readCsv('replies', "customer_id: 'varchar', noted_at: 'timestamp', replied_at: 'timestamp'"),
  'sql/replies.yml': `fact: reply
customer: customer_id
time: noted_at
attributes:
  first_reply_at: { value: min(replied_at), last: all }
  last_reply_at: { value: max(replied_at), last: all }
`,
  'data/customers.csv': `customer_id,created_on,trial_until
c1,2026-02-20,2026-03-30
c2,2026-03-10,
c3,2026-04-05,2026-04-30
c4,2026-04-20,
c5,,
`,
  'data/subscriptions.csv': `customer_id,started_on,ended_on
c1,2026-03-05,
c2,2026-03-12,2026-04-10
c2,2026-04-25,
c3,2026-04-06,
c5,2026-05-02,2026-05-03
`,
};
const replies = (...more: readonly string[]): string =>
  [
    'customer_id,noted_at,replied_at',
    'c1,2026-03-07 09:00:00,2026-03-07 09:00:00',
    'c2,2026-03-20 09:00:00,2026-03-20 09:00:00',
    'c2,2026-04-20 09:00:00,2026-04-20 09:00:00',
    'c3,2026-04-08 09:00:00,2026-04-08 09:00:00',
    ...more,
    '',
  ].join('\n');

let dir: string;
const lay = (laid: Readonly<Record<string, string>>): Promise<unknown> =>
  Promise.all(Object.entries(laid).map(([name, text]) => writeFile(join(dir, name), text)));
const upTo = (day: string, kept = 'daily: 80 days'): string =>
  `name: Lasting\ntime_zone: Europe/Rome\ncurrency: EUR\nas_of: ${day}\nsnapshots: { ${kept} }\n`;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tessera-lasting-'));
  for (const folder of ['sql', 'data']) await mkdir(join(dir, folder));
  await lay({ ...files, 'data/replies.csv': replies(), 'workspace.yml': upTo('2026-05-10') });
});
afterEach(() => rm(dir, { recursive: true }));

const noted = async (): Promise<readonly string[]> =>
  (await rowsIn(dir, 'tessera.lasting_attributes')).map((row) => /"name","(\w+)"/.exec(row)?.[1] ?? row).sort();

/** Cohorts by the month of an attribute, and whether they were told by a join with their members. */
async function cohorts(start: string, where = '{}', ages = 'ages: 3') {
  const opened = await openWorkspace(dir);
  try {
    const { data, errors, ran } = await opened.ask(`{ preview(where: ${where}) {
      ${['EVERYBODY', 'SUBSCRIBERS']
        .map(
          (metric) => `${metric}: cohorts(request: {
            start: { attribute: ${enumCase(start)} }, grain: MONTH, ${ages}, metric: ${metric}, asOf: "2026-05-09"
            period: { from: "2026-03-01", until: "2026-05-01" }
          }) { cohorts { from size cells { until value n } } withoutStart { count } }`,
        )
        .join('\n')}
    } }`);
    expect(errors).toBeUndefined();
    const together = ran.filter(({ sql }) => /_day (in|between)/.test(sql));
    return { data, inOneScan: together.length > 0, joined: together.some(({ sql }) => sql.includes('members_')) };
  } finally {
    await opened.close();
  }
}

interface Cohorts {
  readonly cohorts: readonly { readonly cells: readonly { readonly value: number }[] }[];
}

const times = ['created_on', 'trial_until', 'first_paid_on', 'paying_since', 'first_reply_at', 'last_reply_at'];
const answers = async () => Promise.all(times.map(async (start) => (await cohorts(start)).data));
const lasting = ['created_on', 'first_paid_on', 'first_reply_at'];

/** With another file laid first; that the build kept days; what is noted then, and that it tells what the files tell. */
async function builtAgain(laid: Readonly<Record<string, string>>): Promise<readonly string[]> {
  await rm(join(dir, '.tessera'), { recursive: true, force: true });
  await buildOnce(dir);
  await lay(laid);
  const { snapshots } = await buildOnce(dir);
  expect(snapshots.kept.length).toBeGreaterThan(30);
  return noted();
}

describe('an attribute lasts', () => {
  test('where its day stays once it has come, and cohorts by it are told by the rows of each day alone', async () => {
    const live = await answers();
    expect(new Set(live.map((data) => JSON.stringify(data))).size).toBeGreaterThan(4);
    await buildOnce(dir);
    expect(await noted()).toEqual(lasting);
    expect(await answers()).toEqual(live);
    for (const start of times)
      expect([start, await cohorts(start)]).toMatchObject([
        start,
        { inOneScan: true, joined: !lasting.includes(start) },
      ]);
  });

  test('but cohorts of some of the customers are still told by who they are on the day asked for', async () => {
    const where = '{ subscribed: { eq: 1 } }';
    const { data } = await cohorts('first_paid_on', where);
    await buildOnce(dir);
    expect(await cohorts('first_paid_on', where)).toEqual({ data, inOneScan: true, joined: true });
  });

  test('but a customer whose day is still to come in a month counts in it from the first, which no row of its own tells', async () => {
    const byDay = ['first_paid_on', '{}', 'age: DAY, ages: 15'] as const;
    const { data } = await cohorts(...byDay);
    const counts = (JSON.parse(JSON.stringify(data)) as { preview: { EVERYBODY: Cohorts } }).preview.EVERYBODY.cohorts;
    // The second customer is known from 10 March and pays from the 12th.
    expect(counts[0]?.cells.map(({ value }) => value)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]);
    await buildOnce(dir);
    expect(await cohorts(...byDay)).toEqual({ data, inOneScan: true, joined: true });
  });

  test('on the days that are kept: cohorts as of a day between them are told by who they are on it', async () => {
    const toldToday = '  told_today: { value: max(replied_at), last: 1 days }\n';
    await lay({
      'sql/replies.yml': `${files['sql/replies.yml'] ?? ''}${toldToday}`,
      'data/replies.csv': replies(
        ...['03-31', '04-30', '05-10'].map((on) => `c1,2026-${on} 09:00:00,2026-03-07 09:00:00`),
      ),
      'workspace.yml': upTo('2026-05-10', 'monthly: 3 months'),
    });
    const { data } = await cohorts('told_today');
    expect(data).toMatchObject({ preview: { EVERYBODY: { withoutStart: { count: 5 } } } });
    await buildOnce(dir);
    expect(await noted()).toContain('told_today');
    expect((await cohorts('told_today')).data).toEqual(data);
  });

  test.each([
    ['no more when a row that comes later tells another day', 'c1,2026-05-04 09:00:00,2026-03-03 09:00:00'],
    ['nor when one tells of a day that has passed, and none was known', 'c4,2026-05-04 09:00:00,2026-04-22 09:00:00'],
  ])('%s', async (_, row) => {
    expect(await builtAgain({ 'data/replies.csv': replies(row) })).toEqual(['created_on', 'first_paid_on']);
    const built = await answers();
    await rm(join(dir, '.tessera'), { recursive: true });
    expect(built).toEqual(await answers());
  });

  test('nor when one tells of a day to come', async () => {
    const early = { 'data/replies.csv': replies('c4,2026-05-08 09:00:00,2026-06-01 09:00:00') };
    expect(await builtAgain(early)).toEqual(['created_on', 'first_paid_on']);
  });

  test('again when that row is gone', async () => {
    const late = replies('c1,2026-05-04 09:00:00,2026-03-03 09:00:00');
    await lay({ 'data/replies.csv': late });
    expect(await builtAgain({ 'data/replies.csv': replies() })).toEqual(lasting);
  });

  test('still when days come and others between those that are kept go, until a new one tells otherwise', async () => {
    const grid = 'daily: 5 days, weekly: 10 weeks';
    await lay({ 'workspace.yml': upTo('2026-05-10', grid) });
    const before = await buildOnce(dir);
    expect(await noted()).toEqual(lasting);
    await lay({ 'workspace.yml': upTo('2026-05-12', grid) });
    const { added, kept } = (await buildOnce(dir)).snapshots;
    expect(added).toEqual(['2026-05-11', '2026-05-12']);
    expect(before.snapshots.added.filter((day) => !kept.includes(day))).toEqual(['2026-05-06', '2026-05-07']);
    expect(await noted()).toEqual(lasting);
    const late = replies('c1,2026-05-12 09:00:00,2026-03-03 09:00:00');
    await lay({ 'data/replies.csv': late });
    expect((await buildOnce(dir)).snapshots.added).toEqual(['2026-05-12']);
    expect(await noted()).toEqual(['created_on', 'first_paid_on']);
  });

  test('as it is defined, and no more with another definition', async () => {
    const yml = files['sql/subscriptions.yml'] ?? '';
    const last = yml.replace('first_paid_on: { value: min', 'first_paid_on: { value: max');
    expect(await builtAgain({ 'sql/subscriptions.yml': last })).toEqual(['created_on', 'first_reply_at']);
    await lay({ 'sql/subscriptions.yml': yml });
    expect((await buildOnce(dir)).snapshots.redefined).toEqual(['first_paid_on']);
    expect(await noted()).toEqual(lasting);
    await lay({ 'sql/subscriptions.yml': last });
    const { data, joined } = await cohorts('first_paid_on');
    expect(joined).toBe(true);
    await rm(join(dir, '.tessera'), { recursive: true });
    expect((await cohorts('first_paid_on')).data).toEqual(data);
  });
});
