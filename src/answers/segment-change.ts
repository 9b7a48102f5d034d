import { readWhere } from '../catalog/where/read.js';
import { problem, ProblemError } from '../query/problem.js';
import type { EntityName } from '../query/where.js';
import type { StoredSegment } from '../store/segment.js';
import type { Source } from './session.js';

/** The one condition of a change, checked against the model and against the segments it refers to. Throws ProblemError. */
export function checkedWhere(
  source: Source,
  input: { readonly where?: unknown; readonly userWhere?: unknown },
  current?: StoredSegment,
): { readonly entity: EntityName; readonly where: unknown } {
  const given = [
    ...(input.where == null ? [] : [{ entity: 'customer' as const, where: input.where, field: 'where' }]),
    ...(input.userWhere == null ? [] : [{ entity: 'user' as const, where: input.userWhere, field: 'userWhere' }]),
  ];
  const [only] = given;
  if (!only || given.length > 1) {
    const message = 'give exactly one of where and userWhere';
    throw new ProblemError([problem('WHERE_NEEDED', ['input', 'where'], message, ['where', 'userWhere'])]);
  }
  if (current && current.entity !== only.entity) {
    const message = `the segment is one of ${current.entity}s and stays so`;
    throw new ProblemError([problem('WRONG_POPULATION', ['input', only.field], message)]);
  }
  const { problems } = readWhere(only.where, only.entity, {
    catalog: source.catalog,
    segment: source.segment,
    path: ['input', only.field],
    ...(current && { self: current.id }),
  });
  if (problems.length > 0) throw new ProblemError(problems);
  return { entity: only.entity, where: only.where };
}
