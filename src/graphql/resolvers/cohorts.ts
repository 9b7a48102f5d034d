import { cohortsOf } from '../../answers/cohorts/cohorts.js';
import { readCohorts } from '../../answers/cohorts/read.js';
import { metricOf } from '../../compile/metric-formulas.js';
import type {
  CohortAverageResolvers,
  CohortCellResolvers,
  CohortResolvers,
  CohortsResolvers,
  NullReason,
  SegmentResolvers,
} from '../generated.js';

export const cohorts: NonNullable<SegmentResolvers['cohorts']> = (segment, { request }, { session }) =>
  cohortsOf(session, segment, readCohorts(session, segment, request));

export const Cohorts: CohortsResolvers = {
  metric: (c, _, { session }) => metricOf(session.catalog, c.question.metric),
  grain: (c) => c.question.grain,
  age: (c) => c.question.unit,
  asOf: (c) => c.question.asOf,
  withoutStart: (c) => c.withoutStart(),
};
export const Cohort: CohortResolvers = {
  from: (c) => c.period.from,
  until: (c) => c.period.until,
};
export const CohortCell: CohortCellResolvers = {
  from: (c) => c.period?.from ?? null,
  until: (c) => c.period?.until ?? null,
  nullReason: (c) => c.nullReason as NullReason | null,
};
export const CohortAverage: CohortAverageResolvers = {
  nullReason: (c) => c.nullReason as NullReason | null,
};
