import type { Catalog } from '../catalog/model.js';
import { metricOf } from '../compile/metric-formulas.js';
import { problem, ProblemError } from '../query/problem.js';
import type { Population } from '../query/question.js';
import type { Day, Duration, Grain, Period } from '../query/time.js';
import { addDays, minus, oneGrain, periodsOf, startOf, times } from '../query/time.js';
import { nobody } from '../query/where.js';
import type { Comparison } from './compared.js';
import { comparedPeriod } from './compared.js';
import type { MetricResult } from './metrics-answer.js';
import { requireMetricsFor } from './measured.js';
import type { Session } from './session.js';
import { requireGroupable } from './table.js';

export type Fill = 'ZERO' | 'NULL' | 'NONE';

export interface TrendRequest {
  readonly population: Population;
  readonly metric: string;
  readonly grain: Grain;
  readonly period: Period;
  /** Keep the members as of the period's last day instead of asking again for each point. */
  readonly fixed: boolean;
  readonly compareTo?: Comparison;
  readonly fill: Fill;
}

export interface TrendPoint extends MetricResult {
  readonly period: Period;
  readonly previous: number | null;
}
export interface TrendSeries {
  readonly value: unknown;
  readonly points: readonly TrendPoint[];
}

const mostPoints = 1_000;
const usualLength: Record<Grain, number> = { DAY: 30, WEEK: 12, MONTH: 12, QUARTER: 8, YEAR: 5 };

/** The usual stretch of a trend: so many calendar units that end with the one of the day asked about. */
export function usualTrendPeriod(catalog: Catalog, grain: Grain, asOf: Day): Period {
  const start = startOf(grain, asOf, catalog.workspace.weekStart);
  const back: Duration = times(oneGrain(grain), usualLength[grain] - 1);
  return { from: minus(start, back), until: addDays(asOf, 1) };
}

function pointsOf(session: Session, request: TrendRequest): readonly Period[] {
  const points = periodsOf(request.grain, request.period, session.catalog.workspace.weekStart, mostPoints);
  if (points.length > mostPoints) {
    const message = `the period has more than the ${String(mostPoints)} points of one trend`;
    throw new ProblemError([problem('TOO_MANY_POINTS', ['period'], message, ['a longer grain', 'a shorter period'])]);
  }
  return points;
}

/** Where each point's comparison lies: the whole trend moved, so that points stay beside each other. */
function comparedPoints(request: TrendRequest, points: readonly Period[]): readonly (Period | undefined)[] {
  const { compareTo, grain } = request;
  if (!compareTo) return points.map(() => undefined);
  if (compareTo === 'PREVIOUS_YEAR') return points.map((p) => comparedPeriod(p, compareTo));
  const back = times(oneGrain(grain), points.length);
  return points.map((p) => ({ from: minus(p.from, back), until: minus(p.until, back) }));
}

async function askPoints(
  session: Session,
  request: TrendRequest,
  periods: readonly (Period | undefined)[],
  by: readonly string[],
) {
  const memberDay = addDays(request.period.until, -1);
  const population = request.fixed ? { ...request.population, memberDay } : request.population;
  return Promise.all(
    periods.map(async (period) =>
      period
        ? session.metrics.load({ population, period, metrics: [request.metric], size: by.length > 0, by })
        : undefined,
    ),
  );
}

/** One point per calendar unit of the period, for the whole population. */
export async function trendPoints(session: Session, request: TrendRequest): Promise<readonly TrendPoint[]> {
  const series = await trendSeries(session, request, []);
  return series[0]?.points ?? [];
}

/** A series per value of the attributes, largest total first. */
export async function trendSeries(
  session: Session,
  request: TrendRequest,
  by: readonly string[],
): Promise<readonly TrendSeries[]> {
  requireMetricsFor(session.catalog, request.population, [request.metric], () => ['metric']);
  requireGroupable(session.catalog, request.population, by, () => [
    request.population.entity === 'user' ? 'byUser' : 'by',
  ]);
  const periods = pointsOf(session, request);
  const compared = comparedPoints(request, periods);
  const [now, then, nothing] = await Promise.all([
    askPoints(session, request, periods, by),
    askPoints(session, request, compared, by),
    by.length > 0 ? askNobody(session, request, periods) : undefined,
  ]);
  const groups = new Map<string, unknown>();
  for (const answer of now)
    for (const row of answer?.rows ?? []) groups.set(JSON.stringify(row.group), row.group[0] ?? null);
  if (by.length === 0) groups.set('[]', null);
  const point = (answer: (typeof now)[number], group: string): MetricResult | null => {
    const found = answer?.rows.find((r) => JSON.stringify(r.group) === group)?.metrics[0] ?? nothing;
    return answer && found ? fills[request.fill](found, session.catalog) : null;
  };
  const series = [...groups].map(([group, value]) => ({
    value,
    points: periods.flatMap((period, i) => {
      const complete = period.until <= addDays(session.catalog.dataAsOf, 1);
      const filled = point(now[i], group);
      return filled ? [{ ...filled, complete, period, previous: point(then[i], group)?.value ?? null }] : [];
    }),
  }));
  const total = (s: TrendSeries): number => s.points.reduce((sum, p) => sum + (p.value ?? 0), 0);
  return series.sort((a, b) => total(b) - total(a));
}

/** What the metric is where there is nobody: the point of a group that was not there yet. */
async function askNobody(session: Session, request: TrendRequest, periods: readonly Period[]): Promise<MetricResult> {
  const population = { ...request.population, where: nobody };
  const period = periods.at(-1) ?? request.period;
  const { rows } = await session.metrics.load({ population, period, metrics: [request.metric], size: false, by: [] });
  const [result] = rows[0]?.metrics ?? [];
  if (!result) throw new Error(`${request.metric} has no value over nobody`);
  return { ...result, n: 0 };
}

/** What becomes of a point; one is without data where no row is behind it. */
const fills: Record<Fill, (point: MetricResult, catalog: Catalog) => MetricResult | null> = {
  ZERO: (point, catalog) => (point.n === 0 && isSum(catalog, point) ? { ...point, value: 0, nullReason: null } : point),
  NULL: (point) => (point.n === 0 ? { ...point, value: null, nullReason: point.nullReason ?? 'NO_DATA' } : point),
  NONE: (point) => (point.n === 0 || point.value === null ? null : point),
};

/** A sum of nothing is null to the engine. */
const isSum = (catalog: Catalog, { metric }: MetricResult): boolean => {
  const { ratio } = metricOf(catalog, metric);
  return ratio.kind === 'value' && /^\s*sum\s*\(/i.test(ratio.value.sql);
};
