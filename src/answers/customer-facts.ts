import type { Fact } from '../catalog/model.js';
import { factRowsStatement } from '../compile/customer-facts.js';
import { problem, ProblemError } from '../query/problem.js';
import type { Period } from '../query/time.js';
import { toRows } from '../warehouse/warehouse.js';
import type { Member } from './members.js';
import type { Session } from './session.js';

export interface FactPage {
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** A member's rows of a fact as known at the end of the member's day, newest first. */
export async function factsOf(
  session: Session,
  fact: Fact,
  member: Member,
  page: { readonly first: number; readonly after?: string; readonly period?: Period },
): Promise<FactPage> {
  const offset = page.after === undefined ? 0 : readOffset(page.after);
  const answer = await session.run(
    factRowsStatement(session.catalog, {
      fact,
      customer: member.customerId === undefined ? member.id : member.customerId,
      user: member.customerId === undefined ? undefined : member.id,
      asOf: member.asOf,
      period: page.period,
      first: page.first,
      offset,
    }),
  );
  const nodes = toRows(answer).slice(0, page.first);
  return {
    nodes,
    hasNextPage: answer.rowCount > page.first,
    endCursor: nodes.length > 0 ? Buffer.from(String(offset + nodes.length)).toString('base64url') : null,
  };
}

function readOffset(cursor: string): number {
  const offset = Number(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (Number.isSafeInteger(offset) && offset > 0) return offset;
  throw new ProblemError([problem('BAD_CURSOR', ['after'], 'the cursor is not of this list')]);
}
