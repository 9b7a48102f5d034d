import { settings, type Setting } from './arbitrary-company.js';

/**
 * The same companies every time, so that a failure is the change's own. `ORACLE_SEED` draws others and `ORACLE_RUNS`
 * that many times as many.
 */
export const runs = (numRuns: number, setting: Setting) => ({
  seed: Number(process.env['ORACLE_SEED'] ?? 1) + settings.indexOf(setting),
  /** Small first is not wanted of companies; the edges are in their pools of values. */
  unbiased: true,
  /** A failure is told smaller than it was found, but not by hours of looking. */
  interruptAfterTimeLimit: 1000 * Number(process.env['ORACLE_SECONDS'] ?? 50),
  markInterruptAsFailure: true,
  numRuns: numRuns * Number(process.env['ORACLE_RUNS'] ?? 1),
});
