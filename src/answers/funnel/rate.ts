import { wilson } from '../statistics/proportions.js';

/** A share with its interval; null where there is nobody. */
export interface FunnelRate {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly nullReason: 'ZERO_DENOMINATOR' | null;
}

const level = 0.95;

export function rateOf(numerator: number, denominator: number): FunnelRate {
  const interval = wilson({ count: numerator, of: denominator }, level);
  return {
    value: denominator === 0 ? null : numerator / denominator,
    numerator,
    denominator,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    nullReason: denominator === 0 ? 'ZERO_DENOMINATOR' : null,
  };
}
