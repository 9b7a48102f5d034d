import type { Relation } from './model.js';
import { quoteName } from './sql-text.js';

type Types = Readonly<Record<string, string>>;

/** The names an expression may use, with the engine's type of each. */
export interface Scope {
  /** By qualifier; `''` is the rows themselves. */
  readonly tables: Readonly<Record<string, Types>>;
}

export const asOfColumn = 'as_of';
export const dayColumn = 'day';

export const rowScope = (types: Types): Scope => ({ tables: { '': types } });
export const columnTypes = ({ columns }: Relation): Types =>
  Object.fromEntries(Object.values(columns).map((c) => [c.name, c.sqlType]));

/** A FROM clause with some names of a scope and their types, and no more: binding takes longer with each. */
export const fromClause = ({ tables }: Scope, names: ReadonlySet<string>): string =>
  `from ${Object.entries(tables)
    .map(([alias, types]) => `${emptyTable(types, names)} as ${quoteName(alias || ' rows')}`)
    .join(', ')}`;

const emptyTable = (types: Types, names: ReadonlySet<string>): string => {
  const columns = Object.entries(types).filter(([name]) => names.has(name));
  return `(select ${['null', ...columns.map(([name, type]) => `cast(null as ${type}) as ${quoteName(name)}`)].join(', ')})`;
};

/** `mrr is VARCHAR`, for names of a scope. */
export const typesSaid = ({ tables }: Scope, names: Iterable<string>): string => {
  const types = Object.assign({}, ...Object.values(tables)) as Types;
  return [...names].map((name) => `${name} is ${types[name] ?? ''}`).join(', ');
};

/** `before.mrr`, `mrr`: every name as it may be written. */
export const writtenNames = ({ tables }: Scope): readonly string[] =>
  Object.entries(tables).flatMap(([alias, types]) => Object.keys(types).map((c) => (alias ? `${alias}.${c}` : c)));

/** The bare name that a reference stands for, or null. Letters' case does not matter, as in SQL. */
export function resolve(reference: readonly string[], { tables }: Scope): string | null {
  const [first = '', second] = reference.map((part) => part.toLowerCase());
  const qualified = first === '' ? undefined : tables[first];
  const [types, name] = qualified && second !== undefined ? [qualified, second] : [tables[''] ?? {}, first];
  return Object.keys(types).find((c) => c.toLowerCase() === name) ?? null;
}
