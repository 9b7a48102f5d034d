import { askedWithin, comparedSegments } from '../../answers/comparable.js';
import { overlapOf } from '../../answers/overlap.js';
import { tierMetrics, tierModel, tierOf, tiersOf } from '../../answers/tiers.js';
import { readArguments } from '../arguments.js';
import type { QueryResolvers, TierResolvers, TiersResolvers } from '../generated.js';

export const overlap: NonNullable<QueryResolvers['overlap']> = async (_, { request }, { session, segments }) => {
  const read = readArguments(session.catalog);
  const sets = read.atMost(request.sets ?? 100, 10_000, 'sets');
  const asOf = read.done(read.day(request.asOf));
  const limits = { least: 2, most: 50, path: ['request', 'segments'] };
  const compared = await comparedSegments(session, (id) => segments.get(id), request.segments, limits);
  const within = askedWithin(session, request, compared[0]?.segment.entity ?? 'customer', ['request']);
  return overlapOf(session, compared, within, asOf, sets);
};

export const tiers: NonNullable<QueryResolvers['tiers']> = async (_, { request }, { session }) => {
  const read = readArguments(session.catalog);
  const metrics = read.metrics(request.metrics ?? [], ['request', 'metrics']);
  const asOf = read.done(read.day(request.asOf));
  return tiersOf(session, tierModel(session, request, asOf), metrics);
};

export const Tiers: TiersResolvers = {
  of: (t, { id, customer }, { session }) => tierOf(session, t, id, customer ?? undefined),
};
export const Tier: TierResolvers = {
  metrics: (tier, _, { session }) => tierMetrics(session, tier),
};
