import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryTables, settings } from '../oracle/arbitrary-company.js';
import { makeWorkspace, write } from '../oracle/opened.js';
import { runs } from '../oracle/runs.js';
import type { World } from '../oracle/world.js';
import { buildOnce, tablesIn } from './built.js';

type Tables = World['tables'];

const [setting] = settings;
if (!setting) throw new Error('there is a setting');

/** Where each table's rows begin and end. */
const times: Readonly<Record<string, readonly string[]>> = {
  customers: ['created_on'],
  users: ['created_at', 'created_on'],
  events: ['occurred_at'],
  subscriptions: ['started_on', 'ended_on'],
  sessions: ['begins_at', 'ends_at'],
  tickets: ['opened_at', 'resolved_at'],
  visits: ['day'],
};

/** What becomes of a company: from a day on its rows are those of another, and before it what was open is still so. */
function turned(before: Tables, after: Tables, day: string): Tables {
  const [first, last] = [(table: string) => times[table]?.[0] ?? '', (table: string) => times[table]?.[1]];
  return Object.fromEntries(
    Object.entries(before).map(([table, rows]) => {
      const early = rows.filter((row) => String(row[first(table)] ?? '') < day);
      const ends = last(table);
      const open = early.map((row, i) =>
        ends !== undefined && String(row[ends] ?? '9') >= day && i % 2 === 0 ? { ...row, [ends]: null } : row,
      );
      const keys = new Set(open.map((row) => row['customer_id']));
      const late = (after[table] ?? []).filter(
        (row) => String(row[first(table)] ?? '') >= day && (table !== 'customers' || !keys.has(row['customer_id'])),
      );
      return [table, table === 'users' ? rows : [...open, ...late]];
    }),
  );
}

const company = fc.record({
  before: arbitraryTables(setting),
  after: arbitraryTables(setting),
  day: fc
    .integer({ min: 8, max: setting.days })
    .map((n) => new Date(Date.parse(setting.from) + n * 86_400_000).toISOString().slice(0, 10)),
});

test('building again after rows have changed gives what a new build gives', { timeout: 600_000 }, async () => {
  let kept = 0;
  let added = 0;
  const property = fc.asyncProperty(company, async ({ before, after, day }) => {
    fc.pre((before['customers'] ?? []).length > 0 && (before['events'] ?? []).length > 0);
    const now = turned(before, after, day);
    const [again, fresh] = [await makeWorkspace(setting), await makeWorkspace(setting)];
    try {
      for (const dir of [again, fresh])
        await appendFile(
          join(dir, 'workspace.yml'),
          `as_of: 2024-04-14\nsnapshots: { daily: 7 days, weekly: 5 weeks }\n`,
        );
      await write(again, before);
      await buildOnce(again);
      await write(again, now);
      await write(fresh, now);
      const { snapshots } = await buildOnce(again);
      await buildOnce(fresh);
      kept += snapshots.kept.length;
      added += snapshots.added.length;
      const tables = [
        'tessera.customer_snapshots',
        'tessera.snapshot_days',
        'tessera.lasting_attributes',
        'main.events',
        'main.subscriptions',
      ];
      expect(await tablesIn(again, tables)).toEqual(await tablesIn(fresh, tables));
    } finally {
      for (const dir of [again, fresh]) await rm(dir, { recursive: true });
    }
  });
  await fc.assert(property, runs(3, setting));
  expect(kept).toBeGreaterThan(0);
  expect(added).toBeGreaterThan(0);
});
