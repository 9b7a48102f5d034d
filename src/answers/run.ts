import type { Columns, Statement } from '../warehouse/warehouse.js';

/** A statement that ran. */
export interface Ran extends Statement {
  readonly elapsedMs: number;
  readonly rowCount: number;
  /** Its answer was already known, so the engine was not asked. */
  readonly cacheHit?: boolean;
}

/** Runs a statement for one request: stopped when the client leaves. Throws WarehouseError. */
export type Run = (statement: Statement) => Promise<Columns & { readonly ran: Ran }>;
