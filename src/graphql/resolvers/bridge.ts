import { bridgeOf, readBridge } from '../../answers/bridge.js';
import { attributeNamed } from '../arguments.js';
import type { BridgePointResolvers, SegmentResolvers, ValueBridgeResolvers } from '../generated.js';

export const bridge: NonNullable<SegmentResolvers['bridge']> = (segment, { request }, { session }) =>
  bridgeOf(session, segment, readBridge(session, segment, request));

export const ValueBridge: ValueBridgeResolvers = {
  attribute: ({ question }, _, { session }) => {
    const found = attributeNamed(session.catalog, question.population.entity, question.attribute);
    if (!found) throw new Error(`No attribute ${question.attribute}`);
    return found;
  },
  netting: (b) => b.question.netting,
  grain: (b) => b.question.grain,
};
export const BridgePoint: BridgePointResolvers = {
  from: (p) => p.period.from,
  until: (p) => p.period.until,
  start: (p) => p.parts.start,
  new: (p) => p.parts.NEW,
  expansion: (p) => p.parts.EXPANSION,
  reactivation: (p) => p.parts.REACTIVATION,
  contraction: (p) => p.parts.CONTRACTION,
  churn: (p) => p.parts.CHURN,
  entering: (p) => p.parts.entering,
  leaving: (p) => p.parts.leaving,
  end: (p) => p.parts.end,
};
