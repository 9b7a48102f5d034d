import type { Session } from '../../src/answers/session.js';
import { membersOf as pageOf, readCursor } from '../../src/answers/members.js';
import { readWhere } from '../../src/catalog/where/index.js';
import { describeProblem } from '../../src/query/problem.js';
import type { Order, Population } from '../../src/query/question.js';
import type { Day } from './days.js';
import { membersOf } from './evaluate.js';
import { attributeOf } from './attributes.js';
import { compare, text, type EntityName, type Json, type Row, type Value, type World } from './world.js';

export interface Question {
  readonly entity: EntityName;
  readonly where: Json;
  readonly day: Day;
}

export function populationOf(session: Session, { entity, where }: Omit<Question, 'day'>): Population {
  const read = readWhere(where, entity, { catalog: session.catalog, segment: session.segment });
  if (read.problems.length > 0)
    throw new Error(`${JSON.stringify(where)}: ${read.problems.map(describeProblem).join('; ')}`);
  return { entity, where: read.where };
}

/** Members over all pages, as `customer` or `customer/user`, in the order they came. */
export async function membersBySql(
  session: Session,
  question: Question,
  orderBy: readonly Order[] = [],
  first = 1_000,
): Promise<readonly string[]> {
  const population = populationOf(session, question);
  const found: string[] = [];
  const length = orderBy.length + (question.entity === 'user' ? 2 : 1);
  let after: readonly (string | number | null)[] | undefined;
  for (let more = true; more;) {
    const page = await pageOf(session, { population, asOf: question.day, orderBy, first, ...(after && { after }) });
    found.push(...page.members.map((m) => (m.customerId === undefined ? m.id : `${m.customerId ?? 'null'}/${m.id}`)));
    const last = page.members.at(-1);
    if (page.hasNextPage && last === undefined) throw new Error('a page without members has a next one');
    more = page.hasNextPage;
    after = last && readCursor(last.cursor, length);
  }
  return found;
}

export const nameOf = (entity: EntityName, row: Row): string =>
  entity === 'customer' ? text(row['customer_id']) : `${text(row['customer_id'])}/${text(row['user_id'])}`;

export const membersByHand = (world: World, { entity, where, day }: Question): readonly string[] =>
  membersOf(world, entity, where, day)
    .map((row) => nameOf(entity, row))
    .sort();

/** In an order; what is missing comes last either way, and the customer's and the user's ids decide between those who are level. */
export const sortedByHand = (world: World, q: Question, orderBy: readonly Order[]): readonly string[] => {
  const valueOf = (row: Row, by: string): Value => attributeOf(world, q.entity, by, row, q.day);
  const keys = q.entity === 'user' ? ['customer_id', 'user_id'] : ['customer_id'];
  const byId = (a: Row, b: Row): number =>
    keys.map((k) => missingLast(asText(a[k]), asText(b[k]), 1)).find((order) => order !== 0) ?? 0;
  const inOrder = (a: Row, b: Row): number =>
    orderBy
      .map(({ by, direction }) => missingLast(valueOf(a, by), valueOf(b, by), direction === 'ASC' ? 1 : -1))
      .find((order) => order !== 0) ?? byId(a, b);
  return [...membersOf(world, q.entity, q.where, q.day)].sort(inOrder).map((row) => nameOf(q.entity, row));
};

const asText = (value: Value | undefined): Value => (value == null ? null : text(value));
const missingLast = (a: Value, b: Value, sign: 1 | -1): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : sign * compare(a, b);
