import type { Asked, Question } from '../question.js';
import { behaviourOverAYear } from './behaviour-over-a-year.js';
import { breakdownByTwoAttributes } from './breakdown-by-two-attributes.js';
import { dailyActiveUsers } from './daily-active-users.js';
import { fourStepFunnel } from './four-step-funnel.js';
import { largeTable } from './large-table.js';
import { manySegmentSizes } from './many-segment-sizes.js';
import { monthlyCohorts } from './monthly-cohorts.js';
import { segmentsByMetrics } from './segments-by-metrics.js';
import { sizeOfASegment } from './size-of-a-segment.js';
import { slidingActiveUsers } from './sliding-active-users.js';
import { trendOfASegment } from './trend-of-a-segment.js';

/** Every question of the benchmark, in the order of its table. */
export const questionsOf = (asked: Asked): readonly Question[] =>
  [
    sizeOfASegment,
    manySegmentSizes,
    segmentsByMetrics,
    breakdownByTwoAttributes,
    trendOfASegment,
    dailyActiveUsers,
    slidingActiveUsers,
    monthlyCohorts,
    fourStepFunnel,
    behaviourOverAYear,
    largeTable,
  ].flatMap((make) => make(asked));
