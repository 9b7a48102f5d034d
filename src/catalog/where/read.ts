import type { Problem } from '../../query/problem.js';
import type { EntityName, Where } from '../../query/where.js';
import type { Catalog } from '../model.js';
import { camelCase } from '../names.js';
import { readAttribute } from './attribute.js';
import { maxConditions } from './codes.js';
import { readFact } from './facts.js';
import { readAsOf, readCustomer, readUsers } from './related.js';
import { attributesOf } from './resolve.js';
import type { ReadWhere, SavedSegment, Scope } from './scope.js';
import { readSegments } from './segments.js';
import { readBucket, readIds, readRank } from './sets.js';
import { closeOrAll, tell, type Entry, type Path, type Spot } from './spot.js';
import { readTree } from './tree.js';

export interface WhereContext {
  readonly catalog: Catalog;
  /** Looks up a saved segment; undefined where there is none of that id. */
  readonly segment: (id: string) => SavedSegment | undefined;
  /** Where the where stands in the arguments, as the beginning of every path. */
  readonly path?: Path;
  /** The id of the segment this where is to be saved as: nothing it refers to may refer to that. */
  readonly self?: string;
}

/**
 * Reads a where as it is written in JSON (docs/where.md) into the tree that is compiled, with the wheres of its segments in place.
 * Never throws: every mistake is told with its path. Where there are problems, the tree is not to be used.
 */
export function readWhere(
  input: unknown,
  entity: EntityName,
  context: WhereContext,
): { readonly where: Where; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const where = read(
    input ?? (input === undefined ? {} : null),
    { path: context.path ?? [], problems },
    {
      catalog: context.catalog,
      segment: context.segment,
      entity,
      depth: 0,
      hops: 0,
      chain: context.self === undefined ? [] : [context.self],
      budget: { left: maxConditions },
    },
  );
  return { where, problems };
}

const read: ReadWhere = (input, spot, scope) =>
  readTree<Where>(input, spot, scope.depth, {
    budget: scope.budget,
    what: `a where on ${scope.entity}s`,
    group: (kind, items) => ({ kind, items }),
    not: (item) => ({ kind: 'not', item }),
    leaf: (entry, depth) => fieldOf(scope, entry)?.(entry, { ...scope, depth }),
  });

type Field = (entry: Entry, scope: Scope) => Where | undefined;

/** Fields that every where has, and those of one entity only. */
const ownFields: Readonly<Record<EntityName, Readonly<Record<string, Field>>>> = {
  customer: {
    users: (entry, scope) => readUsers(entry, scope, read),
    asOf: (entry, scope) => readAsOf(entry, scope, read),
    segment: (entry, scope) => readSegments(entry, scope, read),
    rank: readRank,
    bucket: readBucket,
    ids: readIds,
  },
  user: {
    customer: (entry, scope) => readCustomer(entry, scope, read),
    asOf: (entry, scope) => readAsOf(entry, scope, read),
    segment: (entry, scope) => readSegments(entry, scope, read),
    rank: readRank,
    bucket: readBucket,
    ids: readIds,
  },
};

function fieldOf({ catalog, entity }: Scope, { key, spot }: Entry): Field | undefined {
  const own = ownFields[entity];
  if (key === 'users' && entity === 'customer' && !catalog.entities.user)
    return tell(spot, 'UNKNOWN_FIELD', 'this workspace has no users');
  if (Object.hasOwn(own, key)) return own[key];
  const attribute = attributesOf(catalog, entity).find(({ name }) => camelCase(name) === key);
  if (attribute) return (entry) => readAttribute(entry, attribute);
  const fact = Object.entries(catalog.facts).find(([, { plural }]) => camelCase(plural) === key);
  if (fact) return (entry, scope) => readFact(entry, fact[0], fact[1], scope);
  return unknownField(catalog, entity, key, spot);
}

const others: Readonly<Record<EntityName, EntityName>> = { customer: 'user', user: 'customer' };
const across: Readonly<Record<EntityName, (field: string) => string>> = {
  customer: (field) => `users: {some: {${field}: …}}`,
  user: (field) => `customer: {${field}: …}`,
};

function unknownField(catalog: Catalog, entity: EntityName, key: string, spot: Spot): undefined {
  const other = others[entity];
  if (key === entity) return tell(spot, 'UNKNOWN_FIELD', `this where is about ${entity}s already`);
  if (catalog.entities[other] && whereFields(catalog, other).includes(key))
    return tell(spot, 'UNKNOWN_FIELD', `${key} is asked of ${other}s, not of ${entity}s`, [across[entity](key)]);
  const names = whereFields(catalog, entity).filter((name) => !['and', 'or', 'not'].includes(name));
  return tell(spot, 'UNKNOWN_FIELD', `there is no ${key} to ask ${entity}s about`, closeOrAll(key, names));
}

/** The names of all the fields of a where on an entity, as they are written. */
export function whereFields(catalog: Catalog, entity: EntityName): readonly string[] {
  const facts = Object.values(catalog.facts).filter(({ user }) => entity === 'customer' || user !== undefined);
  const own = Object.keys(ownFields[entity]).filter((name) => name !== 'users' || catalog.entities.user);
  return [
    ...['and', 'or', 'not'],
    ...attributesOf(catalog, entity).map(({ name }) => camelCase(name)),
    ...facts.map(({ plural }) => camelCase(plural)),
    ...own,
  ];
}
