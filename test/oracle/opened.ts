import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findLasting } from '../../src/build/lasting.js';
import { run } from '../../src/build/manifest.js';
import { createSession, type Session } from '../../src/answers/session.js';
import { loadCatalog } from '../../src/catalog/load.js';
import type { Catalog } from '../../src/catalog/model.js';
import { describeProblem } from '../../src/query/problem.js';
import { keepRows } from '../../src/build/narrow.js';
import { snapshotStatement } from '../../src/compile/snapshot.js';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';
import type { Warehouse } from '../../src/warehouse/warehouse.js';
import type { Setting } from './arbitrary-company.js';
import { model } from './model.js';
import type { World } from './world.js';

/** The workspace beside the evaluator's world: the same rows in files and in memory. */
export interface Opened {
  readonly catalog: Catalog;
  /** Puts other rows in place of all there are. */
  fill(tables: World['tables'], segments?: World['segments']): Promise<{ session: Session; world: World }>;
  close(): Promise<void>;
}

/** More than a company has of anything: its rows are in memory, as where a server reads files of text. */
const MOST_ROWS = 100_000;
const template = join(import.meta.dirname, 'workspace');
const csv = ['subscriptions', 'visits'];
const nothing: World['tables'] = {
  customers: [],
  users: [],
  events: [],
  subscriptions: [],
  sessions: [],
  tickets: [],
  visits: [],
};
/** For the model to have data to be checked against, and a last day. */
const first = {
  ...nothing,
  customers: [{ customer_id: 'c1' }],
  events: [{ event_id: 1, customer_id: 'c1', user_id: 1, occurred_at: '2024-01-01T12:00:00Z' }],
};

/** Days and attributes that are kept in snapshots. */
export interface Kept {
  readonly days: readonly string[];
  readonly attributes: (name: string) => boolean;
}

export interface Options {
  readonly kept?: Kept;
  /** Questions read the files, as of relations too large for memory. */
  readonly onFiles?: boolean;
}

export async function openOracle(
  setting: Pick<Setting, 'zone' | 'weekStart'>,
  { kept, onFiles = false }: Options = {},
): Promise<Opened> {
  const dir = await makeWorkspace(setting);
  await write(dir, first);
  const warehouse = await openDuckDb({ dir, settings: { threads: 1 } });
  const { catalog, problems } = await loadCatalog(dir, warehouse);
  if (!catalog) throw new Error(problems.map(describeProblem).join('\n'));
  return {
    catalog,
    fill: async (given, segments = {}) => {
      await write(dir, { ...nothing, ...given });
      for (const { name, sql } of catalog.relations) {
        await warehouse.define(name, sql);
        if (!onFiles) await warehouse.load(name, MOST_ROWS);
      }
      const segment = (id: string) =>
        id in segments ? { name: id, entity: entityOf(id), where: segments[id] } : undefined;
      const world: World = {
        model,
        zone: setting.zone,
        weekStart: setting.weekStart,
        tables: { ...nothing, ...given },
        segments,
      };
      const asked = kept ? await withSnapshots(catalog, warehouse, kept) : catalog;
      return { session: createSession({ catalog: asked, warehouse, segment }), world };
    },
    close: async () => {
      await warehouse.close();
      await rm(dir, { recursive: true });
    },
  };
}

async function withSnapshots(catalog: Catalog, warehouse: Warehouse, { days, attributes }: Kept): Promise<Catalog> {
  const relation = 'kept_customers';
  const names = Object.keys(catalog.entities.customer.attributes).filter(attributes);
  for (const [i, day] of days.entries()) {
    const select = snapshotStatement(catalog, day, names);
    await keepRows(catalog, warehouse, relation, names, { select, first: i === 0 });
  }
  const lasting = await findLasting(catalog, warehouse, { relation, attributes: names, kept: [], added: days });
  const latest = { day: days.at(-1) ?? '', relation: 'latest_customers' };
  await run(
    warehouse,
    `create or replace table ${latest.relation} as from ${relation} where _day = date '${latest.day}'`,
  );
  return { ...catalog, snapshots: { relation, days: new Set(days), latest, attributes: new Set(names), lasting } };
}

/** Segments of users are called so. */
export const entityOf = (segment: string): 'customer' | 'user' => (segment.startsWith('user') ? 'user' : 'customer');

/** The evaluator's model in a folder of its own, without rows. */
export async function makeWorkspace(setting: Pick<Setting, 'zone' | 'weekStart'>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'tessera-oracle-'));
  await cp(template, dir, { recursive: true });
  const settings = (await readFile(join(dir, 'workspace.yml'), 'utf8'))
    .replace('ZONE', setting.zone)
    .replace('WEEK_START', setting.weekStart);
  await writeFile(join(dir, 'workspace.yml'), settings);
  await mkdir(join(dir, 'data'));
  return dir;
}

export async function write(dir: string, tables: World['tables']): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    const path = join(dir, 'data', `${table}.${csv.includes(table) ? 'csv' : 'ndjson'}`);
    await writeFile(
      path,
      csv.includes(table) ? asCsv(table, rows) : rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
    );
  }
}

const columns: Readonly<Record<string, readonly string[]>> = {
  subscriptions: ['subscription_id', 'customer_id', 'started_on', 'ended_on', 'plan', 'mrr', 'renews_on'],
  visits: ['customer_id', 'day', 'minutes'],
};
const asCsv = (table: string, rows: World['tables'][string]): string => {
  const names = columns[table] ?? [];
  return [names, ...rows.map((row) => names.map((name) => String(row[name] ?? '')))]
    .map((line) => line.join(','))
    .join('\n');
};
