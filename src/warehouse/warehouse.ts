import type { ModelEngine } from '../catalog/model.js';

/** SQL with `$1`, `$2` … placeholders and their values. Parameters are strings, numbers, booleans or null. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** Rows of its answer, where it is known that there cannot be more. */
  readonly mostRows?: number;
}

/**
 * An answer by columns. Counts and DECIMALs are numbers, days `YYYY-MM-DD`, timestamps ISO text in UTC (`…Z`;
 * without `Z` for TIMESTAMP without a zone), lists arrays, NaN and infinities null.
 */
export interface Columns {
  readonly names: readonly string[];
  /** The engine's own type of each column. */
  readonly types: readonly string[];
  readonly rowCount: number;
  readonly columns: readonly (readonly unknown[])[];
}

export interface RunOptions {
  /** Interrupts the query when aborted. Queries with the same one are of one caller, and share its place in the line. */
  readonly signal?: AbortSignal;
  /**
   * Interrupts the query after this many milliseconds (QUERY_TIMEOUT), counted from when its caller's turn came; the warehouse
   * has a default. A caller whose turn does not come in that time is refused (WAREHOUSE_BUSY).
   */
  readonly deadlineMs?: number;
}

export interface Activity {
  readonly running: number;
  readonly waiting: number;
}

/** A question's query that is over. */
export interface QueryEnded {
  /** Milliseconds, its waiting included. */
  readonly ms: number;
  /** Rows of its answer; 0 where there is none. */
  readonly rows: number;
  readonly outcome: 'OK' | WarehouseErrorCode;
}

/** Runs SQL on an engine and returns columns. Knows nothing of segments or metrics. */
export interface Warehouse extends ModelEngine {
  /** Rows an answer may have. */
  readonly maxRows: number;
  /** Queries at this moment. */
  readonly activity: Activity;
  /** Throws WarehouseError. */
  run(statement: Statement, options?: RunOptions): Promise<Columns>;
  /**
   * Reads a defined relation into memory where it has at most so many rows, so that questions need not read its files again.
   * Whether it did. Throws EngineError.
   */
  load(name: string, mostRows: number): Promise<boolean>;
  /** Compresses what is in memory, where there is a folder to spill to; answers stay the same. Throws EngineError. */
  compact(): Promise<void>;
  /**
   * Makes the tables of a database file selectable as `name.table`. Tables that are made in it have groups of so many rows, a multiple
   * of 2,048, each read by one thread. Throws EngineError.
   */
  attach(file: string, name: string, access: 'read' | 'write', groupRows?: number): Promise<void>;
  /** Closes a file again. Throws EngineError. */
  detach(name: string): Promise<void>;
  /** Runs a statement that changes something, however long it takes, and returns the rows it changed. Throws EngineError. */
  command(statement: Statement): Promise<number>;
  close(): Promise<void>;
}

export type WarehouseErrorCode =
  'WAREHOUSE_BUSY' | 'QUERY_TIMEOUT' | 'QUERY_CANCELLED' | 'OUT_OF_MEMORY' | 'DATA_UNREADABLE' | 'QUERY_FAILED';

export class WarehouseError extends Error {
  override readonly name = 'WarehouseError';
  constructor(
    readonly code: WarehouseErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** An answer as one object per row, for small answers. */
export const toRows = (answer: Columns): readonly Readonly<Record<string, unknown>>[] =>
  Array.from({ length: answer.rowCount }, (_, row) =>
    Object.fromEntries(answer.names.map((name, i) => [name, answer.columns[i]?.[row] ?? null])),
  );
