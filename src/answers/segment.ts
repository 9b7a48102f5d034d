import type { WhereContext } from '../catalog/where/read.js';
import { readWhere } from '../catalog/where/read.js';
import { describeWhere } from '../catalog/where/sentence.js';
import type { Problem } from '../query/problem.js';
import { ProblemError } from '../query/problem.js';
import type { Population } from '../query/question.js';
import type { Day } from '../query/time.js';
import type { EntityName, Where } from '../query/where.js';
import type { StoredSegment } from '../store/segment.js';
import type { Source } from './session.js';

/** A where with what is known of it: saved, or only asked. One that no longer fits the model keeps its problems. */
export interface Segment {
  readonly saved: StoredSegment | null;
  readonly entity: EntityName;
  readonly whereJson: unknown;
  readonly where: Where;
  readonly problems: readonly Problem[];
  /** The day it is asked as of where none is said, for the people of a number; left out, the last day of the data. */
  readonly asOf?: Day;
}

const contextOf = (source: Source, path: WhereContext['path']): WhereContext => ({
  catalog: source.catalog,
  segment: source.segment,
  ...(path && { path }),
});

/** An unsaved segment; throws ProblemError where the where is wrong. */
export function preview(
  source: Source,
  entity: EntityName,
  whereJson: unknown,
  path: readonly string[] = ['where'],
): Segment {
  const asked = askedSegment(source, entity, whereJson, path);
  if (asked.problems.length > 0) throw new ProblemError(asked.problems);
  return asked;
}

/** An unsaved segment with its problems. */
export function askedSegment(source: Source, entity: EntityName, whereJson: unknown, path: readonly string[]): Segment {
  const { where, problems } = readWhere(whereJson, entity, contextOf(source, path));
  return { saved: null, entity, whereJson, where, problems };
}

/** A saved segment as it fits the model today: a broken one is returned with its problems. */
export function savedSegment(source: Source, saved: StoredSegment): Segment {
  const { where, problems } = readWhere(saved.where, saved.entity, {
    ...contextOf(source, ['where']),
    self: saved.id,
  });
  return { saved, entity: saved.entity, whereJson: saved.where, where, problems };
}

/** Whom the segment's questions are about; throws ProblemError SEGMENT_BROKEN with each cause. */
export function populationOf(segment: Segment): Population {
  if (segment.problems.length > 0) {
    throw new ProblemError([
      {
        code: 'SEGMENT_BROKEN',
        path: ['segment', segment.saved?.id ?? ''],
        message: `the segment ${segment.saved?.id ?? ''} no longer fits the model; mend its where`,
        suggestions: [],
      },
      ...segment.problems,
    ]);
  }
  return { entity: segment.entity, where: segment.where };
}

export const sentenceOf = (source: Source, segment: Segment): string =>
  segment.problems.length > 0
    ? 'This segment no longer fits the model.'
    : describeWhere(segment.where, source.catalog, segment.entity);
