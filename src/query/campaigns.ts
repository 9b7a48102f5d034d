import type { Population } from './question.js';
import type { Day, Period } from './time.js';

/** What became, as of a day, of the messages that members got in a period. */
export interface CampaignsQuestion {
  readonly population: Population;
  readonly period: Period;
  readonly asOf: Day;
  /** Only these; left out, all. */
  readonly campaigns?: readonly (string | number)[];
}
