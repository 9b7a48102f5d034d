import type { FactRows, Measure, RowWhere, Test, Where } from '../../query/where.js';
import { activityGrains } from '../../query/grid.js';
import type { Fact } from '../model.js';
import { camelCase, enumCase } from '../names.js';
import { happens, needTimeOfDay } from './happening.js';
import { columnsOf, findColumn } from './resolve.js';
import type { Scope } from './scope.js';
import { at, record, closeOrAll, tell, type Entry, type Spot } from './spot.js';
import { testKindOf } from './subject.js';
import { readTests } from './tests.js';
import { readTree, refuseNull } from './tree.js';
import { oneOf, whole } from './values.js';
import { window } from './window.js';

export const measureNames = ['count', 'users', 'sum', 'avg', 'min', 'max', 'first', 'last', 'periods'] as const;
type MeasureName = (typeof measureNames)[number];
type MeasureReader = (input: unknown, spot: Spot, fact: Fact) => Measure | undefined;

/** A measure without any test asks nothing, as if it were left out. */
const unlessEmpty = <M extends Measure>(measure: M): M | undefined => (measure.tests.length > 0 ? measure : undefined);

const counted =
  (of: 'count' | 'users'): MeasureReader =>
  (input, spot, fact) => {
    if (of === 'users' && fact.user === undefined)
      return tell(spot, 'FACT_WITHOUT_USER', `${fact.plural} belong to no user, so their users cannot be counted`, [
        'count',
      ]);
    return unlessEmpty({ of, tests: readTests(input, spot, { name: of, kind: 'number' }) });
  };

const dated =
  (of: 'first' | 'last'): MeasureReader =>
  (input, spot) =>
    unlessEmpty({ of, tests: readTests(input, spot, { name: of, kind: 'date' }) });

const aggregated =
  (of: 'sum' | 'avg' | 'min' | 'max'): MeasureReader =>
  (input, spot, fact) => {
    const given = record(input, spot, of, ['column', 'is']);
    if (given === undefined) return undefined;
    for (const part of ['column', 'is'] as const)
      if (!(part in given)) tell(at(spot, part), 'MISSING_VALUE', `${of} needs a column and what it is`);
    const column = given.column === undefined ? undefined : numberColumn(fact, given.column, at(spot, 'column'));
    const tests: readonly Test[] =
      given.is === undefined ? [] : readTests(given.is, at(spot, 'is'), { name: of, kind: 'number' });
    return column === undefined ? undefined : unlessEmpty({ of, column, tests });
  };

export function numberColumn(fact: Fact, input: unknown, spot: Spot): string | undefined {
  const column = findColumn(fact, input, spot);
  if (column === undefined || column.type === 'number') return column?.name;
  const numbers = columnsOf(fact).filter(({ type }) => type === 'number');
  return tell(
    spot,
    'NOT_A_NUMBER_COLUMN',
    `${column.name} of ${fact.plural} is no number`,
    numbers.map((c) => enumCase(c.name)),
  );
}

/** `{unit, every, rows, is}`: how many periods have rows, or so many rows. */
const active: MeasureReader = (input, spot, fact) => {
  const given = record(input, spot, 'periods', ['unit', 'every', 'rows', 'is']);
  if (given === undefined) return undefined;
  if (!('is' in given)) tell(at(spot, 'is'), 'MISSING_VALUE', 'periods needs how many there are', ['{"gte":1}']);
  const unit = given.unit === undefined ? 'DAY' : oneOf('unit', activityGrains)(given.unit, at(spot, 'unit'));
  const every = given.every === undefined ? 1 : whole(1, 366)(given.every, at(spot, 'every'));
  const [rows, tests] = (['rows', 'is'] as const).map((part) =>
    given[part] === undefined ? [] : readTests(given[part], at(spot, part), { name: part, kind: 'number' }),
  );
  if (happens(fact, spot) && unit === 'HOUR') needTimeOfDay(fact, spot, 'hours cannot be told apart');
  if (unit === undefined || every === undefined) return undefined;
  return unlessEmpty({ of: 'periods', unit, every, rows: rows ?? [], tests: tests ?? [] });
};

const measures: Readonly<Record<MeasureName, MeasureReader>> = {
  count: counted('count'),
  users: counted('users'),
  sum: aggregated('sum'),
  avg: aggregated('avg'),
  min: aggregated('min'),
  max: aggregated('max'),
  first: dated('first'),
  last: dated('last'),
  periods: active,
};

const allRows: RowWhere = { kind: 'and', items: [] };

/** A condition on a fact's own columns. */
export function readRows(input: unknown, spot: Spot, fact: Fact, budget: Scope['budget']): RowWhere {
  const columns = new Map(columnsOf(fact).map((column) => [camelCase(column.name), column]));
  return readTree<RowWhere>(input, spot, 0, {
    budget,
    what: `the where of ${fact.plural}`,
    group: (kind, items) => ({ kind, items }),
    not: (item) => ({ kind: 'not', item }),
    leaf: ({ key, value, spot: place }) => {
      const column = columns.get(key);
      if (column === undefined)
        return tell(
          place,
          'UNKNOWN_COLUMN',
          `${fact.plural} have no column ${key}`,
          closeOrAll(key, [...columns.keys()]),
        );
      const tests = readTests(value, place, { name: key, kind: testKindOf(column) });
      return tests.length > 0 ? { kind: 'column', name: column.name, tests } : allRows;
    },
  });
}

/** `{where, during, count, …}` on the rows of the fact of that key in the catalogue; without a measure, at least one row. */
export function readFact(entry: Entry, name: string, fact: Fact, scope: Scope): Where | undefined {
  if (refuseNull(entry)) return undefined;
  const { spot } = entry;
  if (scope.entity === 'user' && fact.user === undefined)
    return tell(spot, 'FACT_WITHOUT_USER', `${fact.plural} belong to no user; ask about them by the customer`, [
      `customer: {${camelCase(fact.plural)}: …}`,
    ]);
  const given = record(entry.value, spot, `the condition on ${fact.plural}`, [
    'where',
    'during',
    ...measureNames,
    'latest',
  ]);
  if (given === undefined) return undefined;
  const where = given.where === undefined ? allRows : readRows(given.where, at(spot, 'where'), fact, scope.budget);
  const during = given.during === undefined ? undefined : window(given.during, at(spot, 'during'));
  const rows: FactRows = { fact: name, where, ...(during !== undefined && { during }) };
  const asked = measureNames
    .map((of) => (given[of] === undefined ? undefined : measures[of](given[of], at(spot, of), fact)))
    .filter((measure) => measure !== undefined);
  const latest =
    given.latest === undefined ? undefined : readRows(given.latest, at(spot, 'latest'), fact, scope.budget);
  return { kind: 'fact', rows, measures: asked, ...(latest !== undefined && { latest }) };
}

/** `{events: {…}}`: rows of exactly one fact, for steps, entries and returns. */
export function readFactRows(input: unknown, spot: Spot, scope: Scope): FactRows | undefined {
  const facts = new Map(
    Object.entries(scope.catalog.facts).map(([name, fact]) => [camelCase(fact.plural), { name, fact }]),
  );
  const fields = [...facts.keys()];
  const given = record(input, spot, 'rows of a fact', fields);
  if (given === undefined) return undefined;
  const named = fields.filter((field) => field in given);
  const [field] = named;
  const found = field === undefined ? undefined : facts.get(field);
  if (field === undefined || found === undefined || named.length > 1)
    return tell(spot, 'ONE_FACT_NEEDED', 'name exactly one fact', (named.length > 1 ? named : fields).slice(0, 3));
  if (scope.entity === 'user' && found.fact.user === undefined)
    return tell(at(spot, field), 'FACT_WITHOUT_USER', `${found.fact.plural} belong to no user`);
  if (given[field] === undefined) return undefined;
  return { fact: found.name, where: readRows(given[field], at(spot, field), found.fact, scope.budget) };
}
