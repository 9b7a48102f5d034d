import { usualPeriod } from '../catalog/where/period.js';
import type { Attribute, Catalog, Column, Entity, Fact } from '../catalog/model.js';
import { camelCase, typeCase } from '../catalog/names.js';
import { attributesOf, columnsOf } from '../catalog/where/resolve.js';
import { factsOf } from '../answers/customer-facts.js';
import type { FactPage } from '../answers/customer-facts.js';
import type { Member } from '../answers/members.js';
import { segmentsOf } from '../answers/memberships.js';
import { preview } from '../answers/segment.js';
import { readArguments } from './arguments.js';
import type { Context } from './context.js';
import { pageOf } from './pages.js';

type Resolver<Parent, Args> = (parent: Parent, args: Args, context: Context) => unknown;
type Resolvers = Record<string, Record<string, Resolver<never, never>>>;
const typed = <Parent, Args>(resolver: Resolver<Parent, Args>) => resolver as Resolver<never, never>;

/** Resolvers of the types that a model decides: customers, users and the rows of each fact. */
export const modelResolvers = (catalog: Catalog): Resolvers => ({
  Customer: { ...memberOf(catalog, catalog.entities.customer), ...ownOfCustomer(catalog) },
  ...(catalog.entities.user && { User: { ...memberOf(catalog, catalog.entities.user), ...ownOfUser } }),
  ...Object.fromEntries(Object.values(catalog.facts).flatMap(factTypes)),
});

function memberOf(catalog: Catalog, entity: Entity): Record<string, Resolver<never, never>> {
  const attributes = attributesOf(catalog, entity.name).map((a) => [camelCase(a.name), typed(attribute(a))] as const);
  const facts = Object.values(catalog.facts)
    .filter((f) => entity.name === 'customer' || f.user !== undefined)
    .map((f) => [camelCase(f.plural), typed(rowsOf(f))] as const);
  return Object.fromEntries([...attributes, ...facts]);
}

const attribute =
  (a: Attribute): Resolver<Member, unknown> =>
  (member, _, { session }) =>
    session.values.load({
      entity: a.entity,
      asOf: member.asOf,
      id: member.id,
      attribute: a.name,
      ...(member.customerId !== undefined && { customer: member.customerId }),
    });

interface RowArguments {
  readonly first: number;
  readonly after?: string | null;
  readonly period?: unknown;
}
const rowsOf =
  (fact: Fact): Resolver<Member, RowArguments> =>
  (member, args, { session }) => {
    const read = readArguments(session.catalog);
    const first = read.atMost(args.first, 1_000, 'first');
    const period = read.done(read.period(args.period, usualPeriod(member.asOf)));
    return factsOf(session, fact, member, {
      first,
      ...(args.after && { after: args.after }),
      ...(args.period !== null && args.period !== undefined && { period }),
    });
  };

function factTypes(fact: Fact): readonly (readonly [string, Record<string, Resolver<never, never>>])[] {
  const columns = columnsOf(fact).map((c) => [camelCase(c.name), typed(columnOf(c))] as const);
  const connection = {
    pageInfo: typed((page: FactPage) => ({ hasNextPage: page.hasNextPage, endCursor: page.endCursor })),
  };
  return [
    [typeCase(fact.name), Object.fromEntries(columns)],
    [`${typeCase(fact.name)}Connection`, connection],
  ];
}
const columnOf =
  (c: Column): Resolver<Readonly<Record<string, unknown>>, unknown> =>
  (row) =>
    row[c.name] ?? null;

const ownOfCustomer = (catalog: Catalog): Record<string, Resolver<never, never>> => ({
  segments: typed((member: Member, _: unknown, { session, saved }) => segmentsOf(session, saved(), member)),
  ...(catalog.entities.user && {
    users: typed((member: Member, args: { first: number; after?: string | null }, { session }) =>
      pageOf(session, preview(session, 'user', { customer: { ids: [member.id] } }), 'user', {
        ...args,
        asOf: member.asOf,
      }),
    ),
  }),
});

const ownOfUser: Record<string, Resolver<never, never>> = {
  customerId: typed((member: Member) => member.customerId),
  customer: typed(({ customerId, asOf }: Member) => (customerId == null ? null : { id: customerId, asOf, cursor: '' })),
};
