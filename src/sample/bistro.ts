import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../samples/bistro/', import.meta.url));

/** Writes the bistro's files into a folder: the same rows on every machine. */
export async function generateBistro(out: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const sql = readFileSync(`${folder}generate.sql`, 'utf8');
  await connection.run(sql.replaceAll(/to '([a-z]+\.[a-z]+)'/g, (_, file: string) => `to '${out}/${file}'`));
  connection.closeSync();
  instance.closeSync();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await generateBistro(`${folder}data`);
  console.log('samples/bistro/data is written');
}
