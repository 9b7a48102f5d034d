import type { Bounded } from '../../query/grid.js';
import type { Json } from './population.js';
import { onRows, windowOf } from './rows.js';

/** Has such rows in a stretch. */
export const during = (rows: Json, stretch: Bounded): Json => onRows(rows, { during: windowOf(stretch) });

/** Has no such rows before a stretch. */
const noneBefore = (rows: Json, { kind, from }: Bounded): Json => ({
  not: onRows(rows, { during: windowOf({ kind, until: from }) }),
});

/** Had the first such row ever in a stretch. */
export const firstEver = (rows: Json, stretch: Bounded): readonly Json[] =>
  stretch.kind === 'range'
    ? [onRows(rows, { first: { between: { from: stretch.from, until: stretch.until } } })]
    : [during(rows, stretch), noneBefore(rows, stretch)];

/** Has such rows before a stretch. */
export const before = (rows: Json, { kind, from }: Bounded): Json =>
  onRows(rows, { during: windowOf({ kind, until: from }) });
