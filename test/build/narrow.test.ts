import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openWorkspace } from '../support/workspace.js';
import { buildOnce, snapshotTypes } from './built.js';

const payments = (last: string): string =>
  `select * from (values ('c1', date '2026-01-05', 10.5, 3), ('c2', date '2026-01-06', 99.25, 4), ('c1', date '2026-01-29', ${last}, 5))
     as t(customer_id, paid_on, amount, points)`;

const files = (last: string): Readonly<Record<string, string>> => ({
  'workspace.yml': `name: Sums\ntime_zone: UTC\ncurrency: EUR\nas_of: 2026-01-31\nsnapshots: { daily: 10 days }\n`,
  'sql/customers.sql': `select * from (values ('c1'), ('c2'), ('c3')) as t(customer_id)`,
  'sql/customers.yml': `entity: customer\nkey: customer_id\nattributes:\n  twice: { formula: spent + spent }\n  square: { formula: spent * spent }\nmetrics:\n  total: { state: sum(spent) }\n`,
  'sql/payments.sql': payments(last),
  'sql/payments.yml': [
    'fact: payment\ncustomer: customer_id\ntime: paid_on',
    'attributes:\n  spent: { value: "sum(cast(amount as decimal(24,6)))", last: all, missing: 0 }',
    '  collected: { value: sum(points), last: all }',
  ].join('\n'),
});

const query = `{ preview(where: {}) { customers(first: 9, orderBy: [{ by: SPENT, direction: DESC }]) { nodes { id spent twice square collected } }
  trend(metric: TOTAL, grain: DAY, period: { from: "2026-01-25", until: "2026-02-01" }) { points { from value } } }
  ${[0, 10, 10.5, 99.25, 1e11, 1e15, -1e15].map((than, i) => `a${String(i)}: preview(where: { spent: { gt: ${String(than)} } }) { size } b${String(i)}: preview(where: { spent: { lte: ${String(than)} } }) { size }`).join('\n')}
  few: preview(where: { collected: { eq: 4 } }) { size } }`;

async function asked(dir: string): Promise<unknown> {
  const opened = await openWorkspace(dir);
  try {
    const { data, errors } = await opened.ask(query);
    expect(errors).toBeUndefined();
    return data;
  } finally {
    await opened.close();
  }
}

const narrow = { spent: 'DECIMAL(18,6)', collected: 'BIGINT' };
const wide = { spent: 'DECIMAL(38,6)', collected: 'HUGEINT' };

test.each([
  ['are kept in 64 bits where they fit', '1.25', narrow],
  ['are kept as they are once one does not fit', '12345678901.5 * 100', wide],
])('sums %s, and answers are the same', async (_, last, types) => {
  const dir = await mkdtemp(join(tmpdir(), 'tessera-narrow-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  await mkdir(join(dir, 'sql'));
  for (const [name, text] of Object.entries(files(last))) await writeFile(join(dir, name), text);
  const live = await asked(dir);
  await buildOnce(dir);
  expect(await snapshotTypes(dir, ['spent', 'collected'])).toEqual(types);
  expect(await asked(dir)).toEqual(live);
});
