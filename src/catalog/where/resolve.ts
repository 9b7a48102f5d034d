import type { Problem } from '../../query/problem.js';
import type { EntityName } from '../../query/where.js';
import type { Attribute, Catalog, Column, Fact, Metric } from '../model.js';
import { enumCase } from '../names.js';
import { suggest } from '../suggest.js';
import { show, tell, type Path, type Spot } from './spot.js';
import type { WhereCode } from './codes.js';

/** What was found, or the problems that tell why nothing was. */
export interface Reading<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}

export function reading<T>(path: Path, read: (spot: Spot) => T | undefined): Reading<T> {
  const problems: Problem[] = [];
  const value = read({ path, problems });
  return { value, problems };
}

interface Named {
  readonly name: string;
}

/** Finds a thing of the model by its name in an enum. */
function byEnum<T extends Named>(
  things: readonly T[],
  input: unknown,
  spot: Spot,
  code: WhereCode,
  what: string,
): T | undefined {
  if (typeof input !== 'string') return tell(spot, 'WRONG_TYPE', `the name of ${what} is needed, not ${show(input)}`);
  const found = things.find(({ name }) => name.length === input.length && enumCase(name) === input);
  if (found) return found;
  const names = things.map(({ name }) => enumCase(name));
  return tell(spot, code, `there is no ${what} ${show(input)}`, suggest(input.slice(0, 100), names));
}

export const attributesOf = (catalog: Catalog, entity: EntityName): readonly Attribute[] =>
  Object.values(catalog.entities[entity]?.attributes ?? {});

/** Columns that may be asked for, by name. */
export const columnsOf = (fact: Fact): readonly Column[] =>
  Object.values(fact.relation.columns).filter(({ hidden }) => !hidden);

export const findAttribute = (
  catalog: Catalog,
  entity: EntityName,
  input: unknown,
  spot: Spot,
): Attribute | undefined =>
  byEnum(attributesOf(catalog, entity), input, spot, 'UNKNOWN_ATTRIBUTE', `${entity} attribute`);

export const findMetric = (catalog: Catalog, input: unknown, spot: Spot): Metric | undefined =>
  byEnum(Object.values(catalog.metrics), input, spot, 'UNKNOWN_METRIC', 'metric');

export const findColumn = (fact: Fact, input: unknown, spot: Spot): Column | undefined =>
  byEnum(columnsOf(fact), input, spot, 'UNKNOWN_COLUMN', `column of ${fact.plural}`);

/** The attribute an enum value such as `ACTIVE_USERS_7D` names. */
export const resolveAttribute = (
  catalog: Catalog,
  entity: EntityName,
  name: string,
  path: Path = [],
): Reading<Attribute> => reading(path, (spot) => findAttribute(catalog, entity, name, spot));

/** The metric an enum value such as `MRR` names. */
export const resolveMetric = (catalog: Catalog, name: string, path: Path = []): Reading<Metric> =>
  reading(path, (spot) => findMetric(catalog, name, spot));
