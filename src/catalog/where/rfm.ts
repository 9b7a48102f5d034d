import { highestScore, rfmGroupNames, rfmScores, type Purchasing, type RfmGroup } from '../../query/rfm.js';
import { addDays, grains, type Day, type Grain } from '../../query/time.js';
import type { EntityName, Test, Where } from '../../query/where.js';
import type { Catalog } from '../model.js';
import { camelCase } from '../names.js';
import { numberColumn, readFactRows } from './facts.js';
import { happens } from './happening.js';
import { reading, type Reading } from './resolve.js';
import { rootScope, type Scope } from './scope.js';
import { at, list, record, tell, type Entry, type Spot } from './spot.js';
import { readTests } from './tests.js';
import { refuseNull } from './tree.js';
import { day, oneOf } from './values.js';

export const purchasingFields = ['purchases', 'value', 'grain'] as const;
type Given = Readonly<Partial<Record<(typeof purchasingFields)[number], unknown>>>;

/** Which rows are purchases and what they are worth. */
export function readPurchasing(given: Given, spot: Spot, scope: Scope): Purchasing | undefined {
  if (!('purchases' in given))
    tell(at(spot, 'purchases'), 'MISSING_VALUE', 'the rows that are purchases are needed', ['{"orders":{}}']);
  const place = at(spot, 'purchases');
  const purchases = given.purchases === undefined ? undefined : readFactRows(given.purchases, place, scope);
  const fact = purchases && scope.catalog.facts[purchases.fact];
  if (fact) happens(fact, at(place, camelCase(fact.plural)));
  const value =
    fact === undefined || given.value === undefined ? undefined : numberColumn(fact, given.value, at(spot, 'value'));
  const grain: Grain | undefined =
    given.grain === undefined ? 'DAY' : oneOf('grain', grains)(given.grain, at(spot, 'grain'));
  return purchases && grain && { purchases, grain, ...(value !== undefined && { value }) };
}

const group = oneOf('group', rfmGroupNames);

/** `{purchases, value, recency, frequency, monetary, groups}`: bought, with such scores among everyone who did. */
export function readRfm(entry: Entry, scope: Scope): Where | undefined {
  if (refuseNull(entry)) return undefined;
  const { spot } = entry;
  const given = record(entry.value, spot, 'the scores of purchases', [...purchasingFields, ...rfmScores, 'groups']);
  if (given === undefined) return undefined;
  const of = readPurchasing(given, spot, scope);
  if (given.monetary !== undefined && !('value' in given))
    tell(at(spot, 'value'), 'MISSING_VALUE', 'a monetary score needs the column that purchases are worth');
  const tests: Partial<Record<(typeof rfmScores)[number], readonly Test[]>> = {};
  for (const name of rfmScores)
    if (given[name] !== undefined)
      tests[name] = readTests(given[name], at(spot, name), {
        name: `${name} (1 to ${String(highestScore)})`,
        kind: 'number',
      });
  const groups: readonly RfmGroup[] | undefined =
    given.groups === undefined ? undefined : list(given.groups, at(spot, 'groups'), group);
  return of && { kind: 'rfm', of, tests, ...(groups && { groups }) };
}

/** What an analysis of purchases is asked about; `asOf` and the end of the holdout are read beside it. */
export interface RfmRequest {
  readonly of: Purchasing;
  readonly asOf: Day;
  readonly holdoutUntil?: Day;
}

/** Reads `{purchases, value, grain, asOf, holdout}`, all mistakes at once. Without a day it is as of the usual one. */
export const readRfmRequest = (
  input: unknown,
  entity: EntityName,
  catalog: Catalog,
  usual: Day = catalog.dataAsOf,
): Reading<RfmRequest> =>
  reading(['request'], (spot) => {
    const given = record(withoutNulls(input), spot, 'the request', [...purchasingFields, 'asOf', 'holdout']);
    if (given === undefined) return undefined;
    const of = readPurchasing(given, spot, rootScope(catalog, entity));
    const asOf = given.asOf === undefined ? usual : day(given.asOf, at(spot, 'asOf'));
    const holdoutUntil = given.holdout === undefined ? undefined : holdout(given.holdout, at(spot, 'holdout'), asOf);
    if (!of || asOf === undefined) return undefined;
    return { of, asOf, ...(holdoutUntil !== undefined && { holdoutUntil }) };
  });

/** Variables that are null are as if they were left out. */
const withoutNulls = (input: unknown): unknown =>
  typeof input === 'object' && input !== null
    ? Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null))
    : input;

function holdout(input: unknown, spot: Spot, asOf: Day | undefined): Day | undefined {
  const given = record(input, spot, 'the holdout', ['until']);
  if (given?.until === undefined) return undefined;
  const until = day(given.until, at(spot, 'until'));
  if (until === undefined || asOf === undefined || until > addDays(asOf, 1)) return until;
  return tell(at(spot, 'until'), 'EMPTY_RANGE', `no day lies behind ${asOf} and before ${until}`, [addDays(asOf, 2)]);
}
