import fc, { type Arbitrary } from 'fast-check';
import type { Catalog } from '../../src/catalog/model.js';
import { testKindOf } from '../../src/catalog/where/index.js';
import type { Valued } from '../support/arbitrary-tests.js';
import { arbitraryWhere } from '../support/arbitrary-where.js';
import type { Question } from './agree.js';
import { arbitraryDay, pools, type Setting } from './arbitrary-company.js';
import { arbitraryCondition, arbitraryOften, arbitraryTurn } from './arbitrary-condition.js';
import { shift, type Day } from './days.js';
import type { EntityName, Json, World } from './world.js';

const smallNumbers = [0, 1, 2, 3, 5, 15, 30];

const choiceOf = (setting: Setting) => ({
  values: (of: Valued) => pools[of.name] ?? (testKindOf(of) === 'number' ? smallNumbers : undefined),
  days: Array.from({ length: setting.days + 2 }, (_, n) => shift(setting.from, n - 1)),
  ids: ['c1', 'c2', 'c10', '1', '2', '3', '10', 'zz'],
});

/** Segments that wheres may name: customers and users are in them for a while. */
const segments = { customer: ['customers_a', 'customers_b'], user: ['users_a'] } as const;

export const arbitrarySegments = (catalog: Catalog, setting: Setting): Arbitrary<World['segments']> => {
  const choice = choiceOf(setting);
  const where = (entity: EntityName) => arbitraryTurn({ catalog, entity, choice, ids: choice.ids, segments });
  return fc.record({ customers_a: where('customer'), customers_b: where('customer'), users_a: where('user') });
};

const made = new WeakMap<Catalog, Map<string, Arbitrary<Json>>>();

/** Single conditions, so that each is told apart; pairs and their opposites; and trees of everything there is. Made once. */
export function arbitraryWhereOf(catalog: Catalog, entity: EntityName, setting: Setting): Arbitrary<Json> {
  const ofCatalog = made.get(catalog) ?? new Map<string, Arbitrary<Json>>();
  made.set(catalog, ofCatalog);
  const key = `${entity} ${setting.zone} ${setting.from}`;
  const where = ofCatalog.get(key) ?? makeWhere(catalog, entity, setting);
  ofCatalog.set(key, where);
  return where;
}

function makeWhere(catalog: Catalog, entity: EntityName, setting: Setting): Arbitrary<Json> {
  const choice = choiceOf(setting);
  const one = arbitraryCondition({ catalog, entity, choice, ids: choice.ids, segments });
  const several = fc.array(one, { maxLength: 3 });
  return fc.oneof(
    { weight: 6, arbitrary: one },
    { weight: 1, arbitrary: fc.record({ not: one }) },
    { weight: 1, arbitrary: fc.record({ and: several }) },
    { weight: 1, arbitrary: fc.record({ or: several }) },
    { weight: 3, arbitrary: arbitraryWhere(catalog, entity, { ...choice, segments, otherDays: true, depth: 2 }) },
  );
}

/** Mostly in the data, so that most answers are neither nobody nor everybody. */
export function usualDay(setting: Setting): Arbitrary<Day> {
  const inside = fc.integer({ min: 5, max: setting.days + 5 }).map((n) => shift(setting.from, n));
  return fc.oneof({ weight: 4, arbitrary: inside }, { weight: 1, arbitrary: arbitraryDay(setting) });
}

export const arbitraryQuestion = (catalog: Catalog, setting: Setting): Arbitrary<Question> =>
  questionOf(setting, (entity) => arbitraryWhereOf(catalog, entity, setting));

/** Of rows of one fact that are alike, in several windows and ways at once. */
export function arbitraryOftenQuestion(catalog: Catalog, setting: Setting): Arbitrary<Question> {
  const choice = choiceOf(setting);
  return questionOf(setting, (entity) => arbitraryOften({ catalog, entity, choice, ids: choice.ids, segments }));
}

function questionOf(setting: Setting, whereOf: (entity: EntityName) => Arbitrary<Json>): Arbitrary<Question> {
  const of = (entity: EntityName): Arbitrary<Question> =>
    fc.record({ entity: fc.constant(entity), where: whereOf(entity), day: usualDay(setting) });
  return fc.oneof({ weight: 2, arbitrary: of('customer') }, { weight: 1, arbitrary: of('user') });
}
