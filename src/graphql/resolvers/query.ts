import { findCustomer } from '../../answers/members.js';
import { preview, savedSegment } from '../../answers/segment.js';
import { tableOf } from '../../answers/table.js';
import { readArguments } from '../arguments.js';
import type { QueryResolvers } from '../generated.js';
import { readTable } from '../table-request.js';
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
  table: async (_, { request }, context) => tableOf(context.session, await readTable(request, context)),
};
