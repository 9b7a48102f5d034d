import type { Duration } from '../../query/time.js';
import type { FactRows, RowWhere } from '../../query/where.js';

/** What may become of a message, in the order in which it does. */
export const campaignStages = ['delivered', 'bounced', 'opened', 'clicked', 'converted', 'unsubscribed'] as const;
export type CampaignStage = (typeof campaignStages)[number];

/** A condition on a fact's own columns, read and as it is written in GraphQL. */
export interface RowTest {
  readonly where: RowWhere;
  readonly json: unknown;
}

/** What a campaign is for: something its messages tell themselves, or rows of another fact so long after one of them. */
export type CampaignOutcome =
  | { readonly kind: 'message'; readonly test: RowTest; readonly value?: string; readonly within?: Duration }
  | {
      readonly kind: 'fact';
      readonly rows: FactRows;
      /** `{orders: {…}}`. */
      readonly json: Readonly<Record<string, unknown>>;
      readonly value?: string;
      readonly within: Duration;
    };

/** What a message of a campaign is and what becomes of it: `sql/campaigns.yml`. */
export interface CampaignModel {
  readonly description: string;
  /** The fact with a row per message, by its plural. */
  readonly messages: string;
  /** The column that tells campaigns apart. */
  readonly campaign: string;
  /** Rows of those who were left out on purpose; without it, everyone was sent something. */
  readonly heldOut?: RowTest;
  readonly stages: Readonly<Partial<Record<CampaignStage, RowTest>>>;
  /** What counts as an answer where people are counted by how much they get. */
  readonly response?: CampaignStage;
  readonly cost?: string;
  readonly outcome?: CampaignOutcome;
  /** What is left of the value of an outcome as profit, from 0 to 1. */
  readonly margin: number;
  readonly file: string;
}

export const campaignsFile = 'sql/campaigns.yml';
