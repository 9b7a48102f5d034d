import { tmpdir } from 'node:os';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';

/** Prints what the process and the warehouse take midnight in UTC to be. */
const warehouse = await openDuckDb({ dir: tmpdir() });
const { columns } = await warehouse.run({
  sql: `select timestamptz '2024-01-01 03:00:00+00'::date, timestamp '2024-01-01 00:00:00'::timestamptz,
    date_trunc('day', timestamptz '2024-01-01 03:00:00+00')`,
  parameters: [],
});
console.log(JSON.stringify({ process: new Date(2024, 0, 1).toISOString(), warehouse: columns.flat() }));
await warehouse.close();
