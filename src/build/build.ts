import { copyFile, constants } from 'node:fs/promises';
import { loadCatalog } from '../catalog/load.js';
import { readSources } from '../catalog/sources.js';
import { findings } from '../catalog/report.js';
import type { Problem } from '../query/problem.js';
import type { Day } from '../query/time.js';
import type { Warehouse } from '../warehouse/warehouse.js';
import { ALWAYS, firstChange } from './changed.js';
import { BUILD, createManifest, FORMER, run } from './manifest.js';
import { keepLatestDay } from './latest-day.js';
import { noteOfCustomers } from './of-customers.js';
import { noteOfUsers } from './of-users.js';
import { currentBuild, fileOf, newBuild, publish, sweep } from './place.js';
import { type BuiltRelations, buildRelations } from './relations.js';
import { type BuiltSnapshots, buildSnapshots } from './snapshots.js';
import { countSteps, type Progress } from './steps.js';

/** What a build did. */
export interface BuildSummary extends Pick<BuiltRelations, 'loaded' | 'kept'> {
  readonly file: string;
  readonly snapshots: BuiltSnapshots;
  readonly dataAsOf: Day;
}

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
    const steps = countSteps(progress, readSources(dir, findings()).length);
    await createManifest(warehouse);
    const relations = await buildRelations(dir, warehouse, steps.next);
    const { catalog, problems } = await loadCatalog(dir, warehouse, relations.defining);
    if (!catalog) return { summary: null, problems };
    await noteOfCustomers(catalog, warehouse, relations.loaded);
    await noteOfUsers(catalog, warehouse, relations.loaded);
    const changed = former ? await firstChange(catalog, warehouse, relations) : ALWAYS;
    const snapshots = await buildSnapshots(catalog, warehouse, relations.prints, changed, steps);
    await run(warehouse, `checkpoint ${BUILD}`);
    await keepLatestDay(warehouse, fileOf(dir, made), steps);
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
