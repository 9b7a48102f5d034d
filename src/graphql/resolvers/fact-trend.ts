import { factTrendOf } from '../../answers/fact-trend/answer.js';
import { readFactTrend } from '../../answers/fact-trend/read.js';
import type { SegmentResolvers } from '../generated.js';

export const SegmentFactTrend: Pick<SegmentResolvers, 'factTrend'> = {
  factTrend: (segment, { request }, { session }) =>
    factTrendOf(session, readFactTrend(session.catalog, segment, request)),
};
