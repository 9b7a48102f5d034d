import { build as buildWorkspace } from '../build/build.js';
import { type Environment, processConfig } from '../config.js';
import { withProgressBar } from '../progress-bar.js';
import { raise } from '../query/problem.js';
import { openEngine } from './open.js';

/** Builds a workspace's database file; a server that is running takes it over. Throws ProblemError. */
export async function build(overrides: Environment): Promise<void> {
  const config = processConfig(overrides);

  const warehouse = await openEngine({ ...config, poolSize: 1 });
  const started = performance.now();
  const { summary, problems } = await withProgressBar((progress) =>
    buildWorkspace(config.workspace, warehouse, progress),
  );
  raise(problems);
  if (!summary) throw new Error('A build without problems has a summary');
  const { loaded, kept, snapshots } = summary;
  for (const [relation, rows] of loaded) console.log(`${rows.toLocaleString('en').padStart(13)}  ${relation}`);
  if (kept.length > 0) console.log(`    unchanged  ${kept.join(', ')}`);
  console.log(
    `${String(snapshots.added.length).padStart(13)}  days of customers (${String(snapshots.kept.length)} kept)`,
  );
  if (snapshots.redefined.length > 0)
    console.log(`     computed  ${snapshots.redefined.join(', ')} anew for the days that were kept`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`Built .tessera/builds/${summary.file} in ${seconds} s, data up to ${summary.dataAsOf}`);
}
