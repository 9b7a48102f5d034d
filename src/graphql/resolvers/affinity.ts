import { affinityOf, itemsOf, pairsOf } from '../../answers/affinity/affinity.js';
import { readAffinity } from '../../answers/affinity/read.js';
import { readArguments } from '../arguments.js';
import type { AffinityResolvers, SegmentResolvers } from '../generated.js';

/** What goes together. */
export const SegmentAffinity: Pick<SegmentResolvers, 'affinity'> = {
  affinity: (segment, { request }, { session }) => affinityOf(session, readAffinity(session, segment, request)),
};

export const Affinity: AffinityResolvers = {
  asOf: ({ request }) => request.question.asOf,
  items: (affinity, { first }, { session }) => {
    const read = readArguments(session.catalog);
    return itemsOf(session, affinity, read.done(read.atMost(first, 1_000, 'first')));
  },
  pairs: (affinity, { first, orderBy, from }, { session }) => {
    const read = readArguments(session.catalog);
    const items = from ? read.scalars(from, 'from') : undefined;
    const page = { first: read.atMost(first, 1_000, 'first'), orderBy, ...(items && { from: items }) };
    return pairsOf(session, affinity, read.done(page));
  },
};
