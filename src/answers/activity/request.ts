import type { Catalog } from '../../catalog/model.js';
import { enumCase } from '../../catalog/names.js';
import { maxConditions } from '../../catalog/where/codes.js';
import { moments } from '../../catalog/where/moment.js';
import { readPeriod } from '../../catalog/where/period.js';
import { findAttribute } from '../../catalog/where/resolve.js';
import type { Scope } from '../../catalog/where/scope.js';
import { at, record, tell, type Spot } from '../../catalog/where/spot.js';
import { day, oneOf, whole } from '../../catalog/where/values.js';
import { activityGrains, type ActivityGrain, type Bounded, type Periods } from '../../query/grid.js';
import { instantOf } from '../../query/grid.js';
import type { Problem } from '../../query/problem.js';
import { problem, ProblemError } from '../../query/problem.js';
import { addDays, type Day } from '../../query/time.js';
import type { EntityName } from '../../query/where.js';
import type { Segment } from '../segment.js';
import { usualTrendPeriod } from '../trend.js';

/** What a request says of its members and its time, whatever it counts. */
export const commonFields = ['of', 'by', 'byUser', 'limit', 'asOf'] as const;
export const timeFields = ['grain', 'period', 'moments'] as const;

type Given<K extends string> = Readonly<Partial<Record<K, unknown>>>;

/** Reads a request whole: every mistake is thrown together. What is null was left out. */
export function readRequest<K extends string, T>(
  input: object,
  names: readonly K[],
  read: (given: Given<K>, spot: Spot) => T | undefined,
): T {
  const problems: Problem[] = [];
  const spot: Spot = { path: ['request'], problems };
  const present = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
  const given = record(present, spot, 'the request', names);
  const value = given && read(given, spot);
  if (value === undefined || problems.length > 0) throw new ProblemError(problems);
  return value;
}

export interface Whom {
  readonly entity: EntityName;
  readonly by: readonly string[];
  readonly limit: number;
  readonly asOf: Day;
}

const units: Readonly<Record<string, EntityName>> = { CUSTOMERS: 'customer', USERS: 'user' };

export function readWhom(
  given: Given<(typeof commonFields)[number]>,
  spot: Spot,
  catalog: Catalog,
  segment: Pick<Segment, 'entity' | 'asOf'>,
): Whom {
  const of = given.of === undefined ? undefined : oneOf('of', Object.keys(units))(given.of, at(spot, 'of'));
  const entity = (of === undefined ? undefined : units[of]) ?? segment.entity;
  if (entity === 'user' && !catalog.entities.user) tell(at(spot, 'of'), 'UNKNOWN_FIELD', 'this workspace has no users');
  const asOf = given.asOf === undefined ? undefined : day(given.asOf, at(spot, 'asOf'));
  const limit = given.limit === undefined ? undefined : whole(1, 1_000)(given.limit, at(spot, 'limit'));
  return {
    entity,
    by: groups(given, spot, catalog, entity),
    limit: limit ?? 20,
    asOf: asOf ?? segment.asOf ?? catalog.dataAsOf,
  };
}

const groupFields = { customer: ['by', 'byUser'], user: ['byUser', 'by'] } as const;

/** The attribute to split by: one value per member that a where can ask for. */
function groups(given: Given<'by' | 'byUser'>, spot: Spot, catalog: Catalog, entity: EntityName): readonly string[] {
  const [own, other] = groupFields[entity];
  if (given[other] !== undefined) {
    const message = `${entity}s are grouped with ${own}`;
    spot.problems.push(problem('NOT_GROUPABLE', [...spot.path, other], message, [own]));
  }
  if (given[own] === undefined || !catalog.entities[entity]) return [];
  const found = findAttribute(catalog, entity, given[own], at(spot, own));
  if (found?.type === 'list' || found?.type === 'timestamp') {
    const message = `${enumCase(found.name)} is a ${found.type}; split by a single value, such as a day`;
    spot.problems.push(problem('NOT_GROUPABLE', [...spot.path, own], message));
  }
  return found ? [found.name] : [];
}

export const readGrain = (given: unknown, spot: Spot, usual: ActivityGrain): ActivityGrain =>
  (given === undefined ? undefined : oneOf('grain', activityGrains)(given, at(spot, 'grain'))) ?? usual;

/** The stretch asked for: days, or for hours also moments. */
export function readStretch(
  given: Given<'period' | 'moments'>,
  spot: Spot,
  catalog: Catalog,
  grain: ActivityGrain,
  asOf: Day,
): Bounded | undefined {
  const { weekStart, timeZone } = catalog.workspace;
  if (given.period !== undefined && given.moments !== undefined)
    tell(at(spot, 'moments'), 'CONFLICTING_FIELDS', 'give a period or moments, not both', ['period', 'moments']);
  if (given.moments !== undefined && grain !== 'HOUR')
    tell(at(spot, 'moments'), 'CONFLICTING_FIELDS', 'moments go with HOUR; longer periods are whole days', ['period']);
  if (given.moments !== undefined) {
    const place = at(spot, 'moments');
    const { from, until } = moments(given.moments, place, timeZone) ?? {};
    if (place.problems.length > 0) return undefined;
    if (from === undefined || until === undefined)
      return tell(place, 'MISSING_VALUE', 'both ends are needed', ['from', 'until']);
    return { kind: 'moments', from, until };
  }
  if (given.period === undefined) return { kind: 'range', ...usualStretch(catalog, grain, asOf) };
  const { value, problems } = readPeriod(given.period, { asOf, weekStart, path: [...spot.path, 'period'] });
  spot.problems.push(...problems);
  return value && { kind: 'range', ...value };
}

const usualStretch = (catalog: Catalog, grain: ActivityGrain, asOf: Day) =>
  grain === 'HOUR' ? { from: asOf, until: addDays(asOf, 1) } : usualTrendPeriod(catalog, grain, asOf);

const mostPeriods = 1_000;

/** Notes a problem where there are too many periods to answer for. */
export function fewEnough({ count }: Periods, spot: Spot): boolean {
  if (count > mostPeriods)
    tell(at(spot, 'period'), 'TOO_MANY_PERIODS', `${String(count)} periods are more than ${String(mostPeriods)}`, [
      'a longer grain',
      'a shorter period',
    ]);
  return count <= mostPeriods;
}

/** What surrounds rows of facts in a request. */
export const rowScope = (catalog: Catalog, entity: EntityName): Scope => ({
  catalog,
  entity,
  segment: () => undefined,
  depth: 0,
  hops: 0,
  chain: [],
  budget: { left: maxConditions },
});

/** The moment after the last that is known: the end of the day asked about, or a moment before it. */
export const knownUntil = (asOf: Day, before: string | undefined, timeZone: string): string =>
  before ?? instantOf(addDays(asOf, 1), timeZone);
