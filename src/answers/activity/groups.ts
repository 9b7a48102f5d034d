import { entityOf } from '../../compile/base.js';
import { camelCase } from '../../catalog/names.js';
import type { Catalog } from '../../catalog/model.js';
import type { EntityName } from '../../query/where.js';
import type { Json } from './population.js';

/** The condition that an attribute has a value, or none. */
export function hasValue(catalog: Catalog, entity: EntityName, attribute: string, value: unknown): Json {
  const type = entityOf(catalog, entity).attributes[attribute]?.type;
  const test = value === null ? { isNull: true } : type === 'date' ? { on: value } : { eq: value };
  return { [camelCase(attribute)]: test };
}

/** Groups by their values: most members first, then in the order of the values. */
export function largestFirst<T>(groups: readonly T[], size: (group: T) => number, value: (group: T) => unknown): T[] {
  const text = (group: T): string => JSON.stringify(value(group) ?? null);
  return groups.toSorted((a, b) => size(b) - size(a) || (text(a) < text(b) ? -1 : 1));
}
