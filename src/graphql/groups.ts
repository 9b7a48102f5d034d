import type { Segment } from '../answers/segment.js';
import { problem, ProblemError } from '../query/problem.js';
import type { Arguments } from './arguments.js';

/** Attributes to group by: `by` names those of customers, `byUser` (there only where the model has users) those of users. */
export function groupsOf(
  read: Arguments,
  segment: Segment,
  by: readonly string[],
  byUser: readonly string[] | undefined,
): readonly string[] {
  const [own, other, name] = segment.entity === 'user' ? [byUser ?? [], by, 'by'] : [by, byUser ?? [], 'byUser'];
  if (other.length > 0) {
    const right = name === 'by' ? 'byUser' : 'by';
    throw new ProblemError([
      problem('NOT_GROUPABLE', [name], `a segment of ${segment.entity}s is grouped with ${right}`, [right]),
    ]);
  }
  return read.attributes(segment.entity, own, [name === 'by' ? 'byUser' : 'by']);
}
