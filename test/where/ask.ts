import { readWhere, type SavedSegment } from '../../src/catalog/where/index.js';
import type { EntityName, Where } from '../../src/query/where.js';
import { sampleCatalog } from '../support/catalog.js';

export type Segments = Readonly<Record<string, Partial<SavedSegment> & { readonly where: unknown }>>;

export const lookUp =
  (segments: Segments) =>
  (id: string): SavedSegment | undefined => {
    const found = Object.hasOwn(segments, id) ? segments[id] : undefined;
    return found && { name: `Segment ${id}`, entity: 'customer', ...found };
  };

export const read = (
  input: unknown,
  entity: EntityName = 'customer',
  segments: Segments = {},
  catalog = sampleCatalog,
) => readWhere(input, entity, { catalog, segment: lookUp(segments) });

/** The tree of a where that must be valid. */
export function tree(input: unknown, entity: EntityName = 'customer', segments: Segments = {}): Where {
  const { where, problems } = read(input, entity, segments);
  if (problems.length > 0) throw new Error(`unexpected: ${JSON.stringify(problems)}`);
  return where;
}

/** `code path` of every problem, with its suggestions. */
export const mistakes = (input: unknown, entity: EntityName = 'customer', segments: Segments = {}) =>
  read(input, entity, segments).problems.map(
    ({ code, path, suggestions }) => [code, path.join('.'), suggestions] as const,
  );
