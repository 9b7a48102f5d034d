import type { CampaignStage } from '../../catalog/campaigns/model.js';
import { fatigueStatement } from '../../compile/campaigns.js';
import { toRows } from '../../warehouse/warehouse.js';
import type { People } from '../people.js';
import type { Session } from '../session.js';
import { peopleWho, withMessages } from './people.js';
import { rateOf, type CampaignRate } from './rate.js';
import { readBuckets, type CampaignsAsked } from './read.js';

export interface CampaignFatigue {
  readonly from: number;
  readonly to: number | null;
  readonly members: People;
  readonly messages: number;
  readonly responded: CampaignRate | null;
  readonly unsubscribed: CampaignRate | null;
}

/** Members by how many messages reached them, in groups that begin at the numbers given. */
export async function fatigueOf(
  session: Session,
  asked: CampaignsAsked,
  given: readonly number[],
): Promise<readonly CampaignFatigue[]> {
  const starts = readBuckets(given);
  const { model, question } = asked;
  const rows = toRows(await session.run(fatigueStatement(session.catalog, model, question)));
  return starts.map((from, i) => {
    const next = starts[i + 1];
    const to = next === undefined ? undefined : next - 1;
    const own = rows.filter(({ messages }) => Number(messages) >= from && (to === undefined || Number(messages) <= to));
    const sum = (column: string): number => own.reduce((total, row) => total + Number(row[column]), 0);
    const members = sum('members');
    const rate = (stage: CampaignStage | undefined, column: string): CampaignRate | null =>
      stage === undefined || !model.stages[stage]
        ? null
        : rateOf(asked, sum(column), members, withMessages(asked, from, to, stage));
    return {
      from,
      to: to ?? null,
      members: peopleWho(asked, members, withMessages(asked, from, to)),
      messages: own.reduce((total, row) => total + Number(row['messages']) * Number(row['members']), 0),
      responded: rate(model.response, 'answered'),
      unsubscribed: rate('unsubscribed', 'gone'),
    };
  });
}
