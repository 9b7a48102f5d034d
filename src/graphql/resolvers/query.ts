import { findCustomer } from '../../answers/members.js';
import { populationOf, preview, savedSegment } from '../../answers/segment.js';
import { tableOf } from '../../answers/table.js';
import { usualPeriod } from '../../catalog/where/period.js';
import { readArguments } from '../arguments.js';
import type { QueryResolvers } from '../generated.js';
import { overlap, tiers } from './comparison.js';

export const Query: QueryResolvers = {
  catalog: (_, __, { session }) => session.catalog,
  overlap,
  tiers,
  preview: (_, { where }, { session }) => preview(session, 'customer', where),
  userPreview: (_, { where }, { session }) => preview(session, 'user', where),
  segment: async (_, { id }, { session, segments }) => savedSegment(session, await segments.get(id)),
  segments: async (_, args, { session, segments }) => {
    const read = readArguments(session.catalog);
    const page = await segments.list({
      first: read.done(read.atMost(args.first, 1_000, 'first')),
      includeArchived: args.includeArchived,
      ...(args.after && { after: args.after }),
      ...(args.folder !== undefined && { folder: args.folder }),
      ...(args.search && { search: args.search }),
    });
    return {
      nodes: page.segments.map((s) => savedSegment(session, s)),
      pageInfo: { hasNextPage: page.next !== null, endCursor: page.next },
    };
  },
  folders: (_, __, { segments }) => segments.folders.list(),
  customer: (_, { id, asOf }, { session }) => {
    const read = readArguments(session.catalog);
    return findCustomer(session, id, read.done(read.day(asOf)));
  },
  table: async (_, { request }, { session, segments }) => {
    const read = readArguments(session.catalog);
    const metrics = read.metrics(request.metrics, ['request', 'metrics']);
    const by = read.attributes('customer', request.by ?? [], ['request', 'by']);
    const limit = read.atMost(request.limit ?? 1_000, 100_000, 'limit');
    const period = read.done(read.period(request.period, usualPeriod(session.catalog.dataAsOf), ['request', 'period']));
    const saved = await Promise.all((request.segments ?? []).map((id) => segments.get(id)));
    const populations =
      saved.length > 0
        ? saved.map((s) => ({ label: s.name, population: populationOf(savedSegment(session, s)) }))
        : [{ label: null, population: populationOf(preview(session, 'customer', request.where ?? {})) }];
    return tableOf(session, {
      populations,
      metrics,
      by,
      period,
      limit,
      fixed: request.membership === 'FIXED',
      bySegment: saved.length > 0,
      ...(request.grain && { grain: request.grain }),
    });
  },
};
