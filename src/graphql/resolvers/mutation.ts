import type { Objective, SegmentChanges } from '../../store/segment.js';
import { checkedWhere } from '../../answers/segment-change.js';
import { savedSegment } from '../../answers/segment.js';
import type { Segment } from '../../answers/segment.js';
import { ProblemError } from '../../query/problem.js';
import type { StoredSegment } from '../../store/segment.js';
import { readArguments } from '../arguments.js';
import type { Context } from '../context.js';
import type { MutationResolvers, ObjectiveInput } from '../generated.js';

interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly suggestions: readonly string[];
}

/** Mistakes become `userErrors`; anything else is thrown on. */
async function attempt<T>(
  change: () => Promise<T>,
  names: Readonly<Record<string, readonly string[]>>,
): Promise<{ made: T | null; userErrors: readonly UserError[] }> {
  try {
    return { made: await change(), userErrors: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { made: null, userErrors: error.problems.map((p) => ({ ...p, path: argumentPath(p.path, names) })) };
  }
}

/** What the store calls a thing is called otherwise, or lies elsewhere, in the arguments. */
function argumentPath(
  [first, ...rest]: readonly (string | number)[],
  names: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  if (first === undefined) return [];
  return [...(names[first] ?? [String(first)]), ...rest.map(String)];
}

const inInput = {
  name: ['input', 'name'],
  description: ['input', 'description'],
  folder: ['input', 'folder'],
  objective: ['input', 'objective'],
  where: ['input', 'where'],
  id: ['input', 'id'],
  expectedVersion: ['input', 'version'],
  version: ['input', 'restore'],
};

async function segmentChange(
  { session }: Context,
  change: () => Promise<StoredSegment>,
  names: Readonly<Record<string, readonly string[]>> = inInput,
): Promise<{ segment: Segment | null; userErrors: readonly UserError[] }> {
  const { made, userErrors } = await attempt(change, names);
  return { segment: made && savedSegment(session, made), userErrors };
}
const folderChange = async <T>(change: () => Promise<T>) => {
  const { made, userErrors } = await attempt(change, {});
  return { folder: made, userErrors };
};

function objectiveOf({ session }: Context, input: ObjectiveInput | null | undefined): Objective | null {
  if (!input) return null;
  const read = readArguments(session.catalog);
  const [metric] = input.metric ? read.metrics([input.metric], ['input', 'objective', 'metric']) : [];
  const { min, max } = input.expectedSize ?? {};
  return read.done({
    kind: input.kind,
    ...(metric !== undefined && { metric }),
    ...(input.target != null && { target: input.target }),
    ...(input.expectedSize && {
      expectedSize: { ...(min != null && { min }), ...(max != null && { max }) },
    }),
  });
}

export const Mutation: MutationResolvers = {
  createSegment: (_, { input }, context) =>
    segmentChange(context, async () => {
      const { entity, where } = checkedWhere(context.session, input);
      const { name, description = null, folder = null } = input;
      const objective = objectiveOf(context, input.objective);
      return context.segments.create({ entity, name, description, folder, objective, where });
    }),
  updateSegment: (_, { input }, context) =>
    segmentChange(context, async () => {
      const current = await context.segments.get(input.id);
      const changes: SegmentChanges = {
        ...(input.name != null && { name: input.name }),
        ...(input.description !== undefined && { description: input.description }),
        ...(input.folder !== undefined && { folder: input.folder }),
        ...(input.objective !== undefined && { objective: objectiveOf(context, input.objective) }),
        ...((input.where ?? input.userWhere) != null && {
          where: checkedWhere(context.session, input, current).where,
        }),
      };
      return context.segments.update(input.id, { expectedVersion: input.version, changes });
    }),
  restoreSegmentVersion: (_, { input }, context) =>
    segmentChange(context, () => context.segments.restore(input.id, input.restore, input.version)),
  archiveSegment: (_, { id }, context) => segmentChange(context, () => context.segments.archive(id), {}),
  unarchiveSegment: (_, { id }, context) => segmentChange(context, () => context.segments.unarchive(id), {}),
  createFolder: (_, { name }, { segments }) => folderChange(() => segments.folders.create(name)),
  renameFolder: (_, { name, newName }, { segments }) => folderChange(() => segments.folders.rename(name, newName)),
  deleteFolder: (_, { name }, { segments }) =>
    folderChange(async () => {
      await segments.folders.delete(name);
      return null;
    }),
};
