import { everyone, type Where } from '../../query/where.js';
import { describeProblem, type Problem } from '../../query/problem.js';
import { maxDepth } from './codes.js';
import type { ReadWhere, Scope } from './scope.js';
import { at, list, record, show, tell, type Entry, type Spot } from './spot.js';
import { refuseNull } from './tree.js';
import { id } from './values.js';

/** `{in, notIn}`: in at least one of these segments, and in none of those. Their wheres are put in place. */
export function readSegments(entry: Entry, scope: Scope, read: ReadWhere): Where | undefined {
  if (refuseNull(entry)) return undefined;
  const given = record(entry.value, entry.spot, 'the test of segment', ['in', 'notIn']);
  if (given === undefined) return undefined;
  const anyOf = (ids: unknown, spot: Spot): Where | undefined => {
    const items = list(ids, spot, (input, place) => oneSegment(input, place, scope, read));
    const [only] = items ?? [];
    return items?.length === 1 ? only : items && { kind: 'or', items };
  };
  const inside = given.in === undefined ? undefined : anyOf(given.in, at(entry.spot, 'in'));
  const outside = given.notIn === undefined ? undefined : anyOf(given.notIn, at(entry.spot, 'notIn'));
  const not: Where | undefined = outside && { kind: 'not', item: outside };
  return inside && not ? { kind: 'and', items: [inside, not] } : (inside ?? not ?? everyone);
}

function oneSegment(input: unknown, spot: Spot, scope: Scope, read: ReadWhere): Where | undefined {
  const segmentId = id(input, spot);
  if (segmentId === undefined) return undefined;
  const chain = [...scope.chain, segmentId];
  if (scope.chain.includes(segmentId))
    return tell(
      spot,
      'SEGMENT_CYCLE',
      `the segment refers to itself: ${chain.slice(chain.indexOf(segmentId)).join(' → ')}`,
    );
  if (chain.length > maxDepth)
    return tell(
      spot,
      'SEGMENTS_TOO_DEEP',
      `segments refer to one another over more than ${String(maxDepth)} levels: ${chain.join(' → ')}`,
    );
  const saved = scope.segment(segmentId);
  if (saved === undefined) return tell(spot, 'UNKNOWN_SEGMENT', `there is no segment ${show(segmentId)}`);
  if (saved.entity !== scope.entity)
    return tell(
      spot,
      'WRONG_ENTITY',
      `${show(saved.name)} is a segment of ${saved.entity}s; one of ${scope.entity}s is needed`,
      scope.entity === 'user' ? ['customer: {segment: …}'] : ['users: {some: {segment: …}}'],
    );
  const problems: Problem[] = [];
  const where = read(saved.where, { path: [], problems }, { ...scope, chain, depth: 0, hops: 0 });
  pass(problems, saved.name, spot);
  return { kind: 'segment', id: segmentId, name: saved.name, where };
}

/** Codes of what is wrong with segments together, rather than inside one of them. */
const together = ['SEGMENT_CYCLE', 'SEGMENTS_TOO_DEEP', 'WHERE_TOO_LARGE'] as const;

/** What is wrong with segments together is told as it is; what is wrong inside one, as one problem. */
function pass(problems: readonly Problem[], name: string, spot: Spot): void {
  const own = problems.filter(({ code }) => !together.some((c) => c === code));
  for (const code of together)
    for (const { message } of problems.filter((p) => p.code === code)) tell(spot, code, message);
  if (own.length > 0)
    tell(
      spot,
      'SEGMENT_BROKEN',
      `segment ${show(name)} no longer fits the model: ${own.map(describeProblem).join('; ')}`,
    );
}
