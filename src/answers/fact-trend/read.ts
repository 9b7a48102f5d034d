import type { Catalog, Fact } from '../../catalog/model.js';
import { numberColumn, readFactRows } from '../../catalog/where/facts.js';
import { needHappening } from '../../catalog/where/happening.js';
import { columnsOf } from '../../catalog/where/resolve.js';
import { closeOrAll, at, show, tell, type Spot } from '../../catalog/where/spot.js';
import { oneOf } from '../../catalog/where/values.js';
import { duration } from '../../catalog/where/window.js';
import {
  columnMeasures,
  reached,
  rowMeasures,
  type FactTrendQuestion,
  type Reach,
  type RowMeasure,
} from '../../query/fact-trend.js';
import { periodsFrom } from '../../query/grid.js';
import { grains } from '../../query/time.js';
import { problem } from '../../query/problem.js';
import { populationAs, type Json } from '../activity/population.js';
import { fewEnough, readGrain, readRequest, readStretch, readWhom, rowScope, timeFields } from '../activity/request.js';
import type { Segment } from '../segment.js';

/** A trend of rows with what it was asked of and how its rows were written. */
export interface FactTrendAsked {
  readonly segment: Segment;
  readonly question: FactTrendQuestion;
  readonly rows: Json;
}

const fields = ['rows', 'measure', 'column', 'trailing', 'toDate', 'by', 'of', 'limit', 'asOf', ...timeFields] as const;

export function readFactTrend(catalog: Catalog, segment: Segment, input: object): FactTrendAsked {
  return readRequest(input, fields, (given, spot) => {
    const { of, limit: most, asOf: day } = given;
    const whom = readWhom({ of, limit: most, asOf: day }, spot, catalog, segment);
    const { entity, limit, asOf } = whom;
    const grain = readGrain(given.grain, spot, 'DAY');
    const place = at(spot, 'rows');
    if (given.rows === undefined) tell(place, 'MISSING_VALUE', 'rows are needed', ['{"events":{}}']);
    const rows = given.rows === undefined ? undefined : readFactRows(given.rows, place, rowScope(catalog, entity));
    if (rows) needHappening(catalog, rows, grain, place);
    const fact = rows && catalog.facts[rows.fact];
    const measure =
      given.measure === undefined ? 'COUNT' : oneOf('measure', rowMeasures)(given.measure, at(spot, 'measure'));
    const column = fact && measure && measuredColumn(fact, measure, given.column, at(spot, 'column'));
    const by = fact && given.by !== undefined ? splitColumn(fact, given.by, at(spot, 'by')) : undefined;
    const reach = readReach(given.trailing, given.toDate, spot);
    const stretch = readStretch(given, spot, catalog, grain, asOf);
    if (!rows || !stretch || !reach || !measure) return undefined;
    const periods = periodsFrom(grain, stretch, catalog.workspace);
    if (!fewEnough(periods, spot)) return undefined;
    const ks = Array.from({ length: periods.count }, (_, i) => periods.first + i);
    const stretches = ks.map((k) => reached(periods.grid, k, reach, catalog.workspace));
    const question = {
      population: populationAs(segment, entity),
      rows,
      measure,
      grain,
      periods,
      stretches,
      limit,
      asOf,
    };
    const columns = { ...(column !== undefined && { column }), ...(by !== undefined && { by }) };
    return { segment, question: { ...question, ...columns }, rows: given.rows as Json };
  });
}

function measuredColumn(fact: Fact, measure: RowMeasure, input: unknown, spot: Spot): string | undefined {
  const needed = columnMeasures.includes(measure);
  if (needed && input === undefined) return tell(spot, 'MISSING_VALUE', `${measure} is of a number column`);
  if (!needed && input !== undefined)
    return tell(spot, 'CONFLICTING_FIELDS', `${measure} is of rows, not of a column`, columnMeasures);
  return needed ? numberColumn(fact, input, spot) : undefined;
}

/** A column with one value per row that a where can ask for. */
function splitColumn(fact: Fact, input: unknown, spot: Spot): string | undefined {
  const columns = columnsOf(fact);
  const found = columns.find((c) => c.name === input);
  if (!found)
    return tell(
      spot,
      'UNKNOWN_COLUMN',
      `${fact.plural} have no column ${show(input)}`,
      closeOrAll(
        String(input),
        columns.map((c) => c.name),
      ),
    );
  if (found.type !== 'list' && found.type !== 'timestamp') return found.name;
  const message = `${found.name} is a ${found.type}; split by a single value, such as a day`;
  spot.problems.push(problem('NOT_GROUPABLE', spot.path, message));
  return undefined;
}

function readReach(trailing: unknown, toDate: unknown, spot: Spot): Reach | undefined {
  if (trailing !== undefined && toDate !== undefined)
    return tell(at(spot, 'toDate'), 'CONFLICTING_FIELDS', 'give trailing or toDate, not both', ['trailing', 'toDate']);
  if (trailing !== undefined) {
    const found = duration({ wholeDays: false })(trailing, at(spot, 'trailing'));
    return found && { kind: 'trailing', duration: found };
  }
  if (toDate === undefined) return { kind: 'own' };
  const grain = oneOf('calendar unit', grains)(toDate, at(spot, 'toDate'));
  return grain && { kind: 'toDate', grain };
}
