import type { Day } from './time.js';
import type { EntityName, Where } from './where.js';

/** Which of some wheres hold for each member of a population, counted by combination. */
export interface CombinationQuestion {
  readonly entity: EntityName;
  readonly within: Where;
  readonly wheres: readonly Where[];
  readonly asOf: Day;
}
