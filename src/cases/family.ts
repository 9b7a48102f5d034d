import type { WorkedCase } from './case-file.js';
import type { Files } from './files.js';

/** A workspace being served. */
export interface Served {
  /** Asks GraphQL over HTTP and returns `data`; throws what the answer complains of. */
  readonly ask: <T = Readonly<Record<string, unknown>>>(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ) => Promise<T>;
}

/** Serves a workspace of these files. Equal files are served once. */
export type Open = (files: Files) => Promise<Served>;

/** What the product says, in the form of the case's `expected`. */
export interface Answered {
  readonly got: Readonly<Record<string, unknown>>;
  /** How far numbers may be apart; left out, they agree in every digit that is written down. */
  readonly tolerance?: number;
  /** Keys of `expected` that are no part of the answer, such as the tolerance itself. */
  readonly besides?: readonly string[];
  /** A rule of the product that gives another answer than the case's system, told by the case's parameters alone. */
  readonly departs?: string;
}

/**
 * Puts a case to the product. A parameter whose meaning is not known is a NotUnderstood, never ignored.
 * One file and one such function per family of cases.
 */
export type Translation = (worked: WorkedCase, open: Open) => Promise<Answered>;
