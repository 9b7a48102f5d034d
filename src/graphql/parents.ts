import type { MembersPage } from '../answers/members.js';
import type { TrendRequest } from '../answers/trend.js';
import type { Population } from '../query/question.js';
import type { Day } from '../query/time.js';

/** A trend before its points are asked for. */
export interface TrendRequested {
  readonly request: TrendRequest;
  readonly by: readonly string[];
}

/** A page of members, and what its total count is asked of. */
export interface MembersFound {
  readonly page: MembersPage;
  readonly population: Population;
  readonly asOf: Day;
}
