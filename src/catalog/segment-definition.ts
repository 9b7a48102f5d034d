import { z } from 'zod';
import type { EntityName } from '../query/where.js';

export const objectiveKinds = ['RETAIN', 'EXPAND', 'ACTIVATE', 'CONVERT', 'WIN_BACK', 'INFORM'] as const;

/** What a segment is kept for. */
export interface Objective {
  readonly kind: (typeof objectiveKinds)[number];
  /** A metric's name in the model. */
  readonly metric?: string;
  /** The metric's value aimed at, in its unit. */
  readonly target?: number;
  /** How many members are to be expected, both ends included. */
  readonly expectedSize?: SizeRange;
}

export interface SizeRange {
  readonly min?: number;
  readonly max?: number;
}

/** What somebody writes to define a segment, whether over the API or in a file. */
export interface SegmentDefinition {
  readonly entity: EntityName;
  readonly name: string;
  readonly description: string;
  /** Null at the top level. */
  readonly folder: string | null;
  readonly objective: Objective | null;
  /** JSON, as the where is written in GraphQL. */
  readonly where: unknown;
}

/** A name as it is compared, sorted and searched: in one case and one Unicode form. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

// SQLite text ends at a NUL and loses half a surrogate pair.
const unprintable = /[\p{Cc}\p{Cs}]/u;

const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, { error: `must not be longer than ${String(longest)} characters` });
const line = (longest: number) =>
  text(longest)
    .min(1, { error: 'must not be empty' })
    .refine((value) => !unprintable.test(value), { error: 'must be one line of printable text' });

export const segmentName = line(200);
export const folderName = line(100);
export const segmentDescription = text(10_000).refine((value) => !unprintable.test(value.replace(/[\n\r\t]/g, '')), {
  error: 'must be printable text',
});

const members = z
  .number()
  .refine((n) => Number.isSafeInteger(n) && n >= 0, { error: 'must be a whole number from 0 up' });

export const sizeRange = z
  .strictObject({ min: members.optional(), max: members.optional() })
  .refine(({ min, max }) => min !== undefined || max !== undefined, { error: 'needs min, max or both' })
  .refine(({ min, max }) => (min ?? 0) <= (max ?? Infinity), { error: 'min must not be greater than max' });

export const objectiveParts = {
  kind: z.enum(objectiveKinds),
  metric: line(100).optional(),
  target: z.number().optional(),
};
