import { cohortClv } from '../../answers/clv/cohorts.js';
import { expectedClv, prospectGroups } from '../../answers/clv/expected.js';
import { bandsOf, historicClv, percentilesOf } from '../../answers/clv/historic.js';
import { readClv } from '../../answers/clv/read.js';
import { simpleClv } from '../../answers/clv/simple.js';
import { readArguments } from '../arguments.js';
import type {
  ClvResolvers,
  ExpectedClvResolvers,
  ExpectedCustomerResolvers,
  HistoricClvResolvers,
  SegmentResolvers,
} from '../generated.js';

/** What members are worth. */
export const SegmentClv: Pick<SegmentResolvers, 'clv'> = {
  clv: (segment, { request }, { session }) => readClv(session, segment, request),
};

export const Clv: ClvResolvers = {
  asOf: (clv) => clv.question.asOf,
  simple: (clv, _, { session }) => simpleClv(session, clv),
  historic: (clv, _, { session }) => historicClv(session, clv),
  cohorts: (clv, _, { session }) => cohortClv(session, clv),
  expected: (clv, _, { session }) => expectedClv(session, clv),
};

export const HistoricClv: HistoricClvResolvers = {
  percentiles: (historic, { of }, { session }) => {
    const read = readArguments(session.catalog);
    read.atMost(of.length, 20, 'of');
    of.forEach((p) => read.within(p, 0, 100, 'of'));
    return percentilesOf(session, historic, read.done(of));
  },
  bands: (historic, { edges }, { session }) => {
    const read = readArguments(session.catalog);
    if (edges) read.atMost(edges.length, 50, 'edges');
    return bandsOf(session, historic, read.done(edges ?? undefined));
  },
};

export const ExpectedClv: ExpectedClvResolvers = {
  horizonDays: ({ request }) => request.horizonDays,
  discount: ({ request }) => request.discount,
  purchaseModel: ({ purchaseFit: f }) => f && { ...f.fit.model, logLikelihood: f.fit.logLikelihood, customers: f.of },
  amountModel: ({ spendFit: f }) => f && { ...f.fit.model, logLikelihood: f.fit.logLikelihood, customers: f.of },
  groups: (expected, _, { session }) => prospectGroups(session, expected),
  top: ({ each, request }, { first }, { session }) => {
    const read = readArguments(session.catalog);
    const { asOf } = request.question;
    return each.slice(0, read.done(read.atMost(first, 1_000, 'first'))).map((p) => ({ ...p, asOf }));
  },
};

export const ExpectedCustomer: ExpectedCustomerResolvers = {
  customer: ({ customerId, id, asOf }) => ({ id: customerId ?? id, asOf, cursor: '' }),
  user: ({ customerId, id, asOf }) => (customerId === undefined ? null : { id, customerId, asOf, cursor: '' }),
};
