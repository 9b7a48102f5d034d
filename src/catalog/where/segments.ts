import { everyone, type MembershipTest, type Where, type Window } from '../../query/where.js';
import { describeProblem, type Problem } from '../../query/problem.js';
import { maxDepth } from './codes.js';
import { sampledScope, type ReadWhere, type Scope } from './scope.js';
import { at, list, record, show, tell, type Entry, type Spot } from './spot.js';
import { refuseNull } from './tree.js';
import { id } from './values.js';
import { days, window } from './window.js';

const tests = ['in', 'notIn', 'entered', 'left', 'ever', 'memberForAtLeast'] as const;
type Given = Readonly<Partial<Record<(typeof tests)[number], unknown>>>;

/**
 * `{in, notIn, entered, left, ever, memberForAtLeast}`: membership of segments now, and what became of it. Their wheres are put
 * in place; of a list of segments at least one counts.
 */
export function readSegments(entry: Entry, scope: Scope, read: ReadWhere): Where | undefined {
  if (refuseNull(entry)) return undefined;
  const { spot } = entry;
  const given = record(entry.value, spot, 'the test of segment', tests);
  if (given === undefined) return undefined;
  const items = [
    isIn(given, spot, scope, read),
    outside(given, spot, scope, read),
    ...(['entered', 'left', 'ever'] as const).map((how) =>
      given[how] === undefined ? undefined : moved(how, given[how], at(spot, how), scope, read),
    ),
  ].filter((item) => item !== undefined);
  const [only] = items;
  return items.length === 1 && only ? only : items.length === 0 ? everyone : { kind: 'and', items };
}

type Each = (segment: Where) => Where;

function anyOf(ids: unknown, spot: Spot, scope: Scope, read: ReadWhere, each: Each = (w) => w): Where | undefined {
  const items = list(ids, spot, (input, place) => oneSegment(input, place, scope, read))?.map(each);
  const [only] = items ?? [];
  return items?.length === 1 ? only : items && { kind: 'or', items };
}

/** In one of the segments, or with `memberForAtLeast` in the same one for so long. */
function isIn(given: Given, spot: Spot, scope: Scope, read: ReadWhere): Where | undefined {
  if (!('memberForAtLeast' in given))
    return given.in === undefined ? undefined : anyOf(given.in, at(spot, 'in'), scope, read);
  const place = at(spot, 'memberForAtLeast');
  const duration = given.memberForAtLeast === undefined ? undefined : days(given.memberForAtLeast, place);
  if (!('in' in given))
    return tell(at(spot, 'in'), 'MISSING_VALUE', 'memberForAtLeast needs the segments of `in`', ['in']);
  if (given.in === undefined) return undefined;
  const below = sampledScope(scope, place);
  if (below === undefined) return undefined;
  const during: Window = { kind: 'last', duration: duration ?? { days: 1 } };
  return anyOf(given.in, at(spot, 'in'), below, read, (where) => ({
    kind: 'membership',
    how: 'throughout',
    during,
    where,
  }));
}

function outside(given: Given, spot: Spot, scope: Scope, read: ReadWhere): Where | undefined {
  const item = given.notIn === undefined ? undefined : anyOf(given.notIn, at(spot, 'notIn'), scope, read);
  return item && { kind: 'not', item };
}

/** `{ids, during}`: what became of membership in a window, which has a first day. */
function moved(how: MembershipTest, input: unknown, spot: Spot, scope: Scope, read: ReadWhere): Where | undefined {
  const given = record(input, spot, how, ['ids', 'during']);
  if (given === undefined) return undefined;
  for (const part of ['ids', 'during'] as const)
    if (!(part in given)) tell(at(spot, part), 'MISSING_VALUE', `${how} needs ${part}`);
  const during = given.during === undefined ? undefined : window(given.during, at(spot, 'during'));
  if (during?.kind === 'range' && during.from === undefined)
    tell(at(at(spot, 'during'), 'from'), 'MISSING_VALUE', `${how} needs the day the window begins`);
  const below = how === 'ever' ? sampledScope(scope, spot) : scope;
  if (given.ids === undefined || below === undefined) return undefined;
  return anyOf(given.ids, at(spot, 'ids'), below, read, (where) =>
    during === undefined ? where : { kind: 'membership', how, during, where },
  );
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
