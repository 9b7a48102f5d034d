import { keptType } from '../catalog/kept-type.js';
import type { Attribute } from '../catalog/model.js';
import type { Sql } from './sql.js';
import { model, name, ref, sql } from './sql.js';

/** Whether snapshots may keep an attribute in another type than its own. */
export const isNarrowed = ({ sqlType }: Attribute): boolean => keptType(sqlType) !== undefined;

const ownType = ({ sqlType }: Attribute, value: Sql): Sql => sql`cast(${value} as ${model(sqlType)})`;

/** A column of a snapshot in the attribute's own type, whichever it is kept in. */
export const inOwnType = (attribute: Attribute | undefined, value: Sql): Sql =>
  attribute === undefined || !isNarrowed(attribute)
    ? value
    : sql`${ownType(attribute, value)} as ${name(attribute.name)}`;

const narrowColumn = (attribute: string): string => `_kept_${attribute}`;

/** The same column as it is kept, beside the other. */
export const asKept = (attribute: string): Sql => sql`${ref('p', attribute)} as ${name(narrowColumn(attribute))}`;

/**
 * That column in the attribute's own type, for a comparison: the engine turns a cast around only where it stands beside
 * what is compared, and then passes over groups of rows.
 */
export const keptOf = (attribute: Attribute, alias: string): Sql =>
  ownType(attribute, ref(alias, narrowColumn(attribute.name)));
