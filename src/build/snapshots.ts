import type { Catalog, Snapshots } from '../catalog/model.js';
import { quoteName, quoteText } from '../catalog/sql-text.js';
import { snapshotStatement } from '../compile/snapshot.js';
import type { Day } from '../query/time.js';
import type { Warehouse } from '../warehouse/warehouse.js';
import { definitionsOf } from './definitions.js';
import type { Fingerprint } from './fingerprint.js';
import { gridDays } from './grid.js';
import { latestDay } from './latest-day.js';
import { lastingAttributes, noteOfLasting } from './lasting.js';
import { keptSnapshots, ownTable, run } from './manifest.js';
import { keepRows, narrow } from './narrow.js';
import type { Steps } from './steps.js';

/** What became of the snapshots. */
export interface BuiltSnapshots {
  /** Days computed whole. */
  readonly added: readonly Day[];
  /** Days kept from the build before. */
  readonly kept: readonly Day[];
  /** Attributes computed anew for the days that were kept. */
  readonly redefined: readonly string[];
}

/** Named in full: a view would be planned once more for every question. */
const table = ownTable('customer_snapshots');

/** What the snapshots of a build hold; undefined where there are none. */
export async function openSnapshots(
  catalog: Catalog,
  warehouse: Warehouse,
  prints: ReadonlyMap<string, Fingerprint>,
): Promise<Snapshots | undefined> {
  const { attributes, days } = await keptSnapshots(warehouse);
  if (days.length === 0) return undefined;
  const definitions = definitionsOf(catalog, prints);
  const sound = [...attributes].filter(([name, definition]) => definitions.get(name) === definition);
  if (sound.length === 0) return undefined;
  const lasting = await lastingAttributes(warehouse, definitions);
  const latest = { day: days.at(-1) ?? '', relation: latestDay };
  return { relation: table, days: new Set(days), latest, attributes: new Set(sound.map(([name]) => name)), lasting };
}

/**
 * Brings the snapshots up to date: days from `changedFrom` on and those outside the grid go, attributes with another
 * definition are computed anew for the days that stay, and the days that are missing are computed whole.
 */
export async function buildSnapshots(
  catalog: Catalog,
  warehouse: Warehouse,
  prints: ReadonlyMap<string, Fingerprint>,
  changedFrom: Day | null,
  steps: Steps,
): Promise<BuiltSnapshots> {
  const grid = await wantedDays(catalog, warehouse);
  const definitions = definitionsOf(catalog, prints);
  const before = await keptSnapshots(warehouse);
  const same = [...definitions].filter(([name, definition]) => before.attributes.get(name) === definition);
  const valid = before.days.filter((day) => grid.includes(day) && (changedFrom === null || day < changedFrom));
  const kept = same.length === 0 ? [] : valid;
  const redefined = kept.length === 0 ? [] : [...definitions.keys()].filter((name) => !same.some(([s]) => s === name));
  const left = [...before.attributes.keys()].filter((name) => !same.some(([s]) => s === name));

  if (kept.length > 0) await drop(warehouse, kept);
  else await run(warehouse, `drop table if exists ${table}`);
  if (kept.length > 0 && redefined.length + left.length > 0)
    await redefine(
      catalog,
      warehouse,
      kept,
      same.map(([name]) => name),
      redefined,
    );

  const all = [...definitions.keys()];
  const done = [...kept];
  const added = grid.filter((day) => !kept.includes(day));
  steps.more(added.length + 1);
  for (const day of added) {
    steps.next(`customers of ${day}`);
    const select = snapshotStatement(withSnapshots(catalog, done, all), day, all);
    await keepRows(catalog, warehouse, table, all, { select, first: done.length === 0 });
    done.push(day);
  }
  await note(warehouse, done, definitions);
  steps.next('which days of customers last');
  await noteOfLasting(catalog, warehouse, definitions, { relation: table, attributes: all, kept, added });
  return { added, kept, redefined };
}

const withSnapshots = (catalog: Catalog, days: readonly Day[], attributes: readonly string[]): Catalog =>
  days.length === 0
    ? catalog
    : {
        ...catalog,
        snapshots: { relation: table, days: new Set(days), attributes: new Set(attributes), lasting: new Set() },
      };

async function wantedDays({ workspace, entities, dataAsOf }: Catalog, warehouse: Warehouse): Promise<readonly Day[]> {
  const { since, relation } = entities.customer;
  const first = since === undefined ? 'null' : `cast(min(cast(${quoteName(since)} as date)) as varchar)`;
  const [row] = await warehouse.rows(`select ${first} as day from ${quoteName(relation.name)}`);
  const day = row?.['day'];
  return gridDays(workspace.snapshots, dataAsOf, typeof day === 'string' ? day : null, workspace.weekStart);
}

async function drop(warehouse: Warehouse, kept: readonly Day[]): Promise<void> {
  await run(warehouse, `delete from ${table} where _day not in (${kept.map(quoteText).join(', ')})`);
}

/** The table once more, with some columns computed anew from the others and from the rows. */
async function redefine(
  catalog: Catalog,
  warehouse: Warehouse,
  days: readonly Day[],
  same: readonly string[],
  redefined: readonly string[],
): Promise<void> {
  const known = withSnapshots(catalog, days, same);
  const fresh = ownTable('fresh_columns');
  for (const [i, day] of days.entries()) {
    const { sql, parameters } = snapshotStatement(known, day, redefined);
    await warehouse.command({
      sql: `${i === 0 ? `create table ${fresh} as` : `insert into ${fresh} by name`} ${sql}`,
      parameters,
    });
  }
  const columns = ['_day', '_id', ...same].map((c) => `s.${quoteName(c)}`);
  const made = redefined.map((c) => `f.${quoteName(c)}`);
  const next = ownTable('next_snapshots');
  await run(
    warehouse,
    `create table ${next} as select ${[...columns, ...made].join(', ')} from ${table} as s
     join ${fresh} as f on f._day = s._day and f._id = s._id order by s._day, s._id`,
  );
  for (const old of [fresh, table]) await run(warehouse, `drop table ${old}`);
  await run(warehouse, `alter table ${next} rename to customer_snapshots`);
  await narrow(catalog, warehouse, table, redefined);
}

async function note(
  warehouse: Warehouse,
  days: readonly Day[],
  definitions: ReadonlyMap<string, string>,
): Promise<void> {
  for (const name of ['snapshot_days', 'snapshot_attributes']) await run(warehouse, `delete from ${ownTable(name)}`);
  if (days.length === 0) return;
  await run(
    warehouse,
    `insert into ${ownTable('snapshot_days')} values ${days.map((d) => `(${quoteText(d)})`).join(', ')}`,
  );
  const rows = [...definitions].map(([name, definition]) => `(${quoteText(name)}, ${quoteText(definition)})`);
  await run(warehouse, `insert into ${ownTable('snapshot_attributes')} values ${rows.join(', ')}`);
}
