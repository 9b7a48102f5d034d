import type { Where } from '../../../query/where.js';
import type { Catalog } from '../../model.js';
import { rowsText } from './facts.js';
import { enumerate } from './phrase.js';

/** `has "bread" and "butter" together by Order (orders in the last 30 days)`. */
export function basketText({ of }: Extract<Where, { kind: 'basket' }>, catalog: Catalog): string {
  const label = catalog.facts[of.rows.fact]?.relation.columns[of.basket]?.label ?? of.basket;
  const items = enumerate(
    of.has.map((item) => JSON.stringify(item)),
    'and',
  );
  return `has ${items} together by ${label} (${rowsText(of.rows, catalog)})`;
}
