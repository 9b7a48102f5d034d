import type { Metric } from '../../catalog/model.js';
import { enumCase } from '../../catalog/names.js';
import { readFactRows } from '../../catalog/where/facts.js';
import { attributesOf, findAttribute } from '../../catalog/where/resolve.js';
import { at, record, tell, type Spot } from '../../catalog/where/spot.js';
import { cohortCells, cohortClocks, type CohortsQuestion } from '../../query/cohorts.js';
import type { Start } from '../../query/question.js';
import type { Grain, Period } from '../../query/time.js';
import { addDays, calendarPeriod, grains, periodsOf } from '../../query/time.js';
import type { EntityName } from '../../query/where.js';
import { madeOf } from '../../compile/leaf.js';
import { addsUp } from '../metric-kind.js';
import { readRequest, refuse, scopeOf } from '../request.js';
import { populationOf, type Segment } from '../segment.js';
import type { Source } from '../session.js';
import { usualTrendPeriod } from '../trend.js';

const fields = ['start', 'grain', 'age', 'ages', 'metric', 'cells', 'cumulative', 'clock', 'period', 'asOf'] as const;
const usualAges: Readonly<Record<Grain, number>> = { DAY: 30, WEEK: 12, MONTH: 12, QUARTER: 8, YEAR: 5 };
const mostAges = 400;
const mostCohorts = 400;
const mostCells = 10_000;

/** Reads a request for cohorts of a segment. Throws ProblemError with every mistake. */
export function readCohorts(source: Source, segment: Segment, input: unknown): CohortsQuestion {
  const { catalog } = source;
  const population = populationOf(segment);
  const request = readRequest(source, population.entity, input, 'a request for cohorts', fields);
  const { given, spot } = request;
  const asOf = request.day('asOf', segment.asOf ?? catalog.dataAsOf);
  const grain = request.oneOf('grain', 'length of a cohort', grains, 'MONTH');
  const unit = request.oneOf('age', 'unit of age', grains, grain);
  const ages = request.whole('ages', 1, mostAges, usualAges[unit]);
  const cells = request.oneOf('cells', 'meaning of a cell', cohortCells, 'VALUE');
  const clock = request.oneOf('clock', 'clock', cohortClocks, 'COHORT');
  const cumulative = request.flag('cumulative');
  const period = request.period('period', asOf, usualTrendPeriod(catalog, grain, asOf));
  const start = readStart(source, population.entity, given.start, spot('start'));
  const metric = request.metric('metric');
  if (given.metric === undefined) tell(spot('metric'), 'MISSING_VALUE', 'cohorts need the metric of their cells');
  if (metric) fitting(source, metric, { cells, cumulative, clock }, spot('metric'));
  const cohorts = wholeUnits(grain, period, catalog.workspace.weekStart);
  if (cohorts.length > mostCohorts || cohorts.length * ages > mostCells)
    refuse(
      spot('period'),
      'TOO_MANY_POINTS',
      `${String(cohorts.length)} cohorts of ${String(ages)} ages are more than the ${String(mostCohorts)} cohorts or ${String(mostCells)} cells of one answer`,
      ['a longer grain', 'a shorter period', 'fewer ages'],
    );
  return request.done(() => {
    if (!start || !metric) throw new Error('A request without a mistake has a start and a metric');
    return {
      ...{ population, asOf, start, grain, cohorts, unit, ages, metric: metric.name, cells, cumulative, clock },
      ...(start.kind === 'rows' && { firstJson: (given.start as { first: Record<string, unknown> }).first }),
    };
  });
}

/** The calendar units that a period touches, each of them whole. */
const wholeUnits = (grain: Grain, period: Period, weekStart: 'monday' | 'sunday'): readonly Period[] => {
  const last = calendarPeriod(grain, addDays(period.until, -1), 0, weekStart);
  return periodsOf(
    grain,
    { from: calendarPeriod(grain, period.from, 0, weekStart).from, until: last.until },
    weekStart,
  );
};

const ways: Readonly<Record<EntityName, 'attribute' | 'userAttribute'>> = {
  customer: 'attribute',
  user: 'userAttribute',
};

/** `{attribute}`, `{userAttribute}` or `{first}`: exactly one, of the kind of member that is asked about. */
function readStart(source: Source, entity: EntityName, input: unknown, spot: Spot): Start | undefined {
  if (input === undefined) return tell(spot, 'MISSING_VALUE', 'cohorts need a start', ['{attribute: …}', '{first: …}']);
  const given = record(input, spot, 'the start of cohorts', ['attribute', 'userAttribute', 'first']);
  if (given === undefined) return undefined;
  const named = (['attribute', 'userAttribute', 'first'] as const).filter((way) => given[way] !== undefined);
  const [way] = named;
  if (way === undefined)
    return tell(spot, 'MISSING_VALUE', 'a start is an attribute or the first rows', [ways[entity], 'first']);
  if (named.length > 1) return tell(spot, 'CONFLICTING_FIELDS', `a start is one of ${named.join(' and ')}`, named);
  if (way === 'first') {
    const rows = readFactRows(given.first, at(spot, 'first'), scopeOf(source, entity));
    return rows && { kind: 'rows', rows };
  }
  if (way !== ways[entity])
    return refuse(at(spot, way), 'NOT_GROUPABLE', `the time of ${entity}s begins at an attribute of their own`, [
      ways[entity],
    ]);
  return dateOf(source, entity, given[way], at(spot, way));
}

function dateOf({ catalog }: Source, entity: EntityName, input: unknown, spot: Spot): Start | undefined {
  const found = findAttribute(catalog, entity, input, spot);
  if (!found) return undefined;
  if (found.timeType !== undefined) return { kind: 'attribute', name: found.name };
  const dates = attributesOf(catalog, entity).filter(({ timeType }) => timeType !== undefined);
  return refuse(
    spot,
    'NOT_A_DATE',
    `${found.label} is no date, so no time begins at it`,
    dates.slice(0, 5).map(({ name }) => enumCase(name)),
  );
}

/** Tells what a metric does not allow: shares and sums of anything but totals, and members' own time of attributes. */
function fitting(
  { catalog }: Source,
  metric: Metric,
  asked: Pick<CohortsQuestion, 'cells' | 'cumulative' | 'clock'>,
  spot: Spot,
): void {
  const total = addsUp(catalog, metric);
  if (!total && asked.cells !== 'VALUE')
    refuse(spot, 'NOT_A_TOTAL', `${metric.label} neither counts nor adds up, so there is no share of it`, [
      'cells: VALUE',
    ]);
  if (!total && asked.cumulative && metric.ratio.kind === 'value')
    refuse(spot, 'NOT_A_TOTAL', `${metric.label} neither counts nor adds up, so it does not accumulate`);
  if (asked.clock === 'MEMBER' && !madeOf(catalog, metric, hasOwnTime)) {
    const possible = Object.values(catalog.metrics).filter((m) => madeOf(catalog, m, hasOwnTime));
    refuse(
      spot,
      'NOT_IN_OWN_TIME',
      `${metric.label} is not made of rows of facts alone, so it is only known at the end of a day for all`,
      possible.slice(0, 5).map((m) => enumCase(m.name)),
    );
  }
}

/** Rows of facts can be told by each member's own time; attributes are only known as of the same day for all. */
const hasOwnTime = ({ source }: Metric): boolean =>
  (source.kind === 'flow' && source.last === undefined) || (source.kind === 'state' && 'fact' in source.over);
