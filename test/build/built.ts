import { build, type BuildSummary } from '../../src/build/build.js';
import { currentBuild, fileOf } from '../../src/build/place.js';
import { describeProblem } from '../../src/query/problem.js';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';
import { toRows } from '../../src/warehouse/warehouse.js';

const settings = { threads: 1, poolSize: 1 };

/** Builds a workspace as the command does. */
export async function buildOnce(dir: string): Promise<BuildSummary> {
  const { summary, problems } = await build(dir, await openDuckDb({ dir, settings }));
  if (!summary) throw new Error(problems.map(describeProblem).join('\n'));
  return summary;
}

/** Every row of a table of the build that serves, as text, in an order of its own. */
export async function rowsIn(dir: string, table: string): Promise<readonly string[]> {
  const current = await currentBuild(dir);
  if (!current) throw new Error('there is no build');
  const warehouse = await openDuckDb({ dir, settings });
  try {
    await warehouse.attach(fileOf(dir, current), 'built', 'read');
    const rows = toRows(await warehouse.run({ sql: `from built.${table}`, parameters: [] }));
    return rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  } finally {
    await warehouse.close();
  }
}
