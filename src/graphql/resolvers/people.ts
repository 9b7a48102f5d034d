import { whereOf } from '../../answers/people.js';
import { preview } from '../../answers/segment.js';
import type { PeopleResolvers } from '../generated.js';

export const People: PeopleResolvers = {
  where: whereOf,
  segment: (p, _, { session }) => ({ ...preview(session, p.entity, whereOf(p)), asOf: p.asOf }),
};
