import type { Day } from '../query/time.js';
import type { EntityName } from '../query/where.js';

/** The people behind a number: a where in the form it is written in, with the day it is asked of. */
export interface People {
  readonly entity: EntityName;
  readonly count: number;
  readonly asOf: Day;
  readonly whereJson: unknown;
}
