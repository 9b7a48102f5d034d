import { LRUCache } from 'lru-cache';
import type { Catalog } from '../catalog/model.js';
import type { Statement } from '../warehouse/warehouse.js';

/** Bytes of the statements of one catalog, with what they answer. */
const MOST_BYTES = 8_000_000;

interface Known {
  readonly statement: Statement | null;
}

const known = new WeakMap<Catalog, LRUCache<string, Known>>();

/**
 * The statement that answers a question (any JSON): the catalog and the question alone tell it. A dashboard asks the same again
 * and again, and compiling takes longer than looking up.
 */
export function knownStatement<S extends Statement | null>(catalog: Catalog, question: string, compile: () => S): S {
  const statements = known.get(catalog) ?? new LRUCache<string, Known>({ maxSize: MOST_BYTES, sizeCalculation });
  known.set(catalog, statements);
  const found = statements.get(question);
  if (found) return found.statement as S;
  const statement = compile();
  statements.set(question, { statement });
  return statement;
}

const sizeCalculation = ({ statement }: Known, question: string): number =>
  2 * (question.length + (statement?.sql.length ?? 0)) + 32 * (statement?.parameters.length ?? 0);
