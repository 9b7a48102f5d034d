import { numberColumn, readFactRows } from '../../catalog/where/facts.js';
import { happens } from '../../catalog/where/happening.js';
import { rootScope } from '../../catalog/where/scope.js';
import { at, tell, type Spot } from '../../catalog/where/spot.js';
import { number, type Reader } from '../../catalog/where/values.js';
import { camelCase } from '../../catalog/names.js';
import type { PurchasesQuestion } from '../../query/clv.js';
import { periodsFrom, type Periods } from '../../query/grid.js';
import { grains } from '../../query/time.js';
import type { EntityName, FactRows } from '../../query/where.js';
import { populationAs, type Json } from '../activity/population.js';
import { commonFields, fewEnough, readWhom } from '../activity/request.js';
import { readRequest, refuse } from '../request.js';
import type { Segment } from '../segment.js';
import type { Source } from '../session.js';
import { usualTrendPeriod } from '../trend.js';

const fields = [
  ...commonFields,
  ...([
    'purchases',
    'value',
    'simple',
    'margin',
    'grain',
    'period',
    'horizonDays',
    'discount',
    'penalty',
    'fit',
  ] as const),
] as const;

/** Whose purchases the models are fitted to. */
export const clvFits = ['EVERYONE', 'MEMBERS'] as const;

/** A request for the value of customers, read. `simple` is the metric to set beside it. */
export interface ClvRequest {
  readonly segment: Segment;
  readonly question: PurchasesQuestion;
  readonly purchasesJson: Json;
  readonly by: readonly string[];
  readonly limit: number;
  readonly simple: string | null;
  readonly margin: number;
  readonly cohorts: Periods;
  readonly horizonDays: number;
  /** A year. */
  readonly discount: number;
  readonly penalty: number;
  readonly fit: (typeof clvFits)[number];
}

/** A number from `low` to `high`, both included. */
const within =
  (low: number, high: number): Reader<number> =>
  (input, spot) => {
    const value = number(input, spot);
    if (value !== undefined && (value < low || value > high)) {
      const message = `a number from ${String(low)} to ${String(high)} is needed, not ${String(value)}`;
      refuse(spot, 'OUT_OF_RANGE', message);
    }
    return value;
  };

/** Reads a request for a segment; throws ProblemError with every mistake. */
export function readClv(source: Source, segment: Segment, input: unknown): ClvRequest {
  const { catalog } = source;
  const request = readRequest(source, 'customer', input, 'a request for the value of customers', fields);
  const { given } = request;
  const whom = readWhom(given, { ...request.spot('of'), path: ['request'] }, catalog, segment);
  const purchases = readPurchases(source, whom.entity, given.purchases, request.spot('purchases'));
  const fact = purchases && catalog.facts[purchases.fact];
  if (given.value === undefined)
    tell(request.spot('value'), 'MISSING_VALUE', 'the column with what a purchase brought in is needed');
  const value = fact && request.optional('value', (v, place) => numberColumn(fact, v, place));
  const simple = request.metric('simple')?.name ?? null;
  const grain = request.oneOf('grain', 'length of a cohort', grains, 'MONTH');
  const period = request.period('period', whom.asOf, usualTrendPeriod(catalog, grain, whom.asOf));
  const cohorts = periodsFrom(grain, { kind: 'range', ...period }, catalog.workspace);
  fewEnough(cohorts, { ...request.spot('period'), path: ['request'] });
  const numbers = {
    margin: request.read('margin', within(0, 1), catalog.workspace.constants['gross_margin'] ?? 1),
    horizonDays: request.whole('horizonDays', 1, 3_650, 365),
    discount: request.read('discount', within(0, 10), 0),
    penalty: request.read('penalty', within(0, 1_000), 0),
  };
  const fit = request.oneOf('fit', 'choice of whom to fit to', clvFits, 'EVERYONE');
  return request.done(() => {
    if (!purchases || value === undefined) throw new Error('A request without a mistake has purchases and their value');
    const { asOf, by, limit, entity } = whom;
    const question = { population: populationAs(segment, entity), purchases, value, asOf };
    return { segment, question, purchasesJson: given.purchases as Json, by, limit, simple, cohorts, fit, ...numbers };
  });
}

function readPurchases(source: Source, entity: EntityName, input: unknown, spot: Spot): FactRows | undefined {
  if (input === undefined)
    return tell(spot, 'MISSING_VALUE', 'the rows that are purchases are needed', ['{"orders":{}}']);
  const rows = readFactRows(input, spot, rootScope(source.catalog, entity));
  const fact = rows && source.catalog.facts[rows.fact];
  if (fact) happens(fact, at(spot, camelCase(fact.plural)));
  return rows;
}
