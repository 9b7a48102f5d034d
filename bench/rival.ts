import {
  DuckDBInstance,
  type DuckDBConnection,
  type DuckDBDataChunk,
  type DuckDBMaterializedResult,
} from '@duckdb/node-api';
import type { Question, Rows, Value } from './question.js';

/** Hand-written SQL. */
export interface Rival {
  /** Runs it and reads all of its result: rows, or the text that a client would be sent. */
  readonly ask: () => Promise<Rows | string>;
  readonly read: (result: DuckDBMaterializedResult) => Rows | string;
}

/** DuckDB in this process over the file of a build, read as Tessera reads it; its relations are found by their own names. */
export async function openRival(file: string): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const sql of [
    `attach '${file.replaceAll("'", "''")}' as built (read_only, row_group_size 16384)`,
    'use built',
    "set timezone = 'UTC'",
    'set preserve_insertion_order = false',
  ])
    await connection.run(sql);
  return connection;
}

/** A question's SQL, whose columns are of types that are plain values in JavaScript. */
export async function rivalOf(connection: DuckDBConnection, question: Question): Promise<Rival> {
  const { sql, shape = asTheyAre, prepared = 'once' } = question;
  const read: Rival['read'] =
    question.read ?? ((result) => shape(chunksOf(result).flatMap((chunk) => chunk.getRows() as readonly Value[][])));
  const once = prepared === 'once' ? await connection.prepare(sql) : null;
  return { read, ask: async () => read(await (once ? once.run() : connection.run(sql))) };
}

/** The rows of the SQL are the answer. */
export const asTheyAre = (rows: Rows): Rows => rows;

/** A result that is all there is read at once, as Tessera does: fetching each chunk takes a thread and its time. */
export const chunksOf = (result: DuckDBMaterializedResult): readonly DuckDBDataChunk[] =>
  Array.from({ length: result.chunkCount }, (_, at) => result.getChunk(at));

/** The JSON of a result as a list of columns, each a list of values: written from the chunks, with no object per row. */
export function columnsText(result: DuckDBMaterializedResult): string {
  const columns = result.columnNames().map((): Value[] => []);
  for (const chunk of chunksOf(result))
    columns.forEach((values, c) => {
      const vector = chunk.getColumnVector(c);
      for (let row = 0; row < chunk.rowCount; row++) values.push(vector.getItem(row) as Value);
    });
  return JSON.stringify(columns);
}
