import type { Catalog } from '../../catalog/model.js';
import { readFactRows } from '../../catalog/where/facts.js';
import { needHappening } from '../../catalog/where/happening.js';
import { readPeriod } from '../../catalog/where/period.js';
import { at, tell, type Spot } from '../../catalog/where/spot.js';
import { readTests } from '../../catalog/where/tests.js';
import { whole } from '../../catalog/where/values.js';
import type {
  ActivityQuestion,
  EngagementQuestion,
  LifecycleQuestion,
  StickinessQuestion,
} from '../../query/activity.js';
import { periodsBack, periodsFrom, type ActivityGrain } from '../../query/grid.js';
import type { EntityName, FactRows } from '../../query/where.js';
import type { Segment } from '../segment.js';
import { usualTrendPeriod } from '../trend.js';
import type { Json } from './population.js';
import { populationAs } from './population.js';
import {
  commonFields,
  fewEnough,
  readGrain,
  readRequest,
  readStretch,
  readWhom,
  rowScope,
  timeFields,
  type Whom,
} from './request.js';

/** A question about activity with what it was asked of and how its rows were written. */
export interface Asked<Q> {
  readonly segment: Segment;
  readonly question: Q;
  readonly rows: Json;
  readonly limit: number;
}

/** The rows that are activity, in periods of a grain. */
function readActivity(
  given: unknown,
  spot: Spot,
  catalog: Catalog,
  entity: EntityName,
  grain: ActivityGrain,
): FactRows | undefined {
  const place = at(spot, 'activity');
  if (given === undefined)
    return tell(place, 'MISSING_VALUE', 'the rows that are activity are needed', ['{"events":{}}']);
  const rows = readFactRows(given, place, rowScope(catalog, entity));
  if (rows) needHappening(catalog, rows, grain, place);
  return rows;
}

const questionOf = (segment: Segment, { entity, asOf, by }: Whom, activity: FactRows): ActivityQuestion => ({
  population: populationAs(segment, entity),
  activity,
  asOf,
  by,
});

const lifecycleFields = ['activity', ...commonFields, ...timeFields] as const;

export function readLifecycle(catalog: Catalog, segment: Segment, input: object): Asked<LifecycleQuestion> {
  return readRequest(input, lifecycleFields, (given, spot) => {
    const whom = readWhom(given, spot, catalog, segment);
    const grain = readGrain(given.grain, spot, 'MONTH');
    const activity = readActivity(given.activity, spot, catalog, whom.entity, grain);
    const stretch = readStretch(given, spot, catalog, grain, whom.asOf);
    if (!activity || !stretch) return undefined;
    const periods = periodsFrom(grain, stretch, catalog.workspace);
    if (!fewEnough(periods, spot)) return undefined;
    const question = { ...questionOf(segment, whom, activity), periods };
    return { segment, question, rows: given.activity as Json, limit: whom.limit };
  });
}

const stickinessFields = [...lifecycleFields, 'every', 'rows'] as const;

/** A stickiness with the test of rows per period as it was written. */
export interface StickinessAsked extends Asked<StickinessQuestion> {
  readonly perPeriod?: Json;
}

export function readStickiness(catalog: Catalog, segment: Segment, input: object): StickinessAsked {
  return readRequest(input, stickinessFields, (given, spot) => {
    const whom = readWhom(given, spot, catalog, segment);
    const grain = readGrain(given.grain, spot, 'DAY');
    const activity = readActivity(given.activity, spot, catalog, whom.entity, grain);
    const stretch = readStretch(given, spot, catalog, grain, whom.asOf);
    const every = given.every === undefined ? 1 : whole(1, 366)(given.every, at(spot, 'every'));
    const rows =
      given.rows === undefined ? [] : readTests(given.rows, at(spot, 'rows'), { name: 'rows', kind: 'number' });
    if (!activity || !stretch || every === undefined) return undefined;
    const periods = periodsBack(grain, every, stretch, catalog.workspace);
    if (!fewEnough(periods, spot)) return undefined;
    return {
      segment,
      question: { ...questionOf(segment, whom, activity), periods, stretch, rows },
      rows: given.activity as Json,
      limit: whom.limit,
      ...(given.rows !== undefined && { perPeriod: given.rows as Json }),
    };
  });
}

const engagementFields = ['activity', 'of', 'asOf', 'period'] as const;
/** Days of DAU, WAU and MAU. */
export const engagementLengths = { daily: 1, weekly: 7, monthly: 30 } as const;

export function readEngagement(catalog: Catalog, segment: Segment, input: object): Asked<EngagementQuestion> {
  return readRequest(input, engagementFields, (given, spot) => {
    const whom = readWhom(given, spot, catalog, segment);
    const activity = readActivity(given.activity, spot, catalog, whom.entity, 'DAY');
    const { asOf } = whom;
    const { weekStart } = catalog.workspace;
    const { value, problems } =
      given.period === undefined
        ? { value: usualTrendPeriod(catalog, 'DAY', asOf), problems: [] }
        : readPeriod(given.period, { asOf, weekStart, path: [...spot.path, 'period'] });
    spot.problems.push(...problems);
    if (!activity || !value) return undefined;
    const periods = periodsFrom('DAY', { kind: 'range', ...value }, catalog.workspace);
    if (!fewEnough(periods, spot)) return undefined;
    const { population } = questionOf(segment, whom, activity);
    const question = { population, activity, asOf, period: value, lengths: Object.values(engagementLengths) };
    return { segment, question, rows: given.activity as Json, limit: whom.limit };
  });
}
