import { retentionOf } from '../../answers/retention/answer.js';
import { readRetention } from '../../answers/retention/read.js';
import type { RetentionCellResolvers, RetentionCohortResolvers, SegmentResolvers } from '../generated.js';

/** What members do over time. */
export const SegmentActivity: Pick<SegmentResolvers, 'retention'> = {
  retention: (segment, { request }, { session }) =>
    retentionOf(session, readRetention(session.catalog, segment, request)),
};

export const RetentionCohort: RetentionCohortResolvers = { people: (cohort) => cohort.people() };
export const RetentionCell: RetentionCellResolvers = { people: (cell) => cell.people() };
