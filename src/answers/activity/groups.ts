import { camelCase } from '../../catalog/names.js';
import type { Catalog } from '../../catalog/model.js';
import { entityOf } from '../../compile/entity-of.js';
import type { EntityName } from '../../query/where.js';
import type { Json } from './population.js';

export type Row = Readonly<Record<string, unknown>>;

/** Rows of an answer that have the same value of the attribute split by. */
export interface Group {
  readonly value: unknown;
  readonly rows: readonly Row[];
}

/** Rows by their `d0`: groups with the greatest sum of `weight` first, then in the order of their values. */
export function groupsOf(rows: readonly Row[], weight: (row: Row) => number): readonly Group[] {
  const groups = new Map<string, { value: unknown; rows: Row[]; weight: number }>();
  for (const row of rows) {
    const value = row['d0'] ?? null;
    const key = JSON.stringify(value);
    const group = groups.get(key) ?? { value, rows: [], weight: 0 };
    groups.set(key, group);
    group.rows.push(row);
    group.weight += weight(row);
  }
  return [...groups.entries()]
    .sort(([a, g], [b, h]) => h.weight - g.weight || (a < b ? -1 : 1))
    .map(([, group]) => group);
}

/** The condition that an attribute has a value, or none. */
export function hasValue(catalog: Catalog, entity: EntityName, attribute: string, value: unknown): Json {
  const type = entityOf(catalog, entity).attributes[attribute]?.type;
  const test = value === null ? { isNull: true } : type === 'date' ? { on: value } : { eq: value };
  return { [camelCase(attribute)]: test };
}
