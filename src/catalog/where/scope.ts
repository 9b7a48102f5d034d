import type { EntityName, Where } from '../../query/where.js';
import type { Catalog } from '../model.js';
import { maxConditions, maxDepth } from './codes.js';
import { tell, type Spot } from './spot.js';

/** A saved segment as it is kept: its where is JSON that was never checked against this model. */
export interface SavedSegment {
  readonly name: string;
  readonly entity: EntityName;
  readonly where: unknown;
}

/** What surrounds the where that is being read. */
export interface Scope {
  readonly catalog: Catalog;
  readonly entity: EntityName;
  readonly segment: (id: string) => SavedSegment | undefined;
  /** Levels of and, or and not above, up to another day. */
  readonly depth: number;
  /** Changes between customers and users above. */
  readonly hops: number;
  /** Whether this is looked at on many days, for a condition above. */
  readonly sampled?: boolean;
  /** Segments above, outermost first. */
  readonly chain: readonly string[];
  /** Conditions left before the where is too large; one count for the whole where. */
  readonly budget: { left: number };
}

/** The scope of rows and conditions that stand in a request of their own, where no segment is referred to. */
export const rootScope = (catalog: Catalog, entity: EntityName): Scope => ({
  catalog,
  entity,
  segment: () => undefined,
  depth: 0,
  hops: 0,
  chain: [],
  budget: { left: maxConditions },
});

export type ReadWhere = (input: unknown, spot: Spot, scope: Scope) => Where;

/** Whether there is room for one more level; the problem is noted where there is none. */
export function roomAt(depth: number, spot: Spot): boolean {
  if (depth > maxDepth)
    tell(spot, 'WHERE_TOO_DEEP', `conditions may be nested ${String(maxDepth)} levels deep; save a part as a segment`);
  return depth <= maxDepth;
}

/** Counts one condition. Past the limit nothing more is read, and the problem is noted once. */
export function spend(budget: { left: number }, spot: Spot): boolean {
  budget.left -= 1;
  if (budget.left === -1)
    tell(
      spot,
      'WHERE_TOO_LARGE',
      `a where may have ${String(maxConditions)} conditions, those of its segments included`,
    );
  return budget.left >= 0;
}

/** Many days each of which looks at many days are too many; and each of them counts against what a where may hold. */
export function sampledScope(scope: Scope, spot: Spot): Scope | undefined {
  if (scope.sampled)
    return tell(spot, 'SEGMENTS_TOO_DEEP', 'what is looked at on many days may not itself look at many days');
  scope.budget.left -= Math.min(scope.budget.left, sampledDayLimit);
  return { ...scope, sampled: true };
}
const sampledDayLimit = 92;
