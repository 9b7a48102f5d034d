import { preview } from '../../answers/segment.js';
import type { PeopleResolvers } from '../generated.js';

export const People: PeopleResolvers = {
  where: (p) => p.whereJson,
  segment: (p, _, { session }) => preview(session, p.entity, p.whereJson),
};
