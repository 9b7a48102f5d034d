import { engagementOf } from '../../answers/activity/engagement.js';
import { lifecycleOf } from '../../answers/activity/lifecycle.js';
import { readEngagement, readLifecycle, readStickiness } from '../../answers/activity/read.js';
import { stickinessOf } from '../../answers/activity/stickiness.js';
import { retentionOf } from '../../answers/retention/answer.js';
import { readRetention } from '../../answers/retention/read.js';
import type { RetentionCellResolvers, RetentionCohortResolvers, SegmentResolvers } from '../generated.js';

/** What members do over time. */
export const SegmentActivity: Pick<SegmentResolvers, 'retention' | 'lifecycle' | 'stickiness' | 'engagement'> = {
  retention: (segment, { request }, { session }) =>
    retentionOf(session, readRetention(session.catalog, segment, request)),
  lifecycle: (segment, { request }, { session }) =>
    lifecycleOf(session, readLifecycle(session.catalog, segment, request)),
  stickiness: (segment, { request }, { session }) =>
    stickinessOf(session, readStickiness(session.catalog, segment, request)),
  engagement: (segment, { request }, { session }) =>
    engagementOf(session, readEngagement(session.catalog, segment, request)),
};

export const RetentionCohort: RetentionCohortResolvers = { people: (cohort) => cohort.people() };
export const RetentionCell: RetentionCellResolvers = { people: (cell) => cell.people() };
