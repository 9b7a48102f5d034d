import { memberIdsStatement } from '../compile/members.js';
import type { Population } from '../query/question.js';
import type { Day } from '../query/time.js';
import type { Session } from './session.js';

/** The statement that finds a population's members, as it ran. */
export interface SegmentQuery {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  readonly elapsedMs: number;
  readonly cacheHit: boolean;
  readonly dataAsOf: Day;
}

export async function segmentQuery(session: Session, population: Population, asOf: Day): Promise<SegmentQuery> {
  const { ran } = await session.run(memberIdsStatement(session.catalog, { population, asOf }));
  return {
    sql: ran.sql,
    parameters: ran.parameters,
    elapsedMs: ran.elapsedMs,
    cacheHit: false,
    dataAsOf: session.catalog.dataAsOf,
  };
}
