import type { Binder } from './bind.js';
import type { Findings } from './report.js';

/** What every part of a model is checked with. */
export interface Check {
  readonly binder: Binder;
  readonly found: Findings;
  /** Numbers that formulas may name. */
  readonly constants: Readonly<Record<string, number>>;
  /** Names whose own definition is wrong and told: what mentions them is not told again. */
  readonly broken: Set<string>;
}
