import type { Baskets } from '../../query/affinity.js';
import type { Scalar, Where } from '../../query/where.js';
import type { Column, Fact, ValueType } from '../model.js';
import { enumCase } from '../names.js';
import { readFactRows } from './facts.js';
import { columnsOf, findColumn } from './resolve.js';
import type { Scope } from './scope.js';
import { at, list, record, tell, type Entry, type Spot } from './spot.js';
import { refuseNull } from './tree.js';
import { flag, number, text, type Reader } from './values.js';
import { window } from './window.js';

/** Columns that tell one item, or one basket, from another, and how their values are written. */
const itemReaders: Readonly<Partial<Record<ValueType, Reader<Scalar>>>> = {
  string: text,
  number,
  boolean: flag,
};

function itemColumn(fact: Fact, input: unknown, spot: Spot): Column | undefined {
  const column = findColumn(fact, input, spot);
  if (column === undefined || itemReaders[column.type]) return column;
  const possible = columnsOf(fact).filter(({ type }) => itemReaders[type]);
  const message = `${column.name} of ${fact.plural} is a ${column.type}, which tells no items apart`;
  return tell(
    spot,
    'NOT_AN_ITEM_COLUMN',
    message,
    possible.map(({ name }) => enumCase(name)),
  );
}

export const basketFields = ['rows', 'item', 'basket'] as const;
type Given = Readonly<Partial<Record<(typeof basketFields)[number], unknown>>>;

/** Which rows hold items, in which column, and what puts rows together. */
export function readBaskets(given: Given, spot: Spot, scope: Scope): Baskets | undefined {
  for (const part of ['rows', 'item'] as const)
    if (!(part in given))
      tell(at(spot, part), 'MISSING_VALUE', `${part} is needed`, part === 'rows' ? ['{"orders":{}}'] : []);
  const rows = given.rows === undefined ? undefined : readFactRows(given.rows, at(spot, 'rows'), scope);
  const fact = rows && scope.catalog.facts[rows.fact];
  if (!fact) return undefined;
  const item = given.item === undefined ? undefined : itemColumn(fact, given.item, at(spot, 'item'));
  const basket = given.basket === undefined ? undefined : itemColumn(fact, given.basket, at(spot, 'basket'));
  return item && { rows, item: item.name, ...(basket && { basket: basket.name }) };
}

/** `{rows, basket, item, has, during}`: a basket with all of these items in it. */
export function readBasket(entry: Entry, scope: Scope): Where | undefined {
  if (refuseNull(entry)) return undefined;
  const { spot } = entry;
  const given = record(entry.value, spot, 'a basket', [...basketFields, 'has', 'during']);
  if (given === undefined) return undefined;
  for (const part of ['basket', 'has'] as const)
    if (!(part in given)) tell(at(spot, part), 'MISSING_VALUE', `${part} is needed`);
  const of = readBaskets(given, spot, scope);
  const during = given.during === undefined ? undefined : window(given.during, at(spot, 'during'));
  const column = of && scope.catalog.facts[of.rows.fact]?.relation.columns[of.item];
  const reader = column && itemReaders[column.type];
  const has = reader && given.has !== undefined ? list(given.has, at(spot, 'has'), reader) : undefined;
  if (Array.isArray(given.has) && given.has.length === 0)
    tell(at(spot, 'has'), 'MISSING_VALUE', 'a basket is asked for at least one item');
  if (of?.basket === undefined || !has) return undefined;
  return { kind: 'basket', of: { ...of, basket: of.basket, rows: { ...of.rows, ...(during && { during }) }, has } };
}
