import type { Metric } from '../../catalog/model.js';
import { enumCase } from '../../catalog/names.js';
import type { MovementQuestion } from '../../query/movement.js';
import { grains, periodsOf } from '../../query/time.js';
import { madeOf } from '../../compile/leaf.js';
import { addsUp } from '../metric-kind.js';
import { readRequest, refuse, type Request } from '../request.js';
import { populationOf, type Segment } from '../segment.js';
import type { Source } from '../session.js';
import { usualTrendPeriod } from '../trend.js';

export const mostPoints = 400;

/** Reads a request for the movement of a segment. Throws ProblemError with every mistake. */
export function readMovement(source: Source, segment: Segment, input: unknown): MovementQuestion {
  const { catalog } = source;
  const population = populationOf(segment);
  const request = readRequest(source, population.entity, input, 'a request for movement', ['grain', 'period', 'value']);
  const grain = request.oneOf('grain', 'length of a period', grains, 'MONTH');
  const asked = request.period('period', catalog.dataAsOf, usualTrendPeriod(catalog, grain, catalog.dataAsOf));
  const periods = periodsOf(grain, asked, catalog.workspace.weekStart);
  if (periods.length > mostPoints)
    refuse(
      request.spot('period'),
      'TOO_MANY_POINTS',
      `${String(periods.length)} periods are more than the ${String(mostPoints)} of one answer`,
      ['a longer grain', 'a shorter period'],
    );
  const value = readWorth(source, request);
  return request.done(() => ({ population, grain, periods, ...(value && { value: value.name }) }));
}

/** A metric that is known at the end of a day and adds up over people, or none. */
export function readWorth<K extends string>({ catalog }: Source, request: Request<K | 'value'>): Metric | undefined {
  const metric = request.metric('value');
  const isWorth = (m: Metric): boolean => addsUp(catalog, m) && madeOf(catalog, m, isState);
  if (!metric || isWorth(metric)) return metric;
  const possible = Object.values(catalog.metrics).filter(isWorth);
  return refuse(
    request.spot('value'),
    'NOT_A_STATE',
    `${metric.label} is not a total that is known at the end of a day`,
    possible.slice(0, 5).map((m) => enumCase(m.name)),
  );
}

const isState = ({ source }: Metric): boolean => source.kind === 'state' && source.at === 'end';
