import { membersOf, readCursor } from '../answers/members.js';
import { populationOf } from '../answers/segment.js';
import type { Segment } from '../answers/segment.js';
import type { Session } from '../answers/session.js';
import type { Population } from '../query/question.js';
import type { EntityName } from '../query/where.js';
import { readArguments } from './arguments.js';
import type { MembersFound } from './parents.js';

interface PageArguments {
  readonly first: number;
  readonly after?: string | null | undefined;
  readonly orderBy?: readonly { by: string; direction: string }[] | null | undefined;
  readonly asOf?: string | null | undefined;
}

/** The same people seen from the other side: users of customers, customers of users. */
export const seenAs = (population: Population, entity: EntityName): Population => {
  if (population.entity === entity) return population;
  const where =
    entity === 'user'
      ? ({ kind: 'customer', where: population.where } as const)
      : ({ kind: 'users', quantifier: 'some', where: population.where } as const);
  return { entity, where };
};

/** A page of a segment's members as customers or as users. */
export async function pageOf(
  session: Session,
  segment: Segment,
  entity: EntityName,
  args: PageArguments,
): Promise<MembersFound> {
  const read = readArguments(session.catalog);
  const orderBy = read.order(entity, args.orderBy);
  const first = read.atMost(args.first, 1_000, 'first');
  const asOf = read.done(read.day(args.asOf, segment.asOf));
  const population = seenAs(populationOf(segment), entity);
  const keys = orderBy.length + (entity === 'user' ? 2 : 1);
  const after = args.after ? { after: readCursor(args.after, keys) } : {};
  return { page: await membersOf(session, { population, asOf, orderBy, first, ...after }), population, asOf };
}
