import type { DefinitionNode } from 'graphql';
import type { Catalog, Entity, Fact } from '../../catalog/model.js';
import { typeCase } from '../../catalog/names.js';
import type { EntityName } from '../../query/where.js';
import { conditionField, factField, pageArgs } from './facts.js';
import { enumType, inputType, objectType, type Field } from './sdl.js';
import { enumValue, logic, outputField, testField } from './types.js';

const usersOfCustomer = (catalog: Catalog): readonly Field[] =>
  catalog.entities.user
    ? [{ name: 'users', type: 'UserCondition', description: 'Tests the users who work at the customer.' }]
    : [];

/** Fields of a where that one entity has and the other has not. */
const related: Readonly<Record<EntityName, (catalog: Catalog) => readonly Field[]>> = {
  customer: usersOfCustomer,
  user: () => [{ name: 'customer', type: 'CustomerWhere', description: 'Tests the customer the user works at.' }],
};

const ownOutput: Readonly<Record<EntityName, (catalog: Catalog) => readonly Field[]>> = {
  customer: (catalog) => [
    { name: 'segments', type: '[Segment!]', description: 'The saved segments the customer is in on that day.' },
    ...(catalog.entities.user
      ? [{ name: 'users', type: 'UserConnection', args: pageArgs, description: 'The users who work at the customer.' }]
      : []),
  ],
  user: () => [
    {
      name: 'customerId',
      type: 'ID',
      description: 'The key of the customer the user works at; null for a user without one.',
    },
    {
      name: 'customer',
      type: 'Customer',
      description: 'The customer the user works at, as of the same day; null for a user without one.',
    },
  ],
};

/** The facts that belong to each of an entity. */
const factsOf = (catalog: Catalog, entity: EntityName): readonly Fact[] =>
  Object.values(catalog.facts).filter(({ user }) => entity === 'customer' || user !== undefined);

/** The where, the enum, the order, the rank and the output type of an entity. */
export function entityTypes(catalog: Catalog, entity: Entity): readonly DefinitionNode[] {
  const { workspace } = catalog;
  const name = typeCase(entity.name);
  const attributes = Object.values(entity.attributes);
  const facts = factsOf(catalog, entity.name);
  return [
    inputType({ name: `${name}Where`, description: whereText(entity.name) }, [
      ...logic(`${name}Where`),
      ...attributes.map((attribute) => testField(attribute, workspace)),
      ...facts.map(conditionField),
      ...related[entity.name](catalog),
      { name: 'asOf', type: `${name}AsOf`, description: 'A where as it was on another day.' },
      { name: 'segment', type: 'SegmentTest', description: `Membership of saved segments of ${entity.name}s.` },
      {
        name: 'retained',
        type: 'RetainedTest',
        description: `Whether the ${entity.name} entered in a window and came back, as a cell of a retention tells.`,
      },
      {
        name: 'funnel',
        type: 'FunnelTest',
        description: `How far the ${entity.name} got in a series of steps, as a step of a funnel tells.`,
      },
      {
        name: 'sequence',
        type: 'SequenceTest',
        description: `Whether the ${entity.name} did all of a series of steps in time.`,
      },
      {
        name: 'valueMoved',
        type: `${name}ValueMovedTest`,
        description: `Whether a number of the ${entity.name} moved in a window, as a part of a bridge tells.`,
      },
      { name: 'rank', type: `${name}RankTest`, description: `The place among all ${entity.name}s by an attribute.` },
      { name: 'rfm', type: 'RfmTest', description: `What the ${entity.name} bought: scores among everyone who did.` },
      { name: 'basket', type: 'BasketTest', description: `Whether the ${entity.name} had some items in one basket.` },
      {
        name: 'bucket',
        type: 'BucketTest',
        description: `A stable share of all ${entity.name}s, for tests and samples.`,
      },
      {
        name: 'ids',
        type: '[ID!]',
        description: `Has one of these keys; an empty list matches nobody. At most 10,000.`,
      },
    ]),
    enumType(
      { name: `${name}Attribute`, description: `An attribute of a ${entity.name}: one value as of every day.` },
      attributes.map((attribute) => enumValue(attribute, workspace)),
    ),
    inputType({ name: `${name}Order`, description: `An order of ${entity.name}s; ties are broken by their keys.` }, [
      { name: 'by', type: `${name}Attribute!`, description: 'The attribute whose values are compared.' },
      { name: 'direction', type: 'Direction!', byDefault: 'ASC', description: 'Which end comes first.' },
    ]),
    rankType(name, entity.name),
    valueMovedType(name, entity.name),
    inputType(
      { name: `${name}AsOf`, description: 'A where as it was on another day. Exactly one of day and ago is given.' },
      [
        {
          name: 'day',
          type: 'Date',
          description: 'That day; a day after the one asked about counts as the one asked about.',
        },
        { name: 'ago', type: 'Duration', description: 'So long before the day asked about, in whole days.' },
        {
          name: 'where',
          type: `${name}Where!`,
          description: `What was so; false for a ${entity.name} that did not exist yet.`,
        },
      ],
    ),
    objectType(
      { name, description: `${entity.relation.description.trim()} As of one day.`.trim() },
      outputFields(catalog, entity, facts),
    ),
  ];
}

const whereText = (entity: EntityName): string =>
  `A condition that is true or false for every ${entity} on every day. The fields hold together; none at all is everybody.`;

const valueMovedType = (name: string, entity: EntityName): DefinitionNode =>
  inputType(
    {
      name: `${name}ValueMovedTest`,
      description: `A number of a ${entity} that moved in one of some ways in a window. Days after the day asked about are not known: the window ends with it at the latest.`,
    },
    [
      {
        name: 'value',
        type: `${name}Attribute!`,
        description:
          'A number attribute. Netted over each day, one over the open rows of a fact over an interval, of which nothing is known only later.',
      },
      {
        name: 'kinds',
        type: '[ValueMoveKind!]!',
        description: 'The ways of which one is enough; an empty list matches nobody.',
      },
      { name: 'during', type: 'WindowInput!', description: 'The window. It has a first day.' },
      { name: 'netting', type: 'Netting!', byDefault: 'DAY', description: 'Over what movements are netted.' },
    ],
  );

const rankType = (name: string, entity: EntityName): DefinitionNode =>
  inputType(
    {
      name: `${name}RankTest`,
      description: `A place among all ${entity}s of the day. Exactly one of top, bottom and percentile is given.`,
    },
    [
      {
        name: 'by',
        type: `${name}Attribute!`,
        description: `The attribute to rank by. A ${entity} without a value has no rank.`,
      },
      { name: 'top', type: 'Int', description: 'Is among this many with the greatest values; ties are broken by key.' },
      { name: 'bottom', type: 'Int', description: 'Is among this many with the least values; ties are broken by key.' },
      {
        name: 'percentile',
        type: 'NumberTest',
        description: `The share of ${entity}s with this value or less, from 0 to 100; ties share one.`,
      },
    ],
  );

function outputFields(catalog: Catalog, entity: Entity, facts: readonly Fact[]): readonly Field[] {
  const own: readonly Field[] = [
    { name: 'id', type: 'ID!', description: `The key of the ${entity.name}.` },
    {
      name: 'asOf',
      type: 'Date!',
      description: 'The day that all the values are as of: its end in the workspace’s time zone.',
    },
    ...ownOutput[entity.name](catalog),
  ];
  const taken = new Set(own.map(({ name }) => name));
  const attributes = Object.values(entity.attributes).map((attribute) => outputField(attribute, catalog.workspace));
  return [...own, ...attributes.filter(({ name }) => !taken.has(name)), ...facts.map(factField)];
}
