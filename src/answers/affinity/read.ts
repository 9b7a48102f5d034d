import { basketFields, readBaskets } from '../../catalog/where/basket.js';
import { rootScope } from '../../catalog/where/scope.js';
import { addDays } from '../../query/time.js';
import type { AffinityQuestion } from '../../query/affinity.js';
import { populationAs, type Json } from '../activity/population.js';
import { readWhom } from '../activity/request.js';
import { readRequest } from '../request.js';
import type { Segment } from '../segment.js';
import type { Source } from '../session.js';

const fields = [...basketFields, 'period', 'asOf', 'of', 'minJoint'] as const;

/** A request for what goes together, read, with the rows as they were written. */
export interface AffinityRequest {
  readonly segment: Segment;
  readonly question: AffinityQuestion;
  readonly rowsJson: Json;
}

/** Reads a request for a segment; throws ProblemError with every mistake. */
export function readAffinity(source: Source, segment: Segment, input: unknown): AffinityRequest {
  const { catalog } = source;
  const request = readRequest(source, 'customer', input, 'a request for what goes together', fields);
  const { given } = request;
  const top = { ...request.spot('of'), path: ['request'] };
  const { entity } = readWhom({ of: given.of }, top, catalog, segment);
  const period =
    given.period === undefined
      ? undefined
      : request.period('period', catalog.dataAsOf, { from: catalog.dataAsOf, until: catalog.dataAsOf });
  const asOf = request.day('asOf', period ? addDays(period.until, -1) : (segment.asOf ?? catalog.dataAsOf));
  const baskets = readBaskets(given, top, rootScope(catalog, entity));
  const minJoint = request.whole('minJoint', 1, 1_000_000_000, 10);
  return request.done(() => {
    if (!baskets) throw new Error('A request without a mistake has rows and items');
    const rows = { ...baskets.rows, ...(period && { during: { kind: 'range' as const, ...period } }) };
    const question = { ...baskets, rows, population: populationAs(segment, entity), asOf, minJoint };
    return { segment, question, rowsJson: given.rows as Json };
  });
}
