import { settings, type Setting } from './arbitrary-company.js';

const asked = (name: string): number | undefined =>
  process.env[name] === undefined ? undefined : Number(process.env[name]);

/**
 * The same companies every time, so that a failure is the change's own. `ORACLE_SEED` draws others, `ORACLE_RUNS` that many
 * times as many; `ORACLE_SHRINK=1` looks for a smaller company and a shorter question that fail too, which takes minutes.
 */
export const runs = (numRuns: number, setting: Setting) => ({
  seed: (asked('ORACLE_SEED') ?? 1) + settings.indexOf(setting),
  numRuns: numRuns * (asked('ORACLE_RUNS') ?? 1),
  endOnFailure: asked('ORACLE_SHRINK') !== 1,
  /** Small first is not wanted of companies; the edges are in their pools of values. */
  unbiased: true,
});
