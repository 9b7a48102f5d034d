import { basketsStatement, itemsStatement, pairsStatement } from '../../compile/affinity.js';
import type { AffinityOrder } from '../../query/affinity.js';
import type { Scalar } from '../../query/where.js';
import { toRows } from '../../warehouse/warehouse.js';
import type { People } from '../people.js';
import type { Session } from '../session.js';
import { peopleOf } from './people.js';
import type { AffinityRequest } from './read.js';

export interface Affinity {
  readonly request: AffinityRequest;
  readonly baskets: number;
  readonly people: People;
}
export interface AffinityItem {
  readonly item: Scalar;
  readonly baskets: number;
  readonly share: number;
  readonly people: People;
}
export interface AffinityPair {
  readonly antecedent: Scalar;
  readonly consequent: Scalar;
  readonly baskets: number;
  readonly support: number;
  readonly confidence: number;
  readonly lift: number;
  readonly people: People;
  readonly candidates: People;
}

export async function affinityOf(session: Session, request: AffinityRequest): Promise<Affinity> {
  const [row = {}] = toRows(await session.run(basketsStatement(session.catalog, request.question)));
  return { request, baskets: Number(row['baskets']), people: peopleOf(request).any(Number(row['members'])) };
}

/** Items, those in most baskets first. */
export async function itemsOf(
  session: Session,
  { request }: Affinity,
  first: number,
): Promise<readonly AffinityItem[]> {
  const people = peopleOf(request);
  const answer = await session.run(itemsStatement(session.catalog, request.question, first));
  return toRows(answer).map((row) => {
    const [item, baskets] = [row['i'] as Scalar, Number(row['baskets'])];
    return { item, baskets, share: baskets / Number(row['total']), people: people.with(Number(row['members']), item) };
  });
}

/** Pairs with enough members, in the order asked. */
export async function pairsOf(
  session: Session,
  { request }: Affinity,
  page: { readonly first: number; readonly orderBy: AffinityOrder; readonly from?: readonly Scalar[] },
): Promise<readonly AffinityPair[]> {
  const people = peopleOf(request);
  const answer = await session.run(pairsStatement(session.catalog, request.question, page));
  return toRows(answer).map((row) => {
    const [a, c] = [row['a'] as Scalar, row['c'] as Scalar];
    const number = (name: string): number => Number(row[name]);
    const [both, total] = [number('both_in'), number('total')];
    return {
      antecedent: a,
      consequent: c,
      baskets: both,
      support: both / total,
      confidence: both / number('with_a'),
      lift: (both * total) / (number('with_a') * number('with_c')),
      people: people.together(number('joint'), a, c),
      candidates: people.without(number('owners') - number('owners_of_both'), a, c),
    };
  });
}
