import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCatalog } from '../catalog/load.js';
import { ProblemError } from '../query/problem.js';
import { openDuckDb } from '../warehouse/duckdb/duckdb.js';
import { printedSchema } from './printed-schema.js';
import { schemaOf } from './schema.js';

/** `npm run snapshot` writes the full schema of the sample workspace, so that a change of the contract is seen in review. */
const home = fileURLToPath(new URL('../../', import.meta.url));
const file = `${home}schema/snapshot/sample.graphql`;

const warehouse = await openDuckDb({ dir: home });
try {
  const { catalog, problems } = await loadCatalog(home, warehouse);
  if (!catalog) throw new ProblemError(problems);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, printedSchema(schemaOf(catalog)));
  console.log(`${file} is written`);
} finally {
  await warehouse.close();
}
