import type { Rival } from './rival.js';

export type Value = string | number | boolean | null;
export type Rows = readonly (readonly Value[])[];

/** At most this many times as long as the rival, and `plusMs` beside that. */
export interface Target {
  readonly ratio: number;
  readonly plusMs?: number;
}

/** What questions are asked of. */
export interface Asked {
  /** The last day of the data. */
  readonly asOf: string;
  readonly customers: number;
}

/** One question in GraphQL, and the best SQL for its answer that can be written by hand over the same build. */
export interface Question {
  /** A short name, that of its file: results, notes and peers are found under it. */
  readonly key: string;
  readonly title: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The rows of the answer, in any order. */
  readonly rows: (data: never) => Rows;
  readonly sql: string;
  /** What of the rows of the SQL is the answer; left out, they are. */
  readonly shape?: (rows: Rows) => Rows;
  /** How the rival reads its result; left out, as rows. */
  readonly read?: Rival['read'];
  /** Left out, once. DuckDB 1.5 breaks on an ASOF join that is prepared once and run twice. */
  readonly prepared?: 'once' | 'each time';
  readonly target: Target;
}

export type MakeQuestion = (asked: Asked) => Question | readonly Question[];
