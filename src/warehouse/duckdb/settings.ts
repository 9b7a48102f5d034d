export interface DuckDbSettings {
  /** Queries that may run at once. Each holds a libuv thread: keep it below UV_THREADPOOL_SIZE. */
  readonly poolSize: number;
  /** Callers that may wait for one of those places; one more is refused with WAREHOUSE_BUSY. */
  readonly queueSize: number;
  /** Time a caller may wait for its turn, and then a query may take, unless the caller says otherwise. */
  readonly queryTimeoutMs: number;
  /** Rows an answer may have. */
  readonly maxRows: number;
  /** Such as `4GB`; left out, DuckDB takes four fifths of the machine's. */
  readonly memoryLimit?: string | undefined;
  /** Threads one query may use; left out, one per core. */
  readonly threads?: number | undefined;
  /** Folder for what queries larger than the memory limit cannot hold. Left out, or not writable, they fail. */
  readonly tempDirectory?: string | undefined;
}

export const DEFAULT_SETTINGS: DuckDbSettings = Object.freeze({
  poolSize: 4,
  queueSize: 200,
  queryTimeoutMs: 30_000,
  maxRows: 1_000_000,
});
