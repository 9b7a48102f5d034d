import type { Duration, Period } from './time.js';
import type { Where } from './where.js';

/** Whether a score told an outcome: that of `before` each unit, of those with either outcome as of the unit's last day. */
export interface BacktestQuestion {
  /** Oldest first. */
  readonly units: readonly Period[];
  readonly before: Duration;
  readonly churned: Where;
  /** Who churned too counts as churned only. */
  readonly renewed: Where;
}
