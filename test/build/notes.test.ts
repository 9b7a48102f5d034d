import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildOnce, rowsIn } from './built.js';

const files = (zone: string): Readonly<Record<string, string>> => ({
  'workspace.yml': `name: Notes\ntime_zone: ${zone}\ncurrency: EUR\nas_of: 2026-01-31\n`,
  'sql/customers.sql': `select 'c1' as customer_id, date '2026-01-02' as created_on`,
  'sql/customers.yml': `entity: customer\nkey: customer_id\nsince: created_on\n`,
  'sql/calls.sql': `select 1 as call_id, 'c1' as customer_id, timestamptz '2026-01-01 23:30:00+00' as called_at`,
  'sql/calls.yml': `fact: call\nkey: call_id\ncustomer: customer_id\ntime: called_at\nmetrics: { calls: { flow: count(*) } }\n`,
});

test('whether the rows of a fact are of known customers is found out anew where days begin at another time', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'tessera-notes-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  await mkdir(join(dir, 'sql'));
  const noted = async (zone: string): Promise<unknown> => {
    for (const [name, text] of Object.entries(files(zone))) await writeFile(join(dir, name), text);
    await buildOnce(dir);
    const [row] = await rowsIn(dir, 'tessera.customer_facts');
    return Object.fromEntries(JSON.parse(row ?? '[]') as [string, unknown][]);
  };
  expect(await noted('Europe/Rome')).toMatchObject({ name: 'calls', of_customers: true });
  expect(await noted('UTC')).toMatchObject({ name: 'calls', of_customers: false });
});
