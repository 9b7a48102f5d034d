import { campaignStages, type CampaignStage } from '../../catalog/campaigns/model.js';
import { campaignsStatement } from '../../compile/campaigns.js';
import { addDays } from '../../query/time.js';
import { toRows } from '../../warehouse/warehouse.js';
import type { Row } from '../activity/groups.js';
import type { People } from '../people.js';
import type { Refusal } from '../refusal.js';
import type { Session } from '../session.js';
import { liftOf, roiOf, type CampaignLift, type Side } from './lift.js';
import { peopleWho, whomOf, type Whom } from './people.js';
import { rateOf, type CampaignRate } from './rate.js';
import type { CampaignsAsked } from './read.js';

export interface CampaignOutcomeFound {
  readonly members: CampaignRate;
  readonly all: People;
  readonly value: number | null;
  readonly mean: number | null;
}
export type Campaign = Readonly<Record<CampaignStage, CampaignRate | null>> & {
  readonly campaign: string | number;
  readonly sent: People;
  readonly messages: number;
  readonly cost: number | null;
  readonly outcome: CampaignOutcomeFound | null;
  readonly heldOut: CampaignOutcomeFound | null;
  readonly roi: number | null;
  readonly lift: CampaignLift | null;
  readonly observational: boolean;
  readonly refusal: Refusal | null;
  readonly complete: boolean;
};

/** A campaign each, the earliest first. */
export async function campaignsOf(session: Session, asked: CampaignsAsked): Promise<readonly Campaign[]> {
  const rows = toRows(await session.run(campaignsStatement(session.catalog, asked.model, asked.question)));
  return rows.map((row) => campaignOf(asked, row));
}

const number = (row: Row, column: string): number => Number(row[column] ?? 0);

function campaignOf(asked: CampaignsAsked, row: Row): Campaign {
  const { model, question } = asked;
  const campaign = row['campaign'] as string | number;
  const whom = whomOf(asked, campaign);
  const [treated, held] = [number(row, 'treated'), number(row, 'held')];
  const cost = model.cost === undefined ? null : number(row, 'cost');
  const [sent, heldOut] = [sideOf(row, 't', treated), sideOf(row, 'h', held)];
  const valued = model.outcome?.value !== undefined;
  const refusal = refused(asked, treated, held);
  const ended = question.period.until <= addDays(question.asOf, 1);
  return {
    campaign,
    sent: peopleWho(asked, treated, [whom.sent]),
    messages: number(row, 'messages'),
    ...stagesOf(asked, row, whom, treated),
    cost,
    outcome: model.outcome ? outcomeOf(asked, sent, whom, 'sent') : null,
    heldOut: model.outcome && held > 0 ? outcomeOf(asked, heldOut, whom, 'heldOut') : null,
    roi: valued ? roiOf(number(row, 't_sum'), { margin: model.margin, cost }) : null,
    lift: refusal || !model.outcome ? null : liftOf(sent, heldOut, { valued, margin: model.margin, cost }),
    observational: refusal !== null,
    refusal,
    complete: ended && row['open'] !== true,
  };
}

/** Why those sent to cannot be held against others. */
function refused({ model }: CampaignsAsked, treated: number, held: number): Refusal | null {
  if (!model.outcome) return { code: 'NO_HOLDOUT', message: 'The model names no outcome to compare.' };
  if (!model.heldOut) return { code: 'NO_HOLDOUT', message: 'The model does not tell who was held out.' };
  if (held === 0) return { code: 'NO_HOLDOUT', message: 'None of the members was held out of the campaign.' };
  return treated === 0 ? { code: 'NO_HOLDOUT', message: 'None of the members was sent a message.' } : null;
}

const sideOf = (row: Row, as: string, n: number): Side => ({
  share: { count: number(row, `${as}_has`), of: n },
  value: { n, mean: n === 0 ? 0 : number(row, `${as}_sum`) / n, variance: number(row, `${as}_variance`) },
});

function outcomeOf(
  asked: CampaignsAsked,
  { share, value }: Side,
  whom: Whom,
  who: 'sent' | 'heldOut',
): CampaignOutcomeFound {
  const valued = asked.model.outcome?.value !== undefined;
  const everybody = who === 'sent' ? [whom.sent] : whom.heldOut;
  return {
    members: rateOf(asked, share.count, share.of, whom.outcome(who)),
    all: peopleWho(asked, share.of, everybody),
    value: valued ? value.mean * value.n : null,
    mean: valued && value.n > 0 ? value.mean : null,
  };
}

function stagesOf(
  asked: CampaignsAsked,
  row: Row,
  whom: Whom,
  sent: number,
): Readonly<Record<CampaignStage, CampaignRate | null>> {
  const { stages } = asked.model;
  const reached = stages.delivered ? number(row, 's0') : sent;
  const found = campaignStages.map((stage, i) => {
    const of = stage === 'delivered' || stage === 'bounced' ? sent : reached;
    return [stage, stages[stage] ? rateOf(asked, number(row, `s${String(i)}`), of, [whom.reached(stage)]) : null];
  });
  return Object.fromEntries(found) as Readonly<Record<CampaignStage, CampaignRate | null>>;
}
