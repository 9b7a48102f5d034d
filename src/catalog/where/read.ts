import type { Problem } from '../../query/problem.js';
import type { EntityName, Where } from '../../query/where.js';
import type { Catalog } from '../model.js';
import { maxConditions } from './codes.js';
import { fieldOf } from './fields.js';
import type { ReadWhere, SavedSegment } from './scope.js';
import type { Path } from './spot.js';
import { readTree } from './tree.js';

export interface WhereContext {
  readonly catalog: Catalog;
  /** Looks up a saved segment; undefined where there is none of that id. */
  readonly segment: (id: string) => SavedSegment | undefined;
  /** Where the where stands in the arguments, as the beginning of every path. */
  readonly path?: Path;
  /** The id of the segment this where is to be saved as: nothing it refers to may refer to that. */
  readonly self?: string;
}

/**
 * Reads a where as it is written in JSON (docs/where.md) into the tree that is compiled, with the wheres of its segments in place.
 * Never throws: every mistake is told with its path. Where there are problems, the tree is not to be used.
 */
export function readWhere(
  input: unknown,
  entity: EntityName,
  context: WhereContext,
): { readonly where: Where; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const where = read(
    input === undefined ? {} : input,
    { path: context.path ?? [], problems },
    {
      catalog: context.catalog,
      segment: context.segment,
      entity,
      depth: 0,
      hops: 0,
      chain: context.self === undefined ? [] : [context.self],
      budget: { left: maxConditions },
    },
  );
  return { where, problems };
}

const read: ReadWhere = (input, spot, scope) =>
  readTree<Where>(input, spot, scope.depth, {
    budget: scope.budget,
    what: `a where on ${scope.entity}s`,
    group: (kind, items) => ({ kind, items }),
    not: (item) => ({ kind: 'not', item }),
    leaf: (entry, depth) => fieldOf(scope, entry)?.(entry, { ...scope, depth }, read),
  });
