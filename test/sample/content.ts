import { DuckDBInstance } from '@duckdb/node-api';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A number per data file that changes with any value or row in it, whatever bytes the file is packed into. */
export async function contentOf(data: string): Promise<Readonly<Record<string, string>>> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run("set timezone = 'UTC'");
  const files = (await readdir(data, { recursive: true })).filter((file) => /\.(parquet|csv)$/.test(file)).sort();
  const contents: Record<string, string> = {};
  for (const file of files) {
    const reader = await connection.runAndReadAll(
      `select count(*) || ' rows, ' || sum(hash(t)::hugeint) from '${join(data, file)}' t`,
    );
    contents[file] = JSON.stringify(reader.getRowsJson()[0]?.[0]);
  }
  return contents;
}
