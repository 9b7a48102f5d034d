import { enumCase } from '../../catalog/names.js';
import { narrowed, type Json } from '../activity/population.js';
import { onRows } from '../activity/rows.js';
import type { People } from '../people.js';
import type { ClvRequest } from './read.js';

/** The members whose purchases meet a test, such as `{first: …}`, and for whom more holds; without either, those with a purchase. */
export function purchasers(request: ClvRequest, count: number, test: Json = {}, more: readonly Json[] = []): People {
  const { segment, question, purchasesJson } = request;
  const { entity } = question.population;
  const whereJson = narrowed(segment, entity, [onRows(purchasesJson, test), ...more]);
  return { entity, count, asOf: question.asOf, whereJson };
}

/** That the value of a member's purchases lies in a range, half-open, and that there is a purchase. */
export const worth = ({ question }: ClvRequest, from: number | null, until: number | null): Json => ({
  count: { gte: 1 },
  sum: {
    column: enumCase(question.value),
    is: { ...(from !== null && { gte: from }), ...(until !== null && { lt: until }) },
  },
});
