import type { Catalog } from '../../catalog/model.js';
import { readAfter, readReturning, returningFields } from '../../catalog/where/returning.js';
import { at, list, tell, type Spot } from '../../catalog/where/spot.js';
import { oneOf, whole } from '../../catalog/where/values.js';
import { periodsFrom } from '../../query/grid.js';
import { retentionReaches, type After, type RetentionQuestion, type Returning } from '../../query/retention.js';
import type { Json } from '../activity/population.js';
import { populationAs } from '../activity/population.js';
import {
  commonFields,
  fewEnough,
  readGrain,
  readRequest,
  readStretch,
  readWhom,
  rowScope,
  timeFields,
} from '../activity/request.js';
import type { Segment } from '../segment.js';

const fields = [...commonFields, ...timeFields, ...returningFields, 'columns', 'brackets', 'reach'] as const;
type Given = Readonly<Partial<Record<(typeof fields)[number], unknown>>>;

/** A retention as it was asked, with the rows as they were written. */
export interface RetentionRequest {
  readonly segment: Segment;
  readonly question: RetentionQuestion;
  readonly entry: Json;
  readonly return: Json;
  readonly noneBefore?: Json;
  readonly limit: number;
}

const mostCells = 20_000;

/** Reads a request for a segment; throws ProblemError with every mistake. */
export function readRetention(catalog: Catalog, segment: Segment, input: object): RetentionRequest {
  return readRequest(input, fields, (given, spot) => {
    const whom = readWhom(given, spot, catalog, segment);
    const grain = readGrain(given.grain, spot, 'MONTH');
    const stretch = readStretch(given, spot, catalog, grain, whom.asOf);
    const returning = readReturning(given, spot, rowScope(catalog, whom.entity), grain);
    const columnsOf = readColumns(given, spot);
    if (returning) hoursOnly(given, returning, spot);
    if (!stretch || !returning) return undefined;
    const periods = periodsFrom(grain, stretch, catalog.workspace);
    const columns = columnsOf(periods.count);
    if (fewEnough(periods, spot) && periods.count * columns.length > mostCells)
      tell(at(spot, 'columns'), 'TOO_MANY_PERIODS', `a retention has at most ${String(mostCells)} cells`);
    if (spot.problems.length > 0) return undefined;
    const { asOf, by, entity, limit } = whom;
    const population = populationAs(segment, entity);
    const { entry, noneBefore, return: back } = given as { entry: Json; noneBefore?: Json; return?: Json };
    return {
      segment,
      question: { ...returning, population, periods, columns, asOf, by },
      entry,
      return: back ?? entry,
      ...(noneBefore && { noneBefore }),
      limit,
    };
  });
}

function hoursOnly(given: Given, { grain }: Returning, spot: Spot): void {
  if (given.until !== undefined && grain !== 'HOUR')
    tell(at(spot, 'until'), 'CONFLICTING_FIELDS', 'until goes with HOUR; longer periods end with a day', ['asOf']);
}

/** Columns after the cohort itself, for a number of cohorts: so many single periods, or brackets of several. */
function readColumns(given: Given, spot: Spot): (cohorts: number) => readonly After[] {
  const reach = given.reach === undefined ? 'ON' : oneOf('reach', retentionReaches)(given.reach, at(spot, 'reach'));
  if (given.columns !== undefined && given.brackets !== undefined)
    tell(at(spot, 'brackets'), 'CONFLICTING_FIELDS', 'give columns or brackets, not both', ['columns', 'brackets']);
  const count = given.columns === undefined ? undefined : whole(0, 1_000)(given.columns, at(spot, 'columns'));
  const brackets = given.brackets === undefined ? undefined : list(given.brackets, at(spot, 'brackets'), readAfter);
  const single = (length: number) => Array.from({ length }, (_, i) => ({ from: i + 1, until: i + 2 }));
  return (cohorts) => {
    const columns = brackets ?? single(count ?? Math.max(0, cohorts - 1));
    return reach === 'ON_OR_AFTER' ? columns.map(({ from }) => ({ from })) : columns;
  };
}
