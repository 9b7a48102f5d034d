import { movementOf } from '../../answers/movement/movement.js';
import { readMovement } from '../../answers/movement/read.js';
import { readTransitions } from '../../answers/movement/read-transitions.js';
import { readStays, timeInStage } from '../../answers/movement/time-in-stage.js';
import { transitionsOf } from '../../answers/movement/transitions.js';
import { savedSegment } from '../../answers/segment.js';
import { metricOf } from '../../compile/metric-formulas.js';
import type {
  MovementPointResolvers,
  SegmentMovementResolvers,
  SegmentResolvers,
  TimeInStageResolvers,
  TransitionsResolvers,
  TransitionStageResolvers,
} from '../generated.js';

type Fields = Required<Pick<SegmentResolvers, 'movement' | 'transitions' | 'timeInStage'>>;

export const movementFields: Fields = {
  movement: (segment, { request }, { session }) =>
    movementOf(session, segment, readMovement(session, segment, request)),
  transitions: (segment, { request }, { session }) =>
    transitionsOf(session, segment, readTransitions(session, segment, request)),
  timeInStage: (segment, { request }, { session }) =>
    timeInStage(session, segment, readStays(session, segment, request)),
};

export const SegmentMovement: SegmentMovementResolvers = {
  metric: (m, _, { session }) => (m.value === null ? null : metricOf(session.catalog, m.value)),
};
export const MovementPoint: MovementPointResolvers = {
  from: (p) => p.period.from,
  until: (p) => p.period.until,
};
export const Transitions: TransitionsResolvers = {
  from: (t) => t.question.from,
  to: (t) => t.question.to,
  metric: (t, _, { session }) => (t.question.value === undefined ? null : metricOf(session.catalog, t.question.value)),
};
export const TransitionStage: TransitionStageResolvers = {
  segment: async (s, _, { session, segments }) =>
    s.segment === null ? null : savedSegment(session, await segments.get(s.segment)),
};
export const TimeInStage: TimeInStageResolvers = {
  from: (t) => t.question.period.from,
  until: (t) => t.question.period.until,
};
