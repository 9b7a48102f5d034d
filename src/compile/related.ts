import type { Base } from './base.js';
import { keyOf } from './identity.js';
import type { Sql } from './sql.js';

/** Another base that this one reads conditions from. */
export interface Related {
  readonly base: Base;
  /** Makes a condition on the other base a column of the side, once. */
  condition(condition: Sql): string;
  readonly conditions: () => readonly { readonly column: string; readonly condition: Sql }[];
}

export function relatedTo(base: Base): Related {
  const found = new Map<string, { column: string; condition: Sql }>();
  return {
    base,
    conditions: () => [...found.values()],
    condition: (condition) => {
      const key = keyOf(condition);
      const entry = found.get(key) ?? { column: `_c${String(found.size)}`, condition };
      found.set(key, entry);
      return entry.column;
    },
  };
}
