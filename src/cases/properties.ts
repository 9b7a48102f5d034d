import { camelCase } from '../catalog/names.js';
import { textOf } from './filter.js';
import type { Columns } from './files.js';

/**
 * The columns that hold a property, as fields of a where: its value as text, as a number where it is one, and where it is a time in
 * milliseconds since 1970.
 */
export interface Property {
  readonly text: string;
  readonly number: string;
  readonly time: string;
  readonly textColumn: string;
  readonly numberColumn: string;
}

type Bag = Readonly<Record<string, unknown>>;

/** Columns for the properties of things: `p1_key` with the text, `n1_key` with the number. */
export interface Properties {
  readonly columns: Columns;
  readonly values: (bag: Bag | undefined) => Bag;
  /** The columns of a property; one that nothing has gets columns too, always empty. */
  readonly of: (name: string) => Property;
}

const word = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

/** `mark` keeps the columns of several kinds of things apart. `extra` are properties that are asked for but nothing has. */
export function propertyColumns(
  mark: string,
  bags: readonly (Bag | undefined)[],
  extra: readonly string[] = [],
): Properties {
  const names = [...new Set([...bags.flatMap((bag) => Object.keys(bag ?? {})), ...extra])];
  const column = new Map(
    names.map((name, i) => [name, [`${String(i)}_p`, word(name)].filter((part) => part !== '').join('_')]),
  );
  const named = (name: string): string => {
    const found = column.get(name);
    if (found === undefined) throw new Error(`No column for ${name}`);
    return found;
  };
  return {
    columns: Object.fromEntries(
      names.flatMap((name) => [
        [`${mark}t${named(name)}`, 'VARCHAR'],
        [`${mark}n${named(name)}`, 'DOUBLE'],
        [`${mark}d${named(name)}`, 'DOUBLE'],
      ]),
    ),
    values: (bag) =>
      Object.fromEntries(
        Object.entries(bag ?? {})
          .filter(([, value]) => value !== null && value !== undefined)
          .flatMap(([name, value]): readonly (readonly [string, unknown])[] => [
            [`${mark}t${named(name)}`, textOf(value)],
            [`${mark}n${named(name)}`, numberOf(value)],
            [`${mark}d${named(name)}`, timeOf(value)],
          ]),
      ),
    of: (name) => ({
      text: camelCase(`${mark}t${named(name)}`),
      number: camelCase(`${mark}n${named(name)}`),
      time: camelCase(`${mark}d${named(name)}`),
      textColumn: `${mark}t${named(name)}`,
      numberColumn: `${mark}n${named(name)}`,
    }),
  };
}

/** ISO text of a day or a time; without an offset in UTC. */
export function timeOf(value: unknown): number | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value)) return null;
  const time = Date.parse(/T.*(Z|[+-]\d\d:?\d\d)$/.test(value) || value.length === 10 ? value : `${value}Z`);
  return Number.isNaN(time) ? null : time;
}

export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
