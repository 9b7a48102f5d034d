import type { FunnelOutcome } from '../../query/funnel.js';
import type { Where } from '../../query/where.js';
import type { Base } from '../base.js';
import { all, any, ref, sql, type Sql } from '../sql.js';
import { valueTests } from '../value-test.js';
import { spanOf } from '../window.js';
import { progress } from './entrants.js';
import { seenAt } from './seen.js';

/** What became of an entrant, told by the steps reached and whether an attempt is open. */
export const outcomeIs: Readonly<Record<FunnelOutcome, (reached: Sql, open: Sql, steps: number) => Sql>> = {
  CONVERTED: (reached, _, steps) => sql`${reached} = ${sql.lit(steps)}`,
  PENDING: (reached, open, steps) => sql`(${reached} between 1 and ${sql.lit(steps - 1)} and ${open})`,
  LOST: (reached, open, steps) => sql`(${reached} between 1 and ${sql.lit(steps - 1)} and not ${open})`,
  EXCLUDED: (reached) => sql`${reached} = 0`,
};

/** How far someone got in a funnel, and what became of them; those who did not enter reached 0 steps and have no outcome. */
export function inFunnel(base: Base, where: Extract<Where, { kind: 'funnel' }>, alias: string): Sql {
  const { catalog, entity, day } = base;
  const entry = where.during ? spanOf(where.during, day, catalog) : {};
  const side = {
    sql: progress(seenAt({ catalog, entity, asOf: day, funnel: where.funnel, entry })),
    on: 'entity',
  } as const;
  const reached = base.joined(side, (s) => sql`coalesce(${ref(s, 'reached')}, 0)`);
  const holds = [valueTests({ value: ref(alias, reached), type: 'number' }, where.reached, day, catalog)];
  if (!where.outcomes) return all(holds);
  const open = base.joined(side, (s) => sql`coalesce(${ref(s, 'open')}, false)`);
  const entered = base.joined(side, (s) => sql`(${ref(s, 'reached')} is not null)`);
  const outcomes = where.outcomes.map((o) =>
    outcomeIs[o](ref(alias, reached), ref(alias, open), where.funnel.steps.length),
  );
  return all([...holds, ref(alias, entered), any(outcomes)]);
}
