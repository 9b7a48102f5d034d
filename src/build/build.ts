import { copyFile, constants } from 'node:fs/promises';
import type { Catalog, Entity, Fact } from '../catalog/model.js';
import { loadCatalog } from '../catalog/load.js';
import { EngineError } from '../catalog/model.js';
import { readSources } from '../catalog/sources.js';
import { findings } from '../catalog/report.js';
import { firstChangeStatement } from '../compile/first-change.js';
import type { Problem } from '../query/problem.js';
import type { Day } from '../query/time.js';
import type { Warehouse } from '../warehouse/warehouse.js';
import { BUILD, builtRelations, createManifest, FORMER, run } from './manifest.js';
import { noteOfCustomers } from './of-customers.js';
import { currentBuild, fileOf, newBuild, publish, sweep } from './place.js';
import { type BuiltRelations, buildRelations } from './relations.js';
import { type BuiltSnapshots, buildSnapshots, type Steps } from './snapshots.js';

/** Told before each step: how many are done, of how many as far as is known, and what comes next. */
export type Progress = (done: number, total: number, step: string) => void;

/** What a build did. */
export interface BuildSummary extends Pick<BuiltRelations, 'loaded' | 'kept'> {
  readonly file: string;
  readonly snapshots: BuiltSnapshots;
  readonly dataAsOf: Day;
}

/** Before this day nothing was known: every day is another. */
const ALWAYS = '0001-01-01';

/**
 * Loads a workspace's relations into a new database file beside the one that serves, sorted for pruning, with the snapshots
 * of its customers, and makes it the one that serves as the last step. What has not changed since is copied. Null with the
 * problems of a model that is wrong; then the old build stays.
 */
export async function build(
  dir: string,
  warehouse: Warehouse,
  progress: Progress = () => undefined,
): Promise<{ readonly summary: BuildSummary | null; readonly problems: readonly Problem[] }> {
  const former = await currentBuild(dir);
  const made = await newBuild(dir, new Date());
  await sweep(dir, former ? [former] : []);
  try {
    if (former) {
      await copyFile(fileOf(dir, former), fileOf(dir, made), constants.COPYFILE_FICLONE);
      await warehouse.attach(fileOf(dir, former), FORMER, 'read');
    }
    await warehouse.attach(fileOf(dir, made), BUILD, 'write');
    const steps = stepper(progress, readSources(dir, findings()).length);
    await createManifest(warehouse);
    const relations = await buildRelations(dir, warehouse, steps.next);
    const { catalog, problems } = await loadCatalog(dir, warehouse, { whenDefined: relations.whenDefined });
    if (!catalog) return { summary: null, problems };
    await noteOfCustomers(catalog, warehouse, relations.loaded);
    const changed = former ? await firstChange(catalog, warehouse, relations) : ALWAYS;
    const snapshots = await buildSnapshots(catalog, warehouse, relations.prints, changed, steps);
    await run(warehouse, `checkpoint ${BUILD}`);
    await publish(dir, made);
    const { loaded, kept } = relations;
    return { summary: { file: made.file, loaded, kept, snapshots, dataAsOf: catalog.dataAsOf }, problems: [] };
  } finally {
    await warehouse.close();
    await sweep(
      dir,
      (await currentBuild(dir).then((now) => [now, former])).filter((kept) => kept !== null),
    );
  }
}

/** The first day that a relation of this build tells otherwise than the build before; null where none does. */
async function firstChange(
  catalog: Catalog,
  warehouse: Warehouse,
  { loaded, prints }: BuiltRelations,
): Promise<Day | null> {
  const before = await builtRelations(warehouse, FORMER);
  const { customer, user } = catalog.entities;
  const things: readonly (Entity | Fact)[] = [customer, ...(user ? [user] : []), ...Object.values(catalog.facts)];
  const days: Day[] = [];
  for (const thing of things) {
    const { name } = thing.relation;
    // With another definition its attributes are computed anew for every day.
    if (!loaded.has(name) || before.get(name)?.definition !== prints.get(name)?.definition) continue;
    const statement = firstChangeStatement(catalog, thing, [BUILD, 'main', name], [FORMER, 'main', name]);
    try {
      const { columns } = await warehouse.run(statement, { deadlineMs: Infinity });
      const day = columns[0]?.[0];
      if (typeof day === 'string') days.push(day);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      days.push(ALWAYS);
    }
  }
  return days.sort()[0] ?? null;
}

function stepper(progress: Progress, first: number): Steps {
  let done = 0;
  let total = first;
  return {
    more: (count) => {
      total += count;
    },
    next: (step) => {
      progress(done++, total, step);
    },
  };
}
