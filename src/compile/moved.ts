import type { Base } from './base.js';
import type { Related } from './related.js';
import { keyed } from './keyed.js';
import type { Sql } from './sql.js';
import { ref, sql } from './sql.js';

/** Names the value that an attribute had on the day of a past base. */
export function valueThen(base: Base, past: Related, attribute: string): string {
  past.base.attribute(attribute);
  return base.joined({ key: `at ${past.base.day}`, on: 'self', sql: () => keyed(past) }, (side) =>
    ref(side, attribute),
  );
}

/** An attribute now against its value on a past day; percent of nothing is missing. */
export function moved(base: Base, past: Related, attribute: string, as: 'absolute' | 'percent', alias: string): Sql {
  base.attribute(attribute);
  const then = valueThen(base, past, attribute);
  const [a, b] = [sql`cast(${ref(alias, attribute)} as double)`, sql`cast(${ref(alias, then)} as double)`];
  return as === 'absolute' ? sql`(${a} - ${b})` : sql`(100 * (${a} - ${b}) / nullif(abs(${b}), 0))`;
}
