import type { CampaignStage } from '../../catalog/campaigns/model.js';
import { camelCase } from '../../catalog/names.js';
import { narrowed, type Json } from '../activity/population.js';
import type { People } from '../people.js';
import type { CampaignsAsked } from './read.js';

/** Conditions that say who is behind a number of a campaign, in the form they are written in. */
export interface Whom {
  readonly sent: Json;
  readonly heldOut: readonly Json[];
  readonly reached: (stage: CampaignStage) => Json;
  /** Of those sent to, or held out, the ones with the outcome. */
  readonly outcome: (who: 'sent' | 'heldOut') => readonly Json[];
}

/** What surrounds rows of messages in a where. */
function messagesIn({ model, question }: CampaignsAsked) {
  const field = camelCase(model.messages);
  const during = { from: question.period.from, until: question.period.until };
  const not: Json = model.heldOut ? { not: model.heldOut.json } : {};
  const held = (model.heldOut?.json ?? { or: [] }) as Json;
  const arrived = (model.stages.delivered?.json ?? {}) as Json;
  const rows = (conditions: readonly Json[]): Json => {
    const said = conditions.filter((c) => Object.keys(c).length > 0);
    return { and: said };
  };
  return { field, during, not, held, arrived, rows };
}

export function whomOf(asked: CampaignsAsked, campaign: string | number): Whom {
  const { model } = asked;
  const { field, during, not, held, arrived, rows } = messagesIn(asked);
  const own: Json = { [camelCase(model.campaign)]: { eq: campaign } };
  const had = (conditions: readonly Json[], more: Json = {}): Json => ({
    [field]: { where: rows([own, ...conditions]), during, ...more },
  });
  const notSent = had([not], { count: { eq: 0 } });
  const outcome = (who: Json): Json => {
    if (model.outcome?.kind === 'message') return had([who, model.outcome.test.json as Json]);
    if (!model.outcome) return { or: [] };
    const steps = [{ rows: { [field]: rows([own, who]) } }, { rows: model.outcome.json }];
    return { sequence: { steps, window: model.outcome.within, during } };
  };
  return {
    sent: had([not]),
    heldOut: [had([held]), notSent],
    reached: (stage) => {
      const stageJson = (model.stages[stage]?.json ?? { or: [] }) as Json;
      return had([not, ...(stage === 'delivered' || stage === 'bounced' ? [] : [arrived]), stageJson]);
    },
    outcome: (who) => (who === 'sent' ? [outcome(not)] : [outcome(held), notSent]),
  };
}

/** Members whom so many messages reached; `stage`: and who did that with one of them. */
export function withMessages(
  asked: CampaignsAsked,
  from: number,
  to: number | undefined,
  stage?: CampaignStage,
): readonly Json[] {
  const { model, question } = asked;
  const { field, during, not, arrived, rows } = messagesIn(asked);
  const own: Json = question.campaigns
    ? { [camelCase(model.campaign)]: { in: question.campaigns } }
    : named(model.campaign);
  const reached = [own, not, arrived];
  const did = stage === undefined ? [] : [(model.stages[stage]?.json ?? { or: [] }) as Json];
  const count = { gte: from, ...(to !== undefined && { lte: to }) };
  return [
    { [field]: { where: rows(reached), during, count } },
    ...(stage === undefined ? [] : [{ [field]: { where: rows([...reached, ...did]), during } }]),
  ];
}
const named = (campaign: string): Json => ({ [camelCase(campaign)]: { isNull: false } });

export const peopleWho = (
  { segment, question }: CampaignsAsked,
  count: number,
  conditions: readonly Json[],
): People => ({
  entity: question.population.entity,
  count,
  asOf: question.asOf,
  whereJson: narrowed(segment, question.population.entity, conditions),
});
