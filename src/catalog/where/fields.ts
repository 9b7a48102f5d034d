import type { EntityName, Where } from '../../query/where.js';
import { readFunnel, readSequence } from '../funnel/read.js';
import type { Catalog } from '../model.js';
import { camelCase } from '../names.js';
import { readAttribute } from './attribute.js';
import { readBasket } from './basket.js';
import { readFact } from './facts.js';
import { readAsOf, readCustomer, readUsers } from './related.js';
import { attributesOf } from './resolve.js';
import { readRetained } from './returning.js';
import { readRfm } from './rfm.js';
import type { ReadWhere, Scope } from './scope.js';
import { readSegments } from './segments.js';
import { readBucket, readIds, readRank } from './sets.js';
import { closeOrAll, tell, type Entry, type Spot } from './spot.js';
import { readValueMoved } from './value-moved.js';

/** Reads the condition of one field. */
type Field = (entry: Entry, scope: Scope, read: ReadWhere) => Where | undefined;
type Fields = ReadonlyMap<string, Field>;

const logic = ['and', 'or', 'not'];
const shared: Readonly<Record<string, Field>> = {
  asOf: readAsOf,
  segment: readSegments,
  retained: readRetained,
  funnel: readFunnel,
  sequence: readSequence,
  valueMoved: readValueMoved,
  rank: readRank,
  rfm: readRfm,
  basket: readBasket,
  bucket: readBucket,
  ids: readIds,
};

/** Fields that are not the model's: every where has them, or those of one entity. */
const ownFields: Readonly<Record<EntityName, (catalog: Catalog) => Readonly<Record<string, Field>>>> = {
  customer: ({ entities }) => ({ ...(entities.user && { users: readUsers }), ...shared }),
  user: () => ({ customer: readCustomer, ...shared }),
};

function fieldsOf(catalog: Catalog, entity: EntityName): Fields {
  return new Map<string, Field>([
    ...attributesOf(catalog, entity).map(
      (attribute) => [camelCase(attribute.name), (entry: Entry) => readAttribute(entry, attribute)] as const,
    ),
    ...Object.entries(catalog.facts).map(
      ([name, fact]) =>
        [camelCase(fact.plural), (entry: Entry, scope: Scope) => readFact(entry, name, fact, scope)] as const,
    ),
    ...Object.entries(ownFields[entity](catalog)),
  ]);
}

/** A catalogue never changes, and its segments are read again and again. */
const known = new WeakMap<Catalog, Readonly<Record<EntityName, Fields>>>();

function fields(catalog: Catalog, entity: EntityName): Fields {
  const found = known.get(catalog) ?? { customer: fieldsOf(catalog, 'customer'), user: fieldsOf(catalog, 'user') };
  known.set(catalog, found);
  return found[entity];
}

/** The reader of a field; a problem where there is none of that name. */
export const fieldOf = ({ catalog, entity }: Scope, { key, spot }: Entry): Field | undefined =>
  fields(catalog, entity).get(key) ?? unknownField(catalog, entity, key, spot);

const others: Readonly<Record<EntityName, EntityName>> = { customer: 'user', user: 'customer' };
const across: Readonly<Record<EntityName, (field: string) => string>> = {
  customer: (field) => `users: {some: {${field}: …}}`,
  user: (field) => `customer: {${field}: …}`,
};

function unknownField(catalog: Catalog, entity: EntityName, key: string, spot: Spot): Field | undefined {
  const other = others[entity];
  if (key === entity) return tell(spot, 'UNKNOWN_FIELD', `this where is about ${entity}s already`);
  if (key === 'users' && entity === 'customer') return tell(spot, 'UNKNOWN_FIELD', 'this workspace has no users');
  if (catalog.entities[other] && fields(catalog, other).has(key))
    return tell(spot, 'UNKNOWN_FIELD', `${key} is asked of ${other}s, not of ${entity}s`, [across[entity](key)]);
  const names = whereFields(catalog, entity).filter((name) => !logic.includes(name));
  return tell(spot, 'UNKNOWN_FIELD', `there is no ${key} to ask ${entity}s about`, closeOrAll(key, names));
}

/** The names of all the fields of a where on an entity, as they are written. */
export function whereFields(catalog: Catalog, entity: EntityName): readonly string[] {
  const foreign = Object.values(catalog.facts).filter(({ user }) => entity === 'user' && user === undefined);
  const refused = new Set(foreign.map(({ plural }) => camelCase(plural)));
  return [...logic, ...fields(catalog, entity).keys()].filter((name) => !refused.has(name));
}
