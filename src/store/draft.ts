import { z } from 'zod';
import type { Report } from '../catalog/report.js';
import {
  folderName,
  objectiveParts,
  segmentDescription,
  segmentName,
  sizeRange,
  type SegmentDefinition,
} from '../catalog/segment-definition.js';
import { validate } from '../catalog/validate.js';
import { ProblemError, type Problem } from '../query/problem.js';
import type { SegmentChanges, SegmentDraft } from './segment.js';

const parts = {
  name: segmentName,
  description: segmentDescription,
  folder: folderName.nullable(),
  objective: z.strictObject({ ...objectiveParts, expectedSize: sizeRange.optional() }).nullable(),
  where: z.unknown(),
};
const draftSchema = z.strictObject({ entity: z.enum(['customer', 'user']), ...parts });
const changesSchema = z.strictObject(parts).partial();

/** A draft with its blanks filled in, or everything that is wrong with it. */
export const readDraft = (draft: SegmentDraft): SegmentDefinition =>
  checked(draftSchema, {
    ...draft,
    description: draft.description ?? '',
    folder: draft.folder ?? null,
    objective: withoutNulls(draft.objective ?? null),
  }) as SegmentDefinition;

/** Only what is to be changed, or everything that is wrong with it. */
export function readChanges(changes: SegmentChanges): Partial<SegmentDefinition> {
  const given = Object.fromEntries(Object.entries<unknown>({ ...changes }).filter(([, value]) => value !== undefined));
  return checked(changesSchema, {
    ...given,
    ...('description' in given && { description: given['description'] ?? '' }),
    ...('objective' in given && { objective: withoutNulls(given['objective']) }),
  }) as Partial<SegmentDefinition>;
}

export const readFolderName = (name: string): string => checked(z.strictObject({ name: folderName }), { name }).name;

function checked<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const problems: Problem[] = [];
  const report: Report = (code, path, message, suggestions = []) => {
    problems.push({ code, path, message, suggestions });
  };
  const data = validate(schema, value, report);
  if (problems.length > 0 || data === null) throw new ProblemError(problems);
  return data;
}

/** GraphQL gives null for what was left empty; inside an objective that is the same as left out. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part != null)
      .map(([key, part]) => [key, withoutNulls(part)]),
  );
}
