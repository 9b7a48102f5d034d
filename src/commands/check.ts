import { loadCatalog } from '../catalog/load.js';
import { dataQuality } from '../catalog/quality.js';
import { qualityProblems } from '../catalog/quality-problems.js';
import { readSegmentFiles } from '../catalog/segment-files.js';
import { readWhere } from '../catalog/where/read.js';
import type { Catalog } from '../catalog/model.js';
import type { Environment } from '../config.js';
import { processConfig } from '../config.js';
import type { Problem } from '../query/problem.js';
import { describeProblem, problem } from '../query/problem.js';
import { suggest } from '../catalog/suggest.js';
import { openDuckDb } from '../warehouse/duckdb/duckdb.js';

/** Prints every problem of the model and the quality of the data; exits 1 where there are problems. */
export async function check(overrides: Environment, json: boolean): Promise<void> {
  const { workspace: dir } = processConfig(overrides);
  const warehouse = await openDuckDb({ dir });
  try {
    const { catalog, problems } = await loadCatalog(dir, warehouse);
    const all = [...problems, ...(await segmentProblems(dir, catalog))];
    const quality = catalog ? await dataQuality(catalog, warehouse) : [];
    const warnings = qualityProblems(quality);
    if (json) console.log(JSON.stringify({ problems: all, quality, warnings }, null, 2));
    else {
      for (const p of all) console.log(`${p.code}  ${describeProblem(p)}`);
      if (catalog)
        console.table(
          quality.map(({ outOfRange, ...row }) => ({
            ...row,
            outOfRange: outOfRange.map((o) => `${o.column}: ${String(o.rows)}`).join(', '),
          })),
        );
      for (const w of warnings) console.log(`warning ${w.code}  ${describeProblem(w)}`);
      console.log(all.length === 0 ? 'The model fits the data.' : `${String(all.length)} problems.`);
    }
    if (all.length > 0) process.exitCode = 1;
  } finally {
    await warehouse.close();
  }
}

/** Segments as code that cannot be read, or whose where or objective does not fit the model. */
async function segmentProblems(dir: string, catalog: Catalog | null): Promise<readonly Problem[]> {
  const { segments, problems } = await readSegmentFiles(dir);
  if (!catalog) return problems;
  const byId = new Map(segments.map((s) => [s.id, s]));
  const wheres = segments.flatMap((s) =>
    readWhere(s.where, s.entity, { catalog, segment: (id) => byId.get(id), path: ['where'], self: s.id }).problems.map(
      (p) => ({ ...p, file: s.file }),
    ),
  );
  const metrics = Object.keys(catalog.metrics);
  const objectives = segments.flatMap(({ objective, file }) =>
    objective?.metric === undefined || metrics.includes(objective.metric)
      ? []
      : [
          {
            ...problem(
              'UNKNOWN_METRIC',
              ['objective', 'metric'],
              `there is no metric ${objective.metric}`,
              suggest(objective.metric, metrics),
            ),
            file,
          },
        ],
  );
  return [...problems, ...wheres, ...objectives];
}
