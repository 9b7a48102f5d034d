import { suggestionsStatement } from '../compile/members.js';
import type { Day } from '../query/time.js';
import type { EntityName } from '../query/where.js';
import { toRows } from '../warehouse/warehouse.js';
import type { Session } from './session.js';

export interface ValueCount {
  readonly value: string | null;
  readonly count: number;
}

/** Values of an attribute as of a day with how many have each, most frequent first. */
export async function valueSuggestions(
  session: Session,
  ask: {
    readonly entity: EntityName;
    readonly attribute: string;
    readonly asOf: Day;
    readonly search?: string;
    readonly first: number;
  },
): Promise<readonly ValueCount[]> {
  const answer = await session.run(
    suggestionsStatement(session.catalog, ask.entity, ask.attribute, ask.asOf, ask.search, ask.first),
  );
  return toRows(answer).map((row) => ({
    value: typeof row['value'] === 'string' ? row['value'] : null,
    count: Number(row['count']),
  }));
}
