import type { Attribute, AttributeSource, Catalog } from '../catalog/model.js';
import { digest, type Fingerprint } from './fingerprint.js';

/**
 * What the value of each customer attribute depends on besides the rows: its definition, those of the attributes it is made
 * of, and the SQL of the relations it reads.
 */
export function definitionsOf(catalog: Catalog, prints: ReadonlyMap<string, Fingerprint>): ReadonlyMap<string, string> {
  const { timeZone, weekStart, constants } = catalog.workspace;
  const { customer, user } = catalog.entities;
  const always = [timeZone, weekStart, constants, prints.get(customer.relation.name)?.definition];
  const users = user && [prints.get(user.relation.name)?.definition, user.attributes];

  const known = new Map<string, string>();
  const visit = (attribute: Attribute): string => {
    const found = known.get(attribute.name);
    if (found !== undefined) return found;
    known.set(attribute.name, '');
    const { source, missing, sqlType } = attribute;
    const named = namedIn(source);
    const relations = [...prints].filter(([name]) => named.has(name)).map(([, { definition }]) => definition);
    const others = Object.values(customer.attributes).filter((a) => a !== attribute && named.has(a.name));
    const ofUsers = source.kind === 'users' || source.kind === 'cases' ? users : undefined;
    const made = digest(always, source, missing, sqlType, relations, others.map(visit), ofUsers);
    known.set(attribute.name, made);
    return made;
  };
  Object.values(customer.attributes).forEach(visit);
  return known;
}

/** Every text in a definition: the names of the attributes and relations it may depend on are among them. */
function namedIn(source: AttributeSource): ReadonlySet<string> {
  const texts = new Set<string>();
  JSON.stringify(source, (key, value: unknown) => {
    texts.add(key);
    if (typeof value === 'string') texts.add(value);
    return value;
  });
  return texts;
}
