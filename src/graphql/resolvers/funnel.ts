import { funnelOf, type Funnel as Parent } from '../../answers/funnel/funnel.js';
import { funnelJourneys } from '../../answers/funnel/journeys.js';
import { funnelTrend } from '../../answers/funnel/trend.js';
import type { FunnelSummary } from '../../answers/funnel/steps.js';
import type { FunnelResolvers, SegmentResolvers } from '../generated.js';

export const SegmentFunnel: Pick<SegmentResolvers, 'funnel'> = {
  funnel: (segment, { request }, { session }) => funnelOf(session, segment, request),
};

/** A field of what is looked up once. */
const found =
  <K extends keyof FunnelSummary>(field: K) =>
  async (funnel: Parent): Promise<FunnelSummary[K]> =>
    (await funnel.summary())[field];

export const Funnel: FunnelResolvers = {
  of: ({ asked }) => (asked.question.population.entity === 'user' ? 'USERS' : 'CUSTOMERS'),
  asOf: ({ asked }) => asked.question.asOf,
  entered: found('entered'),
  converted: found('converted'),
  pending: found('pending'),
  lost: found('lost'),
  excluded: found('excluded'),
  rate: found('rate'),
  settledRate: found('settledRate'),
  steps: found('steps'),
  series: found('series'),
  truncated: found('truncated'),
  previous: (funnel) => funnel.previous(),
  trend: ({ asked }, { grain, fromStep, toStep }, { session }) =>
    funnelTrend(session, asked, { grain, fromStep, ...(toStep != null && { toStep }) }),
  journeys: ({ asked }, args, { session }) => funnelJourneys(session, asked, args),
};
