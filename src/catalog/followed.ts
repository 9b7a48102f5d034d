import type { Attribute, AttributeSource, Catalog } from './model.js';

type Followed = Extract<AttributeSource, { kind: 'fact' }>;

/**
 * The rows that an attribute is an aggregate of, where its value only changes on days when one of them begins or ends: it is over
 * the open rows of an interval fact, nothing for none of them, and no part of it is known only later or depends on the day asked about.
 */
export function followedRows(catalog: Catalog, { source, missing }: Attribute): Followed | undefined {
  if (source.kind !== 'fact' || source.rows.kind !== 'current' || source.time) return undefined;
  const fact = catalog.facts[source.fact];
  if (fact?.time.kind !== 'interval' || (missing !== undefined && missing !== 0)) return undefined;
  const names = [
    ...source.value.names,
    ...(source.where?.names ?? []),
    ...(source.latestPer ? [source.latestPer] : []),
  ];
  const { columns } = fact.relation;
  return names.some((n) => n === 'as_of' || columns[n]?.knownFrom !== undefined) ? undefined : source;
}
