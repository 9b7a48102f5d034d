import type { Part } from '../../catalog/explain/part.js';
import { camelCase } from '../../catalog/names.js';
import { evidenceCountStatement, evidenceStatement, type EvidenceQuestion } from '../../compile/explain/evidence.js';
import { minus, type Day } from '../../query/time.js';
import type { EntityName, FactRows, Where } from '../../query/where.js';
import { toRows } from '../../warehouse/warehouse.js';
import { sizeOf } from '../measured.js';
import { membersOf, type Member } from '../members.js';
import type { Session } from '../session.js';

/** Whose rows or users a condition looks at, and as of which day. */
interface Subject {
  readonly entity: EntityName;
  /** Null of a user without one. */
  readonly customer: string | null;
  readonly user?: string;
  readonly asOf: Day;
}

export type Evidence =
  | { readonly kind: 'rows'; readonly rows: FactRows; readonly subject: Subject }
  | { readonly kind: 'users'; readonly where: Where; readonly subject: Subject };

/** What a condition rests on; null where that is neither rows nor users. */
export function evidenceOf({ own, within }: Part, member: Member): Evidence | null {
  const subject = subjectOf(within, member);
  if (own.kind === 'fact') return { kind: 'rows', rows: own.rows, subject };
  if (own.kind === 'users' || own.kind === 'userCount') return { kind: 'users', where: own.where, subject };
  return null;
}

function subjectOf(within: Part['within'], { id, customerId, asOf }: Member): Subject {
  const start: Subject =
    customerId === undefined
      ? { entity: 'customer', customer: id, asOf }
      : { entity: 'user', customer: customerId, user: id, asOf };
  return within.reduce<Subject>((subject, step) => {
    if (step.kind === 'customer') return { entity: 'customer', customer: subject.customer, asOf: subject.asOf };
    const then = step.ago ? minus(subject.asOf, step.ago) : (step.day ?? subject.asOf);
    return then < subject.asOf ? { ...subject, asOf: then } : subject;
  }, start);
}

const questionOf = (rows: FactRows, { customer, user, asOf }: Subject): EvidenceQuestion => ({
  rows,
  asOf,
  customer,
  ...(user === undefined ? {} : { user }),
});

const usersWhere = ({ customer }: Subject, where: Where): Where => ({
  kind: 'and',
  items: [{ kind: 'customer', where: { kind: 'ids', ids: customer === null ? [] : [customer] } }, where],
});

/** How many rows count, or users match. */
export async function evidenceCount(session: Session, evidence: Evidence): Promise<number> {
  const { subject } = evidence;
  if (evidence.kind === 'users')
    return sizeOf(session, { entity: 'user', where: usersWhere(subject, evidence.where) }, subject.asOf);
  const answer = await session.run(evidenceCountStatement(session.catalog, questionOf(evidence.rows, subject)));
  return Number(toRows(answer)[0]?.['n'] ?? 0);
}

/** The latest rows that count, by the fields they have in GraphQL; null for conditions on users. */
export async function evidenceRows(
  session: Session,
  evidence: Evidence,
  first: number,
): Promise<readonly Readonly<Record<string, unknown>>[] | null> {
  if (evidence.kind === 'users') return null;
  const question = questionOf(evidence.rows, evidence.subject);
  const rows = toRows(await session.run(evidenceStatement(session.catalog, question, first)));
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [camelCase(name), value])));
}

/** The users who match, or who do not, by key; null for conditions on rows. */
export async function evidenceUsers(
  session: Session,
  evidence: Evidence,
  matching: boolean,
  first: number,
): Promise<readonly Member[] | null> {
  if (evidence.kind === 'rows') return null;
  const { subject } = evidence;
  const wanted: Where = matching ? evidence.where : { kind: 'not', item: evidence.where };
  const population = { entity: 'user' as const, where: usersWhere(subject, wanted) };
  const page = await membersOf(session, { population, asOf: subject.asOf, orderBy: [], first });
  return page.members;
}
