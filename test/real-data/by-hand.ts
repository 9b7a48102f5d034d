import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, DuckDBTypeId } from '@duckdb/node-api';
import type { DataSet } from './workspace.js';

export type Cell = string | number | boolean | null;
export type Rows = readonly (readonly Cell[])[];

const numeric: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
  DuckDBTypeId.DECIMAL,
]);

/** SQL written by hand straight against the files: plain DuckDB, nothing of the product and nothing of the model. */
export interface ByHand {
  rows(sql: string): Promise<Rows>;
  close(): void;
}

/** Opens a workspace's `data` folder, with the views and tables of `<set>.by-hand.sql`. */
export async function openByHand(set: DataSet, dir: string): Promise<ByHand> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  await connection.run(`set file_search_path = '${dir}'`);
  await connection.run(readFileSync(join(import.meta.dirname, `${set}.by-hand.sql`), 'utf8'));
  return {
    rows: (sql) => rowsOf(connection, sql),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<Rows> {
  const reader = await connection.runAndReadAll(sql);
  const isNumber = reader.columnTypes().map((type) => numeric.has(type.typeId));
  return reader.getRowsJson().map((row) =>
    row.map((value, column) => {
      if (value === null || typeof value === 'boolean') return value;
      if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`not a plain value in: ${sql}`);
      return isNumber[column] ? Number(value) : String(value);
    }),
  );
}
