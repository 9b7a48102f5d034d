import type { Ran } from './run.js';

/** What a request asked of the warehouse, for logs. */
export interface Work {
  /** Statements answered, those from a cache too. */
  readonly statements: number;
  /** Milliseconds of all statements together, their waiting included; several may run at the same time. */
  readonly queryMs: number;
  /** Rows of all their answers. */
  readonly rows: number;
  /**
   * Days on which customers or users were made, over all statements: what an answer takes grows with it. The size of a
   * segment costs 1, a trend of 52 weeks 52, or 1 where snapshots answer it in one scan.
   */
  readonly cost: number;
  /** Statements whose answer was already known. */
  readonly cacheHits: number;
}

export function workOf(ran: readonly Ran[]): Work {
  const sum = (of: (statement: Ran) => number): number => ran.reduce((total, statement) => total + of(statement), 0);
  return {
    statements: ran.length,
    queryMs: Math.round(sum(({ elapsedMs }) => elapsedMs) * 10) / 10,
    rows: sum(({ rowCount }) => rowCount),
    cost: sum(({ sql, cacheHit }) => (cacheHit ? 0 : populationsIn(sql))),
    cacheHits: sum(({ cacheHit }) => (cacheHit ? 1 : 0)),
  };
}

/** Every population of a day is a table of its own in the statement. */
const populationsIn = (sql: string): number => sql.match(/"(?:customer|user)s_\d+" as \(/g)?.length ?? 0;
