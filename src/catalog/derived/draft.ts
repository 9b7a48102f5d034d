import type { EntityName } from '../../query/where.js';
import type { Place } from '../bind.js';
import type { Attribute, Catalog, Described } from '../model.js';
import type { Scope } from '../scope.js';

/** An attribute that is made of others, before those are known. */
export interface DerivedDraft {
  readonly entity: EntityName;
  readonly described: Described;
  readonly file: string;
  /** Where the attribute is written. */
  readonly place: Place;
  /** Where what it is made of is written. */
  readonly made: Place;
  /** Keys of the attributes it names. */
  needs(): Promise<readonly string[]>;
  /** The attribute; null after telling what is wrong. Called when all that it needs and is sound is known. */
  bind(known: Known): Promise<Attribute | null>;
}

/** The attributes so far. */
export interface Known {
  find(entity: EntityName, name: string): Attribute | undefined;
  of(entity: EntityName): readonly Attribute[];
  /** What an expression over an entity may name. */
  scope(entity: EntityName): Scope;
  /** The model so far, for wheres; null where it has no customers. */
  catalog(): Catalog | null;
}

/** Attributes of customers and users may have the same name. */
export const attributeKey = (entity: EntityName, name: string): string => `${entity} ${name}`;
export const nameOfKey = (key: string): string => key.slice(key.indexOf(' ') + 1);
