import fc, { type Arbitrary } from 'fast-check';
import { followedRows } from '../../src/catalog/followed.js';
import type { Catalog, Fact } from '../../src/catalog/model.js';
import { testKindOf, testKinds } from '../../src/catalog/where/index.js';
import {
  arbitraryNumberTest,
  arbitraryTest,
  dateTest,
  segmentTest,
  valueMovedTest,
  type Choice,
} from '../support/arbitrary-tests.js';
import { camel, type EntityName, type Json } from './world.js';

/** Single conditions, plain enough for most of them to hold of some and not of others. */
interface Scope {
  readonly catalog: Catalog;
  readonly entity: EntityName;
  readonly choice: Choice;
  readonly ids: readonly string[];
  readonly segments: Readonly<Record<EntityName, readonly string[]>>;
}
const field = (name: string, value: Arbitrary<Json>): Arbitrary<Json> => value.map((v) => ({ [camel(name)]: v }));
const few = fc.integer({ min: 0, max: 3 });
const shortly = fc.oneof(
  fc.record({ days: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ weeks: fc.integer({ min: 1, max: 3 }) }),
  fc.constant({ months: 1 }),
);

const attributesOf = ({ catalog, entity }: Scope) => Object.values(catalog.entities[entity]?.attributes ?? {});

/** Each kind of value as often as the others. */
function ofAttribute(scope: Scope, attributes = attributesOf(scope)): Arbitrary<Json> {
  const kinds = testKinds.map((kind) => attributes.filter((a) => testKindOf(a) === kind));
  const tests = kinds.map((of) => of.map((a) => field(a.name, arbitraryTest(a, scope.choice))));
  return fc.oneof(...tests.filter((of) => of.length > 0).map((of) => fc.oneof(...of)));
}

function ofChange(scope: Scope): Arbitrary<Json> {
  const percent = arbitraryNumberTest(fc.constantFrom(-100, -50, 0, 50, 100));
  const absolute = arbitraryNumberTest(fc.integer({ min: -3, max: 3 }));
  const change = fc.oneof(fc.record({ over: shortly, percent }), fc.record({ over: shortly, absolute }));
  const moving = attributesOf(scope).filter((a) => testKindOf(a) === 'number' && a.source.kind !== 'column');
  return fc.oneof(...moving.map((a) => field(a.name, fc.record({ change }))));
}

/** From some hour of a day for some hours. */
const moments = ({ days = [] }: Choice): Arbitrary<Json> => {
  const moment = fc
    .tuple(fc.constantFrom(...days), fc.integer({ min: 0, max: 23 }))
    .map(([day, hour]) => `${day}T${String(hour).padStart(2, '0')}:30:00Z`);
  const later = (from: string, hours: number): string => new Date(Date.parse(from) + hours * 3_600_000).toISOString();
  const both = fc
    .tuple(moment, fc.constantFrom(1, 24, 100, 300))
    .map(([from, hours]) => ({ from, until: later(from, hours) }));
  return fc.record({ moments: fc.oneof(both, fc.record({ from: moment }), fc.record({ until: moment })) });
};

const periods = (fact: Fact): Arbitrary<Json> => {
  const hourly = fact.time.kind === 'time' && fact.relation.columns[fact.time.column]?.timeType !== 'date';
  const units = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR', ...(hourly ? ['HOUR'] : [])];
  return fc.record(
    {
      unit: fc.constantFrom(...units),
      every: fc.integer({ min: 1, max: 3 }),
      rows: arbitraryNumberTest(few),
      is: arbitraryNumberTest(few),
    },
    { requiredKeys: ['is'] },
  );
};

/** Which rows of a fact, from when, and what is made of them. */
function partsOf(fact: Fact, { choice }: Scope) {
  const columns = Object.values(fact.relation.columns);
  const numbers = columns.filter((c) => testKindOf(c) === 'number' && !c.name.endsWith('_id'));
  const row = fc.oneof(...columns.map((c) => field(c.name, arbitraryTest(c, choice))));
  const rows = fc.oneof(
    { weight: 3, arbitrary: row },
    { weight: 1, arbitrary: fc.record({ not: row }) },
    { weight: 1, arbitrary: fc.record({ or: fc.array(row, { maxLength: 2 }) }) },
    { weight: 1, arbitrary: fc.record({ and: fc.array(row, { maxLength: 2 }) }) },
  );
  const days = fc.constantFrom(...(choice.days ?? []));
  const during = fc.oneof(
    fc.record({ last: shortly, ago: shortly }, { requiredKeys: ['last'] }),
    fc.record({ from: days }),
    fc.record({ until: days }),
    moments(choice),
    fc.record({
      calendar: fc.record({ unit: fc.constantFrom('DAY', 'WEEK', 'MONTH'), offset: few.map((n) => 1 - n) }),
    }),
  );
  const aggregated = numbers.map((c) =>
    fc.record({ column: fc.constant(c.name.toUpperCase()), is: arbitraryTest(c, choice) }),
  );
  const measures: readonly Arbitrary<Json>[] = [
    fc.constant({}),
    field('count', arbitraryNumberTest(few)),
    ...(fact.user === undefined ? [] : [field('users', arbitraryNumberTest(few))]),
    ...['sum', 'avg', 'min', 'max'].map((of) => field(of, fc.oneof(...aggregated))),
    ...['first', 'last'].map((of) => field(of, dateTest(choice))),
    ...(fact.time.kind === 'time' ? [field('periods', periods(fact))] : []),
  ];
  return { rows, during, measure: fc.oneof(...measures) };
}

function ofFact(fact: Fact, scope: Scope): Arbitrary<Json> {
  const { rows, during, measure } = partsOf(fact, scope);
  const which = fc.record({ where: rows, during }, { requiredKeys: [] });
  return field(
    fact.plural,
    fc.tuple(which, measure).map(([a, b]) => ({ ...a, ...(b as object) })),
  );
}

/** Rows that are alike, asked about in several windows and ways at once. */
function oftenOfFact(fact: Fact, scope: Scope): Arbitrary<Json> {
  const { rows, during, measure } = partsOf(fact, scope);
  const lately = fc.record({ last: shortly, ago: shortly }, { requiredKeys: ['last'] });
  const often = fc.record({ during: fc.oneof({ weight: 3, arbitrary: lately }, during) }, { requiredKeys: [] });
  const asked = fc.tuple(often, measure);
  return fc
    .tuple(
      fc.record({ where: rows }, { requiredKeys: [] }),
      fc.array(asked, { minLength: 2, maxLength: 4 }),
      fc.constantFrom('and', 'or'),
    )
    .map(([which, asked, how]) => ({
      [how]: asked.map(([window, one]) => ({ [camel(fact.plural)]: { ...which, ...window, ...(one as object) } })),
    }));
}

function ofRank(scope: Scope): Arbitrary<Json> {
  const rankable = attributesOf(scope).filter(({ type }) => type !== 'list');
  const by = fc.constantFrom(...rankable.map((a) => a.name.toUpperCase()));
  const n = fc.integer({ min: 1, max: 3 });
  const percentile = arbitraryNumberTest(fc.constantFrom(0, 20, 25, 50, 75, 100));
  return fc.oneof(fc.record({ by, top: n }), fc.record({ by, bottom: n }), fc.record({ by, percentile }));
}

/** The users of a customer, or the customer of a user. */
function across(scope: Scope): Arbitrary<Json> {
  const simple = { ...scope, entity: scope.entity === 'user' ? ('customer' as const) : ('user' as const) };
  const where = fc.oneof(ofAttribute(simple), ...factsOf(simple));
  if (scope.entity === 'user') return field('customer', where);
  return field(
    'users',
    fc.oneof(
      fc.record({ some: where }),
      fc.record({ every: where }),
      fc.record({ none: where }),
      fc.record({ where, count: arbitraryNumberTest(few) }, { requiredKeys: [] }),
    ),
  );
}

const earlier = (scope: Scope): Arbitrary<Json> => {
  const where = fc.oneof(ofAttribute(scope), ...factsOf(scope), field('rank', ofRank(scope)));
  const day = fc.constantFrom(...(scope.choice.days ?? []));
  return field('as_of', fc.oneof(fc.record({ ago: shortly, where }), fc.record({ day, where })));
};

const factsOf = (scope: Scope, conditionOf = ofFact): readonly Arbitrary<Json>[] =>
  Object.values(scope.catalog.facts)
    .filter((fact) => scope.entity === 'customer' || fact.user !== undefined)
    .map((fact) => conditionOf(fact, scope));

/** Several conditions on rows of one fact that are alike. */
export const arbitraryOften = (scope: Scope): Arbitrary<Json> => fc.oneof(...factsOf(scope, oftenOfFact));

/** What holds on some days and not on others. */
export function arbitraryTurn(scope: Scope): Arbitrary<Json> {
  const lately = fc.record({ during: fc.record({ last: shortly }) });
  return fc.oneof(
    ofAttribute(
      scope,
      attributesOf(scope).filter((a) => a.source.kind !== 'column'),
    ),
    ...['events', 'sessions', 'tickets'].map((fact) => field(fact, lately)),
  );
}

export function arbitraryCondition(scope: Scope): Arbitrary<Json> {
  const followed = attributesOf(scope)
    .filter((a) => a.type === 'number' && followedRows(scope.catalog, a))
    .map((a) => a.name.toUpperCase());
  const share = fc.record({
    of: fc.constant(4),
    in: fc.subarray([0, 1, 2, 3]),
    salt: fc.constantFrom('', 'x', 'é'),
  });
  return fc.oneof(
    { weight: 8, arbitrary: ofAttribute(scope) },
    { weight: 2, arbitrary: ofChange(scope) },
    { weight: 6, arbitrary: fc.oneof(...factsOf(scope)) },
    { weight: 3, arbitrary: across(scope) },
    { weight: 1, arbitrary: earlier(scope) },
    { weight: 2, arbitrary: field('rank', ofRank(scope)) },
    { weight: 6, arbitrary: field('segment', segmentTest(scope.segments[scope.entity], scope.choice)) },
    ...(followed.length > 0
      ? [{ weight: 2, arbitrary: field('value_moved', valueMovedTest(followed, scope.choice)) }]
      : []),
    { weight: 1, arbitrary: fc.oneof(field('bucket', share), field('ids', fc.subarray([...scope.ids]))) },
  );
}
