import type { CampaignModel } from '../../catalog/campaigns/model.js';
import { camelCase } from '../../catalog/names.js';
import { usualPeriod } from '../../catalog/where/period.js';
import { list, show, type Spot } from '../../catalog/where/spot.js';
import { oneOf, text, whole } from '../../catalog/where/values.js';
import { factOf } from '../../compile/attribute-scan.js';
import { campaignNamesStatement } from '../../compile/campaigns.js';
import { suggest } from '../../catalog/suggest.js';
import type { CampaignsQuestion } from '../../query/campaigns.js';
import { problem, ProblemError, type Problem } from '../../query/problem.js';
import type { EntityName } from '../../query/where.js';
import { toRows } from '../../warehouse/warehouse.js';
import { populationAs } from '../activity/population.js';
import { readRequest, refuse } from '../request.js';
import type { Segment } from '../segment.js';
import type { Session } from '../session.js';

/** A question about campaigns with the model it is asked of. */
export interface CampaignsAsked {
  readonly segment: Segment;
  readonly model: CampaignModel;
  readonly question: CampaignsQuestion;
}

const units: Readonly<Record<string, EntityName>> = { CUSTOMERS: 'customer', USERS: 'user' };

/** Reads a request; campaigns that it names have been looked up. Throws ProblemError with every mistake. */
export async function readCampaigns(session: Session, segment: Segment, input: object): Promise<CampaignsAsked> {
  const { catalog } = session;
  const request = readRequest(session, segment.entity, input, 'the request', ['period', 'campaigns', 'of', 'asOf']);
  const model = catalog.campaigns;
  if (!model) {
    const message = 'the workspace has no sql/campaigns.yml, so it is not known what a campaign is';
    throw new ProblemError([problem('NO_CAMPAIGNS', ['request'], message)]);
  }
  const of = request.optional('of', oneOf('of', Object.keys(units)));
  const entity = (of === undefined ? undefined : units[of]) ?? segment.entity;
  if (entity === 'user') needUsers(session, model, request.spot('of'));
  const asOf = request.day('asOf', segment.asOf ?? catalog.dataAsOf);
  const period = request.period('period', asOf, usualPeriod(asOf));
  const named = request.optional('campaigns', (given, spot) => list(given, spot, text));
  if (named?.length === 0)
    refuse(request.spot('campaigns'), 'OUT_OF_RANGE', 'name a campaign, or leave this out for all');
  const question = request.done(() => ({ population: populationAs(segment, entity), period, asOf }));
  if (!named) return { segment, model, question };
  return { segment, model, question: { ...question, campaigns: await known(session, model, question, named) } };
}

function needUsers({ catalog }: Session, model: CampaignModel, spot: Spot): void {
  const facts = [model.messages, ...(model.outcome?.kind === 'fact' ? [model.outcome.rows.fact] : [])];
  for (const fact of facts.map((plural) => factOf(catalog, plural)))
    if (fact.user === undefined)
      spot.problems.push(
        problem('FACT_WITHOUT_USER', spot.path, `${fact.plural} belong to no user; ask about customers`, ['CUSTOMERS']),
      );
}

/** The campaigns named as the data have them; throws ProblemError for each that there never was. */
async function known(
  session: Session,
  model: CampaignModel,
  question: CampaignsQuestion,
  named: readonly string[],
): Promise<readonly (string | number)[]> {
  const rows = toRows(await session.run(campaignNamesStatement(session.catalog, model, question)));
  const all = new Map(rows.map(({ campaign }) => [String(campaign), campaign as string | number]));
  const problems = named.flatMap((name, i): readonly Problem[] =>
    all.has(name)
      ? []
      : [
          problem(
            'UNKNOWN_CAMPAIGN',
            ['request', 'campaigns', i],
            `no ${camelCase(model.messages)} have the campaign ${show(name)}`,
            suggest(name.slice(0, 100), [...all.keys()]),
          ),
        ],
  );
  if (problems.length > 0) throw new ProblemError(problems);
  return named.flatMap((name) => all.get(name) ?? []);
}

const mostBuckets = 20;
const mostMessages = 1_000_000;

/** Where groups of people by their number of messages begin. Throws ProblemError. */
export function readBuckets(from: readonly number[]): readonly number[] {
  const problems: Problem[] = [];
  const spot: Spot = { path: ['from'], problems };
  const read = list(from, spot, whole(1, mostMessages)) ?? [];
  if (from.length === 0 || from.length > mostBuckets)
    refuse(spot, 'OUT_OF_RANGE', `1 to ${String(mostBuckets)} groups can be asked for`);
  read.forEach((n, i) => {
    const before = read[i - 1];
    if (before !== undefined && n <= before)
      problems.push(
        problem(
          'OUT_OF_RANGE',
          ['from', i],
          `groups begin one after the other: ${String(n)} is not above ${String(before)}`,
        ),
      );
  });
  if (problems.length > 0) throw new ProblemError(problems);
  return read;
}
