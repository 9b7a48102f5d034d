import {
  buildASTSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isSpecifiedScalarType,
  isTypeDefinitionNode,
  Kind,
  parse,
  printSchema,
  validate,
  validateSchema,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/model.js';
import { modifiers, operators, testKinds, whereFields } from '../../src/catalog/where/index.js';
import { contractOf } from '../../src/graphql/contract.js';
import { modelSchema } from '../../src/graphql/model-schema/index.js';
import { catalogWithoutUsers, sampleCatalog } from '../support/catalog.js';

const schemaOf = (catalog: Catalog): GraphQLSchema => buildASTSchema(contractOf(catalog));
const sample = schemaOf(sampleCatalog);

function fieldsOf(schema: GraphQLSchema, name: string): Readonly<Record<string, string>> {
  const type = schema.getType(name);
  if (type === undefined) throw new Error(`no type ${name}`);
  return Object.fromEntries(elementsOf(type).map((field) => [field.name, String(field.type)]));
}
function valuesOf(schema: GraphQLSchema, name: string): readonly string[] {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`no enum: ${name}`);
  return type.getValues().map((value) => value.name);
}

interface Field {
  readonly name: string;
  readonly type: GraphQLType;
  readonly description?: string | null | undefined;
  readonly args: readonly GraphQLArgument[];
}
/** The fields of a type with their arguments; none where it has no fields. */
function elementsOf(type: GraphQLNamedType): readonly Field[] {
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => ({ ...field, args: [] }));
  return isObjectType(type) ? Object.values(type.getFields()) : [];
}

type Described = readonly [place: string, name: string, description: string];
const told = (type: GraphQLNamedType, of: { name: string; description?: string | null | undefined }): Described => [
  type.name,
  of.name,
  of.description ?? '',
];

const described = (schema: GraphQLSchema): readonly Described[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .flatMap((type) => [
      [type.name, '', type.description ?? ''] as const,
      ...(isEnumType(type) ? type.getValues().map((value) => told(type, value)) : []),
      ...elementsOf(type).flatMap((field) => [told(type, field), ...field.args.map((arg) => told(type, arg))]),
    ]);

const empty: Catalog = { ...catalogWithoutUsers, facts: {}, metrics: {} };
const catalogs = [
  ['with users', sampleCatalog],
  ['without users', catalogWithoutUsers],
  ['of customers alone', empty],
] as const;

describe.each(catalogs)('the schema of a model %s', (_, catalog) => {
  const schema = schemaOf(catalog);

  it('fits the hand-written one', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  it('describes every element', () => {
    expect(described(schema).filter(([, , description]) => description.trim() === '')).toEqual([]);
  });

  it('names fields in camelCase and values in UPPER_CASE', () => {
    const style = (type: string) => (isEnumType(schema.getType(type)) ? /^[A-Z][A-Z0-9_]*$/ : /^[a-z][a-zA-Z0-9]*$/);
    expect(described(schema).filter(([type, name]) => name !== '' && !style(type).test(name))).toEqual([]);
  });

  it.each(['customer', 'user'] as const)('offers exactly the fields that are read of a %s', (entity) => {
    const type = schema.getType(entity === 'customer' ? 'CustomerWhere' : 'UserWhere');
    if (!catalog.entities[entity]) expect(type).toBeUndefined();
    else
      expect(
        type &&
          elementsOf(type)
            .map(({ name }) => name)
            .toSorted(),
      ).toEqual(whereFields(catalog, entity).toSorted());
  });
});

it('has no users where the model has none', () => {
  const schema = schemaOf(catalogWithoutUsers);
  expect(Object.keys(schema.getTypeMap()).filter((name) => /^User(?!Error)/.test(name))).toEqual([]);
  expect(['CustomerWhere', 'Customer', 'EventCondition'].filter((name) => 'users' in fieldsOf(schema, name))).toEqual(
    [],
  );
});

it('offers exactly the operators that are read', () => {
  const inputs = {
    string: 'StringTest',
    number: 'NumberTest',
    boolean: 'BooleanTest',
    date: 'DateTest',
    list: 'ListTest',
    numberList: 'NumberListTest',
  };
  for (const kind of testKinds) {
    const beside = kind === 'number' ? ['change'] : modifiers[kind];
    expect(Object.keys(fieldsOf(sample, inputs[kind])).toSorted()).toEqual(
      [...Object.keys(operators[kind]), ...beside].toSorted(),
    );
  }
});

describe('types of the sample', () => {
  it('tests each attribute by its type', () => {
    expect(fieldsOf(sample, 'CustomerWhere')).toMatchObject({
      industry: 'StringTest',
      mrr: 'NumberTest',
      isPaying: 'BooleanTest',
      renewsOn: 'DateTest',
      lastSeenAt: 'DateTest',
      tags: 'ListTest',
      ratings: 'NumberListTest',
      supportTickets: 'SupportTicketCondition',
      users: 'UserCondition',
      rank: 'CustomerRankTest',
      and: '[CustomerWhere!]',
      not: 'CustomerWhere',
    });
  });

  it('answers each attribute by its type', () => {
    expect(fieldsOf(sample, 'Customer')).toMatchObject({
      id: 'ID!',
      asOf: 'Date!',
      industry: 'String',
      employees: 'SafeInt',
      mrr: 'Float',
      isPaying: 'Boolean',
      renewsOn: 'Date',
      lastSeenAt: 'DateTime',
      tags: '[String!]',
      ratings: '[Float!]',
      supportTickets: 'SupportTicketConnection',
      users: 'UserConnection',
      segments: '[Segment!]',
    });
    expect(fieldsOf(sample, 'User')).toMatchObject({
      id: 'ID!',
      customerId: 'ID',
      customer: 'Customer',
      events: 'EventConnection',
    });
    expect(fieldsOf(sample, 'User')).not.toHaveProperty('supportTickets');
  });

  it('asks of a fact what its columns allow', () => {
    expect(Object.keys(fieldsOf(sample, 'EventCondition'))).toEqual([
      ...['where', 'during', 'count', 'users', 'sum', 'avg', 'min', 'max', 'first', 'last', 'latest', 'periods'],
    ]);
    expect(fieldsOf(sample, 'SubscriptionCondition')).not.toHaveProperty('users');
    expect(fieldsOf(sample, 'SubscriptionCondition')).not.toHaveProperty('periods');
    expect(valuesOf(sample, 'EventColumn')).toEqual(['EVENT_ID', 'SECONDS']);
    expect(fieldsOf(sample, 'EventColumnTest')).toEqual({ column: 'EventColumn!', is: 'NumberTest!' });
    expect(Object.keys(fieldsOf(sample, 'EventWhere'))).toEqual([
      ...['and', 'or', 'not', 'eventId', 'customerId', 'userId', 'occurredAt', 'name', 'seconds'],
    ]);
  });

  it('asks no sums of a fact without numbers', () => {
    const { events } = sampleCatalog.facts;
    if (!events) throw new Error('the sample has events');
    const columns = Object.fromEntries(
      Object.entries(events.relation.columns).filter(([, { type }]) => type !== 'number'),
    );
    const bare = schemaOf({
      ...sampleCatalog,
      facts: { events: { ...events, relation: { ...events.relation, columns } } },
    });
    expect(Object.keys(fieldsOf(bare, 'EventCondition'))).toEqual([
      'where',
      'during',
      'count',
      'users',
      'first',
      'last',
      'latest',
      'periods',
    ]);
    expect(bare.getType('EventColumn')).toBeUndefined();
  });

  it('names metrics and facts', () => {
    expect(valuesOf(sample, 'MetricName')).toEqual(['MRR', 'ACTIVE_USERS']);
    expect(valuesOf(sample, 'FactName')).toEqual(['EVENTS', 'SUBSCRIPTIONS', 'SUPPORT_TICKETS']);
    expect(valuesOf(schemaOf(empty), 'MetricName')).toEqual(['NONE']);
  });

  it('hides what is hidden', () => {
    expect(printSchema(sample)).not.toMatch(/internalNote|INTERNAL_NOTE/);
  });

  it('says what a thing means, in its unit', () => {
    const descriptions = new Map(
      described(sample).map(([type, name, description]) => [`${type}.${name}`, description]),
    );
    expect(descriptions.get('CustomerWhere.mrr')).toBe('MRR: Monthly recurring revenue (in EUR).');
    expect(descriptions.get('CustomerAttribute.ENGAGED_SHARE')).toBe(
      'Engaged share: Active people by employees (a ratio: 1 is 100 %).',
    );
    expect(descriptions.get('Event.seconds')).toBe('Seconds: How long it took (in seconds).');
    expect(descriptions.get('SubscriptionCondition.during')).toContain('the rows open on the day asked about');
  });
});

it('takes any text as a description', () => {
  const nasty = 'Ends with """ and a backslash \\ or "quotes"';
  const { mrr } = sampleCatalog.metrics;
  if (!mrr) throw new Error('the sample has MRR');
  const document = parse(modelSchema({ ...sampleCatalog, metrics: { mrr: { ...mrr, description: nasty } } }));
  const metricName = document.definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'MetricName',
  );
  expect(JSON.stringify(metricName)).toContain(JSON.stringify(`MRR: ${nasty} (in EUR).`).slice(1, -1));
});

it('lets a whole question be asked', () => {
  const question = parse(`{
    preview(where: {
      isPaying: {eq: true}  renewsOn: {next: {days: 30}}
      activeUsers14d: {change: {over: {days: 14}, percent: {lte: -50}}}
      users: {count: {gte: 2}, where: {role: {eq: "admin"}, events: {during: {last: {days: 14}}, count: {gte: 1}}}}
      supportTickets: {where: {priority: {eq: "urgent"}, resolvedAt: {isNull: true}}, count: {eq: 0}}
      rank: {by: MRR, top: 10}  bucket: {of: 100, in: [0, 1]}  segment: {in: ["a"]}  ids: ["c1"]
      not: {events: {sum: {column: SECONDS, is: {gt: 60}}, during: {calendar: {unit: MONTH, offset: -1}}}}
    }) { size }
    customer(id: "c1") {
      id asOf mrr tags
      events(first: 5, period: {last: {days: 7}}) { nodes { occurredAt name } pageInfo { hasNextPage } }
      users { nodes { role customer { name } } }
    }
  }`);
  expect(validate(sample, question)).toEqual([]);
});

it('refuses at once what the types rule out', () => {
  const wrong = parse(
    `{ preview(where: {industry: {gt: 1}, renewsOn: {last: {days: "7"}}, rank: {by: MR, top: 1}}) { size } }`,
  );
  expect(validate(sample, wrong).map(({ message }) => message)).toHaveLength(3);
});

it('uses every type it makes', () => {
  const made = parse(modelSchema(sampleCatalog)).definitions.flatMap((node) =>
    isTypeDefinitionNode(node) ? [node.name.value] : [],
  );
  const used = new Set(
    Object.values(sample.getTypeMap())
      .flatMap(elementsOf)
      .flatMap((field) => [getNamedType(field.type).name, ...field.args.map((arg) => getNamedType(arg.type).name)]),
  );
  expect(made.filter((name) => !used.has(name))).not.toContainEqual(expect.not.stringMatching(/^Fact(Name|Rows)$/));
});
