import { build, type BuildSummary } from '../../src/build/build.js';
import { currentBuild, fileOf } from '../../src/build/place.js';
import type { Progress } from '../../src/build/steps.js';
import { describeProblem } from '../../src/query/problem.js';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';
import { toRows, type Warehouse } from '../../src/warehouse/warehouse.js';

const settings = { threads: 1, poolSize: 1 };

/** Builds a workspace as the command does. */
export async function buildOnce(dir: string, progress?: Progress): Promise<BuildSummary> {
  const { summary, problems } = await build(dir, await openDuckDb({ dir, settings }), progress);
  if (!summary) throw new Error(problems.map(describeProblem).join('\n'));
  return summary;
}

/** Looks into the build that serves, attached as `built`. */
async function lookInto<Found>(dir: string, look: (warehouse: Warehouse) => Promise<Found>): Promise<Found> {
  const current = await currentBuild(dir);
  if (!current) throw new Error('there is no build');
  const warehouse = await openDuckDb({ dir, settings });
  try {
    await warehouse.attach(fileOf(dir, current), 'built', 'read');
    return await look(warehouse);
  } finally {
    await warehouse.close();
  }
}

/** Every row of tables of the build that serves, as text, each table in an order of its own. */
export const tablesIn = (dir: string, tables: readonly string[]): Promise<readonly (readonly string[])[]> =>
  lookInto(dir, async (warehouse) => {
    const answers = await Promise.all(
      tables.map((table) => warehouse.run({ sql: `from built.${table}`, parameters: [] })),
    );
    return answers.map((answer) =>
      toRows(answer)
        .map((row) => JSON.stringify(Object.entries(row).sort()))
        .sort(),
    );
  });

export const rowsIn = async (dir: string, table: string): Promise<readonly string[]> =>
  (await tablesIn(dir, [table]))[0] ?? [];

/** The types of some columns of the snapshots, by column. */
export const snapshotTypes = (dir: string, columns: readonly string[]): Promise<Readonly<Record<string, string>>> =>
  lookInto(dir, async (warehouse) => {
    const described = await warehouse.describe(`select ${columns.join(', ')} from built.tessera.customer_snapshots`);
    return Object.fromEntries(described.map(({ name, sqlType }) => [name, sqlType]));
  });
