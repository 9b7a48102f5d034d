import type { Source } from '../catalog/sources.js';
import { quoteName } from '../catalog/sql-text.js';

/** A column that a built relation is sorted by, or its days. */
export interface SortColumn {
  readonly column: string;
  readonly byDay?: boolean;
}

/**
 * What a built relation is sorted by: facts by day and then customer, so that a stretch of time reads few rows and a
 * customer few of each day; an entity by its key.
 */
export function sortedBy({ meaning }: Source): readonly SortColumn[] {
  if (meaning.kind === 'entity') return plain([meaning.yml.customer, meaning.yml.key]);
  if (meaning.kind !== 'fact') return [];
  const { time, interval, customer, user } = meaning.yml;
  const from = time ?? interval?.[0];
  return [...(from === undefined ? [] : [{ column: from, byDay: true }]), ...plain([customer, user])];
}

const plain = (columns: readonly (string | undefined)[]): readonly SortColumn[] =>
  columns.flatMap((column) => (column === undefined ? [] : [{ column }]));

/** The clause, of those columns that there are. */
export function orderBy(source: Source, columns: ReadonlySet<string>): string {
  const terms = sortedBy(source)
    .filter(({ column }) => columns.has(column))
    .map(({ column, byDay }) => (byDay ? `date_trunc('day', ${quoteName(column)})` : quoteName(column)));
  return terms.length === 0 ? '' : `order by ${terms.join(', ')}`;
}
