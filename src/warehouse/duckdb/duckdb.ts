import { resolve } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { ParsedSql } from '../../catalog/model.js';
import { type Columns, type RunOptions, type Statement, toRows, type Warehouse } from '../warehouse.js';
import { engineError } from './errors.js';
import { type Bounds, execute } from './execute.js';
import { Gate } from './gate.js';
import { openInstance } from './instance.js';
import { parsed, readings } from './parse.js';
import { DEFAULT_SETTINGS, type DuckDbSettings } from './settings.js';
import { Stop } from './stop.js';

export interface OpenOptions {
  /** The workspace: relative paths in SQL start here. */
  readonly dir: string;
  readonly settings?: Partial<DuckDbSettings>;
}

/** Opens an in-memory DuckDB over the files of a workspace. Throws EngineError. */
export async function openDuckDb({ dir, settings }: OpenOptions): Promise<Warehouse> {
  const all = { ...DEFAULT_SETTINGS, ...settings };
  const home = resolve(dir);
  const { instance, connections } = await openInstance(home, all);
  return new DuckDbWarehouse(instance, connections, all, { dir: home, maxRows: all.maxRows });
}

class DuckDbWarehouse implements Warehouse {
  readonly #gate: Gate<DuckDBConnection>;
  readonly #stops = new Set<Stop>();

  constructor(
    private readonly instance: DuckDBInstance,
    private readonly connections: readonly DuckDBConnection[],
    private readonly settings: DuckDbSettings,
    private readonly bounds: Bounds,
  ) {
    this.#gate = new Gate(connections, settings.queueSize);
  }

  async run(statement: Statement, options: RunOptions = {}): Promise<Columns> {
    const stop = new Stop(options.signal, options.deadlineMs ?? this.settings.queryTimeoutMs);
    this.#stops.add(stop);
    try {
      return await this.#gate.use(
        (connection) => execute(connection, statement, this.bounds, stop.signal),
        stop.signal,
      );
    } finally {
      this.#stops.delete(stop);
      stop.release();
    }
  }

  async define(name: string, sql: string): Promise<void> {
    await this.#ask(`create or replace view "${name.replaceAll('"', '""')}" as ${sql}`);
  }

  async describe(sql: string): Promise<readonly { readonly name: string; readonly sqlType: string }[]> {
    const rows = toRows(await this.#ask(`describe ${sql}`));
    return rows.map((row) => ({ name: String(row['column_name']), sqlType: String(row['column_type']) }));
  }

  async parse(sql: string): Promise<ParsedSql> {
    const texts = readings(sql);
    const serialize = texts.map((_, i) => `json_serialize_sql($${String(i + 1)}::varchar)`).join(', ');
    const answer = await this.#ask(`select ${serialize}`, texts);
    return parsed(
      sql,
      answer.columns.map(([json]) => String(json)),
    );
  }

  async rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return toRows(await this.#ask(sql));
  }

  async close(): Promise<void> {
    const emptied = this.#gate.close();
    for (const stop of this.#stops) stop.cancel();
    await emptied;
    for (const connection of this.connections) connection.closeSync();
    this.instance.closeSync();
  }

  /** For the model, which is checked when nobody waits for an answer: without a deadline. Throws EngineError. */
  async #ask(sql: string, parameters: readonly unknown[] = []): Promise<Columns> {
    try {
      return await this.run({ sql, parameters }, { deadlineMs: Infinity });
    } catch (error) {
      throw engineError(error);
    }
  }
}
