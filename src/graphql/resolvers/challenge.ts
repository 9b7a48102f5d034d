import { challengeOf } from '../../answers/challenge.js';
import { populationOf } from '../../answers/segment.js';
import { usualPeriod } from '../../catalog/where/period.js';
import { metricOf } from '../../compile/metric-formulas.js';
import { readArguments } from '../arguments.js';
import type { ChallengeDifferenceResolvers, SegmentResolvers } from '../generated.js';

export const challenge: NonNullable<SegmentResolvers['challenge']> = (segment, { request }, { session }) => {
  const read = readArguments(session.catalog);
  const metrics = read.metrics(request.metrics, ['request', 'metrics']);
  const first = read.atMost(request.first ?? 100, 1_000, 'first');
  const usual = usualPeriod(session.catalog.dataAsOf);
  const period = read.done(read.period(request.period, usual, ['request', 'period']));
  return challengeOf(session, { population: populationOf(segment), metrics, period, first });
};

export const ChallengeDifference: ChallengeDifferenceResolvers = {
  a: (d, _, { session }) => metricOf(session.catalog, d.a),
  b: (d, _, { session }) => metricOf(session.catalog, d.b),
};
