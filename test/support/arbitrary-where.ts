import fc, { type Arbitrary } from 'fast-check';
import { followedRows } from '../../src/catalog/followed.js';
import type { Attribute, Catalog, Column, Fact } from '../../src/catalog/model.js';
import { camelCase, enumCase } from '../../src/catalog/names.js';
import { testKindOf } from '../../src/catalog/where/index.js';
import { activityGrains } from '../../src/query/grid.js';
import { retentionCohorts, retentionWindows } from '../../src/query/retention.js';
import type { EntityName } from '../../src/query/where.js';
import {
  arbitraryNumberTest,
  arbitraryTest,
  counts,
  dateTest,
  dayOf,
  duration,
  listOf,
  moments,
  numbers,
  segmentTest,
  valueMovedTest,
  some,
  window,
  type Choice,
  type Fields,
  type WhereInput,
} from './arbitrary-tests.js';

export interface WhereOptions extends Choice {
  /** Levels of and, or, not, users and customer at most; 3 unless given. */
  readonly depth?: number;
  readonly ids?: readonly string[];
  /** Ids of saved segments by their entity; without any there are no tests of segments. */
  readonly segments?: Readonly<Partial<Record<EntityName, readonly string[]>>>;
  /** Also wheres as of other days. */
  readonly otherDays?: boolean;
  /** Also windows between moments, periods with activity and returns. */
  readonly activity?: boolean;
  /** Fields of a where, or names of attributes as they are written, that are never used. */
  readonly without?: readonly string[];
}

/** Random valid wheres on an entity of a catalogue. Given enough of them, every operator of every type occurs. */
export function arbitraryWhere(
  catalog: Catalog,
  entity: EntityName,
  options: WhereOptions = {},
): Arbitrary<WhereInput> {
  return whereOf(entity, { catalog, options, depth: options.depth ?? 3, made: new Map() });
}

interface Scope {
  readonly catalog: Catalog;
  readonly options: WhereOptions;
  readonly depth: number;
  /** Wheres of an entity and a depth stand in several places of those above them, and are made once. */
  readonly made: Map<string, Arbitrary<WhereInput>>;
}
/** A test of an attribute; numbers may also have moved. */
function attributeTest(attribute: Attribute, scope: Scope): Arbitrary<WhereInput> {
  const test = arbitraryTest(attribute, scope.options);
  if (testKindOf(attribute) !== 'number') return test;
  const change = fc.record(
    { over: duration, percent: arbitraryNumberTest(numbers), absolute: arbitraryNumberTest(numbers) },
    { requiredKeys: ['over'] },
  );
  const moved = change.map((c) => ('percent' in c || 'absolute' in c ? c : { ...c, absolute: { lt: 0 } }));
  return fc.oneof(
    { weight: 3, arbitrary: test },
    { weight: 1, arbitrary: fc.tuple(fc.option(test, { nil: {} }), moved).map(([t, c]) => ({ ...t, change: c })) },
  );
}

const visible = (fact: Fact): readonly Column[] => Object.values(fact.relation.columns).filter(({ hidden }) => !hidden);
const logic = (below: Arbitrary<unknown>): Fields => ({ and: listOf(below, 2), or: listOf(below, 2), not: below });

function rows(fact: Fact, scope: Scope, depth: number): Arbitrary<WhereInput> {
  const columns = Object.fromEntries(
    visible(fact).map((column) => [camelCase(column.name), arbitraryTest(column, scope.options)]),
  );
  const leaf = some(columns);
  if (depth === 0) return leaf;
  return fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 1, arbitrary: some(logic(rows(fact, scope, depth - 1))) });
}

/** `{where, during, …}` with none, one or two measures. */
function factTest(fact: Fact, scope: Scope): Arbitrary<WhereInput> {
  const columns = visible(fact).filter(({ type }) => type === 'number');
  const aggregate = fc.record({
    column: fc.constantFrom(...columns.map(({ name }) => enumCase(name))),
    is: arbitraryNumberTest(numbers),
  });
  const measures = some({
    count: arbitraryNumberTest(counts),
    ...(fact.user === undefined ? {} : { users: arbitraryNumberTest(counts) }),
    ...(columns.length === 0 ? {} : { sum: aggregate, avg: aggregate, min: aggregate, max: aggregate }),
    first: dateTest(scope.options),
    last: dateTest(scope.options),
    ...(scope.options.activity && fact.time.kind === 'time' ? { periods } : {}),
  });
  const during = scope.options.activity ? fc.oneof(window(scope.options), moments) : window(scope.options);
  const which = fc.record({ where: rows(fact, scope, 1), during }, { requiredKeys: [] });
  return fc.tuple(which, fc.option(measures, { nil: {} })).map(([a, b]) => ({ ...a, ...b }));
}

function usersTest(scope: Scope): Arbitrary<WhereInput> {
  const where = whereOf('user', scope);
  return fc.oneof(
    some({ some: where, every: where, none: where }),
    fc.record({ where, count: arbitraryNumberTest(counts) }, { requiredKeys: [] }),
  );
}

function setTests(entity: EntityName, { catalog, options }: Scope): Fields {
  const rankable = Object.values(catalog.entities[entity]?.attributes ?? {}).filter(({ type }) => type !== 'list');
  const by = fc.constantFrom(...rankable.map(({ name }) => enumCase(name)));
  const n = fc.integer({ min: 1, max: 5 });
  const followed = rankable.filter((a) => a.type === 'number' && followedRows(catalog, a)).map((a) => enumCase(a.name));
  const segments = options.segments?.[entity] ?? [];
  const bucket = fc
    .integer({ min: 1, max: 10 })
    .chain((of) =>
      fc.record(
        { of: fc.constant(of), in: listOf(fc.nat(of - 1), of), salt: fc.constantFrom('', 'x') },
        { requiredKeys: ['of', 'in'] },
      ),
    );
  return {
    rank: fc.oneof(
      fc.record({ by, top: n }),
      fc.record({ by, bottom: n }),
      fc.record({ by, percentile: arbitraryNumberTest(fc.integer({ min: 0, max: 100 })) }),
    ),
    bucket,
    ...(followed.length > 0 && { valueMoved: valueMovedTest(followed, options) }),
    ids: listOf(fc.constantFrom(...(options.ids ?? ['c1', 'c2', 'nobody']))),
    ...(segments.length > 0 && { segment: segmentTest(segments, options) }),
  };
}

function whereOf(entity: EntityName, scope: Scope): Arbitrary<WhereInput> {
  const key = `${entity} ${String(scope.depth)}`;
  const made = scope.made.get(key) ?? makeWhere(entity, scope);
  scope.made.set(key, made);
  return made;
}

function makeWhere(entity: EntityName, scope: Scope): Arbitrary<WhereInput> {
  const { catalog, options, depth } = scope;
  const below = { ...scope, depth: depth - 1 };
  const attributes = Object.values(catalog.entities[entity]?.attributes ?? {});
  const facts = Object.values(catalog.facts).filter(({ user }) => entity === 'customer' || user !== undefined);
  const allowed = (fields: Fields): Fields =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !options.without?.includes(name)));
  const groups: readonly (readonly [number, Fields])[] = [
    [5, Object.fromEntries(attributes.map((a) => [camelCase(a.name), attributeTest(a, scope)]))],
    [4, Object.fromEntries(facts.map((f) => [camelCase(f.plural), factTest(f, scope)]))],
    [1, setTests(entity, scope)],
    [3, depth > 0 ? logic(whereOf(entity, below)) : {}],
    [2, depth > 0 && catalog.entities.user ? across(entity, below) : {}],
    [1, options.activity ? { retained: retained(entity, scope) } : {}],
    [1, depth > 0 && options.otherDays ? { asOf: asOf(entity, below) } : {}],
  ];
  const usable = groups
    .map(([weight, fields]) => [weight, allowed(fields)] as const)
    .filter(([, fields]) => Object.keys(fields).length > 0);
  return fc.oneof(...usable.map(([weight, fields]) => ({ weight, arbitrary: some(fields) })));
}

const periods = fc.record(
  {
    unit: fc.constantFrom(...activityGrains),
    every: fc.integer({ min: 1, max: 3 }),
    rows: arbitraryNumberTest(counts),
    is: arbitraryNumberTest(counts),
  },
  { requiredKeys: ['is'] },
);

/** Rows of a fact at a time; hours are not counted of rows that have but a day. */
function happening(entity: EntityName, scope: Scope): Arbitrary<WhereInput> {
  const facts = Object.values(scope.catalog.facts).filter(
    ({ user, time, relation }) =>
      (entity === 'customer' || user !== undefined) &&
      time.kind === 'time' &&
      relation.columns[time.column]?.timeType !== 'date',
  );
  return fc.oneof(...facts.map((fact) => fc.record({ [camelCase(fact.plural)]: rows(fact, scope, 0) })));
}

function retained(entity: EntityName, scope: Scope): Arbitrary<WhereInput> {
  const rowsOf = happening(entity, scope);
  const after = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }))
    .map(([from, more]) => ({ from, ...(more !== undefined && { until: from + more }) }));
  return fc.record(
    {
      entry: rowsOf,
      during: fc.oneof(window(scope.options), moments),
      return: rowsOf,
      noneBefore: rowsOf,
      cohorts: fc.constantFrom(...retentionCohorts),
      grain: fc.constantFrom(...(['HOUR', 'DAY', 'WEEK', 'MONTH'] as const)),
      windows: fc.constantFrom(...retentionWindows),
      times: fc.integer({ min: 1, max: 2 }),
      after,
    },
    { requiredKeys: ['entry', 'during'] },
  );
}

const across = (entity: EntityName, scope: Scope): Fields =>
  entity === 'customer' ? { users: usersTest(scope) } : { customer: whereOf('customer', scope) };

const asOf = (entity: EntityName, scope: Scope): Arbitrary<WhereInput> =>
  fc.oneof(
    fc.record({ ago: duration, where: whereOf(entity, scope) }),
    fc.record({ day: dayOf(scope.options), where: whereOf(entity, scope) }),
  );
