import { welchInterval, type Moments } from '../statistics/means.js';
import { newcombe, type Interval, type Share } from '../statistics/proportions.js';
import { level } from './rate.js';

export interface CampaignDifference {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}
export interface CampaignLift {
  readonly rate: CampaignDifference;
  readonly mean: CampaignDifference | null;
  readonly incremental: CampaignDifference;
  readonly incrementalValue: CampaignDifference | null;
  readonly roi: number | null;
}

/** Those sent to, or held out: how many had the outcome, and its value for each. */
export interface Side {
  readonly share: Share;
  readonly value: Moments;
}

interface Worth {
  readonly valued: boolean;
  readonly margin: number;
  readonly cost: number | null;
}

/** What is gained for each euro spent; null where nothing was. */
export const roiOf = (value: number, { margin, cost }: Pick<Worth, 'margin' | 'cost'>): number | null =>
  cost === null || cost === 0 ? null : (value * margin - cost) / cost;

const within = (value: number, interval: Interval | null): CampaignDifference => ({
  value,
  low: interval?.low ?? null,
  high: interval?.high ?? null,
});
const times = ({ value, low, high }: CampaignDifference, n: number): CampaignDifference => ({
  value: value * n,
  low: low === null ? null : low * n,
  high: high === null ? null : high * n,
});

/** Those sent to against those held out; both have somebody in them. */
export function liftOf(sent: Side, heldOut: Side, worth: Worth): CampaignLift {
  const [p, q] = [sent.share.count / sent.share.of, heldOut.share.count / heldOut.share.of];
  const rate = within(p - q, newcombe(sent.share, heldOut.share, level));
  const mean = within(sent.value.mean - heldOut.value.mean, welchInterval(sent.value, heldOut.value, level));
  const incrementalValue = worth.valued ? times(mean, sent.share.of) : null;
  return {
    rate,
    mean: worth.valued ? mean : null,
    incremental: times(rate, sent.share.of),
    incrementalValue,
    roi: incrementalValue && roiOf(incrementalValue.value, worth),
  };
}
