import type { Attribute, AttributeSource, Catalog } from '../catalog/model.js';
import { digest, type Fingerprint } from './fingerprint.js';

/**
 * What the value of each customer attribute depends on besides the rows: its definition, those of the attributes it is made
 * of, and the SQL of the relations it reads. What only happens to be called like a text in a definition counts as well: then
 * it is computed anew once too often.
 */
export function definitionsOf(catalog: Catalog, prints: ReadonlyMap<string, Fingerprint>): ReadonlyMap<string, string> {
  const { customer, user } = catalog.entities;
  const attributes = [...Object.values(customer.attributes), ...Object.values(user?.attributes ?? {})];
  const own = new Map(attributes.map((a) => [a, ownDefinition(catalog, prints, a)]));
  const near = new Map(attributes.map((a) => [a, madeOf(a, attributes)]));
  return new Map(
    Object.values(customer.attributes).map((attribute) => {
      const parts = [...reached(attribute, near)].map((a) => [a.entity, a.name, own.get(a)]);
      return [attribute.name, digest(parts.map((part) => JSON.stringify(part)).sort())];
    }),
  );
}

/** The definition without those of the attributes it is made of. */
function ownDefinition(
  { workspace, entities }: Catalog,
  prints: ReadonlyMap<string, Fingerprint>,
  { entity, source, missing, sqlType }: Attribute,
): string {
  const { timeZone, weekStart, constants } = workspace;
  const named = namedIn(source);
  const ofUsers = entity === 'user' || source.kind === 'users' || source.kind === 'cases';
  const read = [...prints].filter(
    ([name]) =>
      named.has(name) || name === entities.customer.relation.name || (ofUsers && name === entities.user?.relation.name),
  );
  const relations = read.map(([name, { definition }]) => [name, definition]);
  return digest(timeZone, weekStart, constants, source, missing, sqlType, relations);
}

/** An attribute, those it names, those they name, and so on. */
function reached(from: Attribute, near: ReadonlyMap<Attribute, readonly Attribute[]>): ReadonlySet<Attribute> {
  const found = new Set([from]);
  // What is added to a set while it is gone through is gone through too.
  for (const attribute of found) for (const next of near.get(attribute) ?? []) found.add(next);
  return found;
}

/** Attributes that an attribute may be made of. Of columns of rows and aggregates over them none is. */
function madeOf({ source }: Attribute, attributes: readonly Attribute[]): readonly Attribute[] {
  if (source.kind === 'column' || source.kind === 'fact' || source.kind === 'users') return [];
  const named = namedIn(source);
  return attributes.filter(({ name }) => named.has(name));
}

/** Every text in a definition: the names of the attributes and relations it may depend on are among them. */
function namedIn(source: AttributeSource): ReadonlySet<string> {
  const texts = new Set<string>();
  JSON.stringify(source, (_, value: unknown) => {
    if (typeof value === 'string') texts.add(value);
    return value;
  });
  return texts;
}
