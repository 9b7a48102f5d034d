import { rfmGroupsOf, rfmHoldoutPeriods, rfmMembersOf, rfmOf } from '../../answers/rfm.js';
import { populationOf } from '../../answers/segment.js';
import { readRfmRequest } from '../../catalog/where/rfm.js';
import { raise } from '../../query/problem.js';
import { readArguments } from '../arguments.js';
import type { RfmMemberResolvers, RfmResolvers, SegmentResolvers } from '../generated.js';

export const SegmentRfm: Pick<SegmentResolvers, 'rfm'> = {
  rfm: (s, { request }, { session }) => {
    const { value: read, problems } = readRfmRequest(request, s.entity, session.catalog, s.asOf);
    raise(problems);
    if (!read) throw new Error('A request without problems has been read');
    const { purchases, value, grain } = request;
    const basisJson = { purchases, ...(value != null && { value }), grain };
    const question = { ...read.of, population: populationOf(s), asOf: read.asOf };
    const held = read.holdoutUntil === undefined ? {} : { holdoutUntil: read.holdoutUntil };
    return rfmOf(session, { question: { ...question, ...held }, whereJson: s.whereJson, basisJson });
  },
};

export const Rfm: RfmResolvers = {
  asOf: ({ question }) => question.asOf,
  grain: ({ question }) => question.grain,
  size: async (rfm) => (await rfm.cells()).reduce((sum, { size }) => sum + size, 0),
  groups: (rfm) => rfmGroupsOf(rfm),
  cells: (rfm) => rfm.cells(),
  holdoutPeriods: (rfm, _, { session }) => rfmHoldoutPeriods(session, rfm),
  members: (rfm, { first, after, groups }, { session }) => {
    const read = readArguments(session.catalog);
    const page = { first: read.done(read.atMost(first, 1_000, 'first')), groups: groups ?? [] };
    return rfmMembersOf(session, rfm, { ...page, ...(after && { after }) });
  },
};

export const RfmMember: RfmMemberResolvers = {
  customer: ({ customerId, asOf }) => ({ id: customerId, asOf, cursor: '' }),
};
