import { evidenceCount, evidenceOf, evidenceRows, evidenceUsers } from '../../answers/explain/evidence.js';
import { explain } from '../../answers/explain/explain.js';
import { nearMissesOf, nearMissMembersOf } from '../../answers/explain/near-misses.js';
import type { Member } from '../../answers/members.js';
import { preview, savedSegment, populationOf, type Segment } from '../../answers/segment.js';
import { enumCase } from '../../catalog/names.js';
import { parentOf } from '../../catalog/explain/part.js';
import { problem, ProblemError } from '../../query/problem.js';
import type { EntityName } from '../../query/where.js';
import { readArguments } from '../arguments.js';
import type { Context } from '../context.js';
import type {
  CustomerResolvers,
  EvidenceResolvers,
  ExplainedConditionResolvers,
  ExplanationResolvers,
  FailedConditionResolvers,
  NearMissConditionResolvers,
  NearMissesResolvers,
  NearMissResolvers,
  SegmentResolvers,
  UserResolvers,
} from '../generated.js';

interface ExplainArguments {
  readonly where?: unknown;
  readonly segment?: string | null | undefined;
}

/** The where or the saved segment to explain: exactly one. */
async function asked(
  { session, segments }: Context,
  entity: EntityName,
  { where, segment }: ExplainArguments,
): Promise<Segment> {
  if ((where == null) === (segment == null))
    throw new ProblemError([
      problem(
        where == null ? 'MISSING_VALUE' : 'CONFLICTING_FIELDS',
        ['where'],
        'give exactly one of where and segment',
      ),
    ]);
  if (segment == null) return preview(session, entity, where);
  const saved = savedSegment(session, await segments.get(segment));
  populationOf(saved);
  if (saved.entity !== entity)
    throw new ProblemError([
      problem('WRONG_ENTITY', ['segment'], `the segment is one of ${saved.entity}s; one of ${entity}s is needed`),
    ]);
  return saved;
}

const explainMember = (entity: EntityName) => async (member: Member, args: ExplainArguments, context: Context) =>
  explain(context.session, await asked(context, entity, args), member);

export const explainOfCustomer: Pick<CustomerResolvers, 'explain'> = { explain: explainMember('customer') };
export const explainOfUser: Pick<UserResolvers, 'explain'> = { explain: explainMember('user') };
export const nearMissesOfSegment: Pick<SegmentResolvers, 'nearMisses'> = {
  nearMisses: (segment, { asOf }, { session }) => {
    const read = readArguments(session.catalog);
    return nearMissesOf(session, segment, read.done(read.day(asOf, segment.asOf)));
  },
};

export const Explanation: ExplanationResolvers = { conditions: (e) => e.parts };
export const ExplainedCondition: ExplainedConditionResolvers = {
  id: ({ part }) => part.id,
  parent: ({ part }) => parentOf(part.id),
  depth: ({ part }) => (part.id === '' ? 0 : part.id.split('.').length),
  kind: ({ part }) => part.kind,
  text: ({ part }) => part.text,
  where: ({ part }) => part.json,
  evidence: ({ part, member }) => (part.kind === 'CONDITION' ? evidenceOf(part, member) : null),
};

const users =
  (matching: boolean): EvidenceResolvers['users'] =>
  (evidence, { first }, { session }) => {
    const read = readArguments(session.catalog);
    return evidenceUsers(session, evidence, matching, read.done(read.atMost(first, 1_000, 'first')));
  };
export const Evidence: EvidenceResolvers = {
  fact: (e) => (e.kind === 'rows' ? enumCase(e.rows.fact) : null),
  count: (e, _, { session }) => evidenceCount(session, e),
  rows: (e, { first }, { session }) => {
    const read = readArguments(session.catalog);
    return evidenceRows(session, e, read.done(read.atMost(first, 100, 'first')));
  },
  users: users(true) as never,
  otherUsers: users(false) as never,
};

export const NearMisses: NearMissesResolvers = {
  members: (misses, { first }, { session }) => {
    const read = readArguments(session.catalog);
    return nearMissMembersOf(session, misses, read.done(read.atMost(first, 1_000, 'first')));
  },
};
const part = {
  id: (c: { part: { id: string } }) => c.part.id,
  text: (c: { part: { text: string } }) => c.part.text,
};
export const NearMissCondition: NearMissConditionResolvers = { ...part, where: (c) => c.part.json };
export const FailedCondition: FailedConditionResolvers = part;
export const NearMiss: NearMissResolvers = {
  customer: ({ member }) => (member.customerId === undefined ? member : null),
  user: ({ member }) => (member.customerId === undefined ? null : member),
};
