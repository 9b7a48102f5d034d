import type { Json } from '../activity/population.js';
import type { People } from '../people.js';
import { wilson } from '../statistics/proportions.js';
import { peopleWho } from './people.js';
import type { CampaignsAsked } from './read.js';

/** How often an interval is to hold the truth. */
export const level = 0.95;

export interface CampaignRate {
  readonly count: number;
  readonly of: number;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly people: People;
}

export function rateOf(asked: CampaignsAsked, count: number, of: number, conditions: readonly Json[]): CampaignRate {
  const interval = wilson({ count, of }, level);
  return {
    count,
    of,
    rate: of === 0 ? null : count / of,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    people: peopleWho(asked, count, conditions),
  };
}
