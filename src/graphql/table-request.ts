import { askedSegment, populationOf, savedSegment, type Segment } from '../answers/segment.js';
import type { TableRequest } from '../answers/table.js';
import { usualPeriod } from '../catalog/where/period.js';
import { ProblemError } from '../query/problem.js';
import { readArguments, type Arguments } from './arguments.js';
import type { Context } from './context.js';
import type { TableRequest as TableInput } from './generated.js';

/** A table as it is asked for, with its populations. Throws ProblemError with every mistake in the request. */
export async function readTable(request: TableInput, { session, segments }: Context): Promise<TableRequest> {
  const read = readArguments(session.catalog);
  const metrics = read.metrics(request.metrics, ['request', 'metrics']);
  const by = read.attributes('customer', request.by ?? [], ['request', 'by']);
  const limit = read.atMost(request.limit ?? 1_000, 100_000, 'request', 'limit');
  const period = read.period(request.period, usualPeriod(session.catalog.dataAsOf), ['request', 'period']);
  const asked = askedSegment(session, 'customer', request.where ?? {}, ['request', 'where']);
  read.tell(asked.problems);
  const saved = await Promise.all((request.segments ?? []).map((id, i) => savedOne(read, i, () => segments.get(id))));
  const rows: readonly Segment[] = read.done(saved).flatMap((s) => (s ? [savedSegment(session, s)] : []));
  return {
    populations: (rows.length > 0 ? rows : [asked]).map((segment) => ({
      label: segment.saved?.name ?? null,
      population: populationOf(segment),
    })),
    metrics,
    by,
    period,
    limit,
    fixed: request.membership === 'FIXED',
    bySegment: rows.length > 0,
    path: ['request'],
    ...(request.grain && { grain: request.grain }),
  };
}

async function savedOne<T>(read: Arguments, place: number, find: () => Promise<T>): Promise<T | null> {
  try {
    return await find();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    read.tell(error.problems.map((p) => ({ ...p, path: ['request', 'segments', place] })));
    return null;
  }
}
