import { membersStatement, valuesStatement } from '../compile/members.js';
import { problem, ProblemError } from '../query/problem.js';
import type { MembersQuestion } from '../query/question.js';
import type { Session } from './session.js';

/** A customer, or a user at a customer, as of a day. */
export interface Member {
  readonly id: string;
  /** Of users alone: the customer they work at, null where that is nobody. */
  readonly customerId?: string | null;
  readonly asOf: string;
  readonly cursor: string;
}
export interface MembersPage {
  readonly members: readonly Member[];
  readonly hasNextPage: boolean;
}

/** A page of members in the order asked, then by id. */
export async function membersOf(session: Session, question: MembersQuestion): Promise<MembersPage> {
  const answer = await session.run(membersStatement(session.catalog, question));
  const keys = answer.names.map((n, i) => ({ n, i })).filter(({ n }) => /^k\d+$/.test(n));
  const column = (name: string): readonly unknown[] => answer.columns[answer.names.indexOf(name)] ?? [];
  const [ids, customers] = [column('id'), column('customer_id')];
  const members = Array.from({ length: Math.min(answer.rowCount, question.first) }, (_, row) => ({
    id: String(ids[row]),
    ...(question.population.entity === 'user' && { customerId: keyOf(customers[row]) }),
    asOf: question.asOf,
    cursor: toCursor(keys.map(({ i }) => answer.columns[i]?.[row] ?? null)),
  }));
  return { members, hasNextPage: answer.rowCount > question.first };
}

/** A key as text; what is missing is null. */
export const keyOf = (key: unknown): string | null => {
  const named = key as string | number | null | undefined;
  return named == null ? null : String(named);
};

const toCursor = (keys: readonly unknown[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

/** Reads a cursor of the same order; throws ProblemError BAD_CURSOR. */
export function readCursor(cursor: string, length: number): readonly (string | number | null)[] {
  const keys = decode(cursor);
  const fits = (k: unknown): k is string | number | null =>
    k === null || typeof k === 'string' || typeof k === 'number';
  if (Array.isArray(keys) && keys.length === length && keys.every(fits)) return keys;
  throw new ProblemError([problem('BAD_CURSOR', ['after'], 'the cursor is not of this list and this order')]);
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/** A customer that exists as of the day; null where it does not. */
export async function findCustomer(session: Session, id: string, asOf: string): Promise<Member | null> {
  const answer = await session.run(valuesStatement(session.catalog, 'customer', asOf, [id], []));
  return answer.rowCount > 0 ? { id, asOf, cursor: '' } : null;
}
