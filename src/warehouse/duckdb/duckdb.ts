import { resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { EngineError, type ParsedSql } from '../../catalog/model.js';
import {
  type Activity,
  type Columns,
  type QueryEnded,
  type RunOptions,
  type Statement,
  toRows,
  type Warehouse,
  WarehouseError,
} from '../warehouse.js';
import { engineError } from './errors.js';
import { type Bounds, execute } from './execute.js';
import { Gate } from './gate.js';
import { type Opened, openInstance } from './instance.js';
import { parsed, readings } from './parse.js';
import { pathsIn } from './paths.js';
import { rooted } from './rooted.js';
import { DEFAULT_SETTINGS, type DuckDbSettings } from './settings.js';
import { Stop } from './stop.js';

export interface OpenOptions {
  /** The workspace: relative paths in SQL start here. */
  readonly dir: string;
  readonly settings?: Partial<DuckDbSettings>;
  /** Told of every query that `run` ends, for metrics. */
  readonly onQuery?: (query: QueryEnded) => void;
}

/** Opens an in-memory DuckDB over the files of a workspace. Throws EngineError. */
export async function openDuckDb({ dir, settings, onQuery }: OpenOptions): Promise<Warehouse> {
  const all = { ...DEFAULT_SETTINGS, ...settings };
  const home = resolve(dir);
  return new DuckDbWarehouse(await openInstance(home, all), all, { dir: home, maxRows: all.maxRows }, onQuery);
}

class DuckDbWarehouse implements Warehouse {
  readonly #gate: Gate<DuckDBConnection>;
  readonly #stops = new Set<Stop>();
  #closed: Promise<void> | undefined;
  /** Relations whose rows are in files: a plan holds what the files were, and they may change. */
  readonly #onFiles = new Set<string>();
  #hasInMemory = false;
  /** Counts what may have changed views or tables. */
  #version = 0;

  constructor(
    private readonly opened: Opened,
    private readonly settings: DuckDbSettings,
    private readonly bounds: Bounds,
    private readonly onQuery: ((query: QueryEnded) => void) | undefined,
  ) {
    this.#gate = new Gate(opened.connections);
  }

  get maxRows(): number {
    return this.bounds.maxRows;
  }

  get activity(): Activity {
    const { running, waiting } = this.#gate;
    return { running, waiting };
  }

  async run(statement: Statement, { signal, deadlineMs }: RunOptions = {}): Promise<Columns> {
    const { queueSize, queryTimeoutMs } = this.settings;
    const started = performance.now();
    const ended = (outcome: QueryEnded['outcome'], rows = 0): void =>
      this.onQuery?.({ ms: performance.now() - started, rows, outcome });
    try {
      const answer = await this.#run(statement, new Stop(signal, deadlineMs ?? queryTimeoutMs), queueSize, signal);
      ended('OK', answer.rowCount);
      return answer;
    } catch (error) {
      ended(error instanceof WarehouseError ? error.code : 'QUERY_FAILED');
      throw error;
    }
  }

  async define(name: string, sql: string): Promise<void> {
    const { columns } = await this.#ask('select json_serialize_sql($1::varchar)', [sql]);
    const serialized = String(columns[0]?.[0]);
    const select = rooted(sql, serialized, this.bounds.dir);
    if (pathsIn(JSON.parse(serialized)).length > 0) this.#onFiles.add(name);
    else this.#onFiles.delete(name);
    await this.#ask(`create or replace view ${quoted(name)} as ${select}`);
  }

  async describe(sql: string): Promise<readonly { readonly name: string; readonly sqlType: string }[]> {
    const rows = toRows(await this.#ask(`describe ${sql}`));
    return rows.map((row) => ({ name: String(row['column_name']), sqlType: String(row['column_type']) }));
  }

  async parse(texts: readonly string[]): Promise<readonly (ParsedSql | EngineError)[]> {
    // Halves of pairs cannot be written as JSON; they become the sign for what is no character, as in any text that is bound.
    const all = texts.map((text) => readings(Buffer.from(text).toString()));
    const sql = 'select list_transform($1::json::varchar[], lambda text: json_serialize_sql(text)) as parsed';
    const { columns } = await this.#ask(sql, [JSON.stringify(all.flat())]);
    const answers = (columns[0]?.[0] as readonly string[]).values();
    return all.map((each) => parsed(each.map((text) => ({ text, answer: answers.next().value ?? '' }))));
  }

  async rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return toRows(await this.#ask(sql));
  }

  async load(name: string, mostRows: number): Promise<boolean> {
    await this.#ask(`attach if not exists ':memory:' as ${IN_MEMORY} (compress)`);
    this.#hasInMemory = true;
    const table = `${IN_MEMORY}.${quoted(name)}`;
    const rows = await this.#copy(quoted(name), table, mostRows + 1);
    if (rows <= mostRows) await this.define(name, `from ${table}`);
    else await this.#ask(`drop table if exists ${table}`);
    return rows <= mostRows;
  }

  async compact(): Promise<void> {
    // A checkpoint that runs out of memory takes the database with it.
    if (this.#hasInMemory && this.opened.spills) await this.#ask(`checkpoint ${IN_MEMORY}`);
  }

  async attach(file: string, name: string, access: 'read' | 'write', groupRows = GROUP_ROWS[access]): Promise<void> {
    const path = `'${file.replaceAll("'", "''")}'`;
    await this.#ask(`attach ${path} as ${quoted(name)} (${ACCESS[access]}, row_group_size ${String(groupRows)})`);
  }

  async detach(name: string): Promise<void> {
    await this.#ask(`detach ${quoted(name)}`);
  }

  async command({ sql, parameters }: Statement): Promise<number> {
    const { columns, names } = await this.#ask(sql, parameters);
    return names[0] === 'Count' ? Number(columns[0]?.[0] ?? 0) : 0;
  }

  close(): Promise<void> {
    this.#closed ??= this.#gate.close().then(() => this.opened.close());
    for (const stop of this.#stops) stop.cancel();
    return this.#closed;
  }

  /** How many rows it copied; infinitely many when they do not fit the memory limit. */
  async #copy(from: string, to: string, limit: number): Promise<number> {
    try {
      const { columns } = await this.#ask(`create or replace table ${to} as from ${from} limit ${String(limit)}`);
      return Number(columns[0]?.[0]);
    } catch (error) {
      if (error instanceof EngineError && isOutOfMemory(error.cause)) return Infinity;
      throw error;
    }
  }

  /** For the model, which is checked when nobody waits for an answer: no deadline, and any number may wait. */
  async #ask(sql: string, parameters: readonly unknown[] = []): Promise<Columns> {
    try {
      return await this.#run({ sql, parameters }, new Stop(undefined, Infinity), Infinity, undefined, this.bounds);
    } catch (error) {
      throw engineError(error);
    } finally {
      this.#version++;
    }
  }

  async #run(
    statement: Statement,
    stop: Stop,
    queueSize: number,
    caller?: AbortSignal,
    bounds: Bounds = this.#onFiles.size > 0 ? this.bounds : { ...this.bounds, version: this.#version },
  ): Promise<Columns> {
    const { signal } = stop;
    this.#stops.add(stop);
    try {
      const work = (connection: DuckDBConnection) => execute(connection, statement, bounds, signal);
      return await this.#gate.use(work, { signal, queueSize, caller, onTurn: stop.restart });
    } finally {
      this.#stops.delete(stop);
      stop.release();
    }
  }
}

/** A database of its own: a relation keeps its name as a view whether its rows are in memory or not, and can be compressed. */
const IN_MEMORY = 'in_memory';

/**
 * Rows that are written as a group, which one thread reads: a third of the engine's own, so that a day of many customers is read by several.
 * On reading it tells from how many rows on a table is worth another thread.
 */
const GROUP_ROWS = { read: 16_384, write: 34_816 } as const;
/** Texts are kept so that those missing do not make the engine write out each row of a dictionary, as they do in the format that every version reads. */
const ACCESS = { read: 'read_only', write: `storage_version 'latest'` } as const;

const isOutOfMemory = (error: unknown): boolean => error instanceof WarehouseError && error.code === 'OUT_OF_MEMORY';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
