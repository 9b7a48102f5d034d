import { enumCase } from '../catalog/names.js';
import type { Catalog, Metric } from '../catalog/model.js';
import { usesUsers } from '../compile/metric-leaf/uses-users.js';
import { metricOf } from '../compile/metric-formulas.js';
import { problem, raise, type Problem } from '../query/problem.js';
import type { Population } from '../query/question.js';
import type { Day, Period } from '../query/time.js';
import { addDays } from '../query/time.js';
import type { EntityName } from '../query/where.js';
import { everyone } from '../query/where.js';
import { comparedPeriod } from './compared.js';
import type { Comparison } from './compared.js';
import type { MetricResult } from './metrics-answer.js';
import { partsOf } from '../compile/leaf.js';
import type { Session } from './session.js';

export interface MetricValue extends MetricResult {
  readonly period: Period;
  /** The value of the period compared to; null when none was asked for or it has none. */
  readonly previous: number | null;
}

/** The members as of a day; everyone's number beside it gives the share. */
export async function sizeOf(session: Session, population: Population, asOf: Day): Promise<number> {
  const period = { from: asOf, until: addDays(asOf, 1) };
  const answer = await session.metrics.load({ population, period, metrics: [], size: true, by: [] });
  return answer.rows[0]?.size ?? 0;
}

/** Members ÷ population as of the day; null when nobody existed yet. */
export async function shareOf(session: Session, population: Population, asOf: Day): Promise<number | null> {
  const [part, whole] = await Promise.all([
    sizeOf(session, population, asOf),
    sizeOf(session, { entity: population.entity, where: everyone }, asOf),
  ]);
  return whole === 0 ? null : part / whole;
}

/** Metrics of a population in a period, in the order asked. */
export async function metricsOf(
  session: Session,
  population: Population,
  metrics: readonly string[],
  period: Period,
  compareTo?: Comparison,
): Promise<readonly MetricValue[]> {
  requireMetricsFor(session.catalog, population, metrics);
  const ask = (p: Period) => session.metrics.load({ population, period: p, metrics, size: false, by: [] });
  const [now, then] = await Promise.all([ask(period), compareTo ? ask(comparedPeriod(period, compareTo)) : undefined]);
  return (now.rows[0]?.metrics ?? []).map((result, i) => ({
    ...result,
    period,
    previous: then?.rows[0]?.metrics[i]?.value ?? null,
  }));
}

const fitsUsers = (catalog: Catalog, metric: Metric): boolean =>
  metric.source.kind === 'formula'
    ? partsOf(catalog, metric).every((m) => fitsUsers(catalog, m))
    : usesUsers(catalog, metric);
/** A change of users can only be told of users. */
const fitsCustomers = (catalog: Catalog, metric: Metric): boolean =>
  metric.source.kind === 'formula'
    ? partsOf(catalog, metric).every((m) => fitsCustomers(catalog, m))
    : !(metric.source.kind === 'change' && metric.source.entity === 'user');

const fits = { user: fitsUsers, customer: fitsCustomers } as const;

/** Whether a metric says something of this kind of population. */
export const fitsPopulation = (catalog: Catalog, entity: EntityName, metric: Metric): boolean =>
  fits[entity](catalog, metric);
export const metricsFor = (catalog: Catalog, entity: EntityName): readonly Metric[] =>
  Object.values(catalog.metrics).filter((m) => fitsPopulation(catalog, entity, m));

/** Refuses metrics that say nothing of this kind of population, all at once. */
export function requireMetricsFor(
  catalog: Catalog,
  population: Population,
  metrics: readonly string[],
  path = (metric: number): Problem['path'] => ['metrics', metric],
): void {
  const { entity } = population;
  const possible = () =>
    metricsFor(catalog, entity)
      .slice(0, 5)
      .map((m) => enumCase(m.name));
  raise(
    metrics.flatMap((name, i) => {
      if (fitsPopulation(catalog, entity, metricOf(catalog, name))) return [];
      const message = `${enumCase(name)} is not defined for ${entity}s`;
      return problem('METRIC_NOT_FOR_POPULATION', path(i), message, possible());
    }),
  );
}
