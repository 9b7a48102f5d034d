import { sizeOf } from '../../answers/measured.js';
import type { Member } from '../../answers/members.js';
import type { CustomerConnectionResolvers, UserConnectionResolvers } from '../generated.js';
import type { MembersFound } from '../parents.js';

const connection = {
  nodes: (c: MembersFound) => c.page.members,
  edges: (c: MembersFound) => c.page.members,
  pageInfo: (c: MembersFound) => ({
    hasNextPage: c.page.hasNextPage,
    endCursor: c.page.members.at(-1)?.cursor ?? null,
  }),
};

export const CustomerConnection: CustomerConnectionResolvers = {
  ...connection,
  totalCount: (c, _, { session }) => sizeOf(session, c.population, c.asOf),
};
export const UserConnection: UserConnectionResolvers = {
  ...connection,
  totalCount: (c, _, { session }) => sizeOf(session, c.population, c.asOf),
};
const edge = { cursor: (m: Member) => m.cursor, node: (m: Member) => m };
export const CustomerEdge = edge;
export const UserEdge = edge;
