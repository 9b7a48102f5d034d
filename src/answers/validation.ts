import type { Metric } from '../catalog/model.js';
import { usualPeriod } from '../catalog/where/period.js';
import type { Population } from '../query/question.js';
import type { Day } from '../query/time.js';
import type { Objective } from '../store/segment.js';
import type { MetricValue } from './measured.js';
import { metricsOf, sizeOf } from './measured.js';
import type { Session } from './session.js';

export interface Validation {
  readonly objective: Objective;
  readonly metric: MetricValue | null;
  readonly targetMet: boolean | null;
  readonly size: number;
  readonly sizeInRange: boolean | null;
  readonly findings: readonly string[];
}

/** An objective held against the size and the metric as of a day. */
export async function validationOf(
  session: Session,
  population: Population,
  objective: Objective,
  asOf: Day,
): Promise<Validation> {
  const known = objective.metric === undefined ? undefined : session.catalog.metrics[objective.metric];
  const [size, measured] = await Promise.all([
    sizeOf(session, population, asOf),
    known ? metricsOf(session, population, [known.name], usualPeriod(asOf)) : [],
  ]);
  const metric = measured[0] ?? null;
  const targetMet = reached(known, metric?.value ?? null, objective.target);
  const { min = 0, max = Infinity } = objective.expectedSize ?? {};
  const sizeInRange = objective.expectedSize ? size >= min && size <= max : null;
  const label = known?.label ?? '';
  const findings = [
    ...(objective.metric !== undefined && !known ? [`The model has no metric ${objective.metric}.`] : []),
    ...(targetMet === false ? [`${label} is ${String(metric?.value)}, the target ${String(objective.target)}.`] : []),
    ...(known && metric?.value === null ? [`${label} has no value: ${metric.nullReason ?? 'NO_DATA'}.`] : []),
    ...(sizeInRange === false && size < min
      ? [`${String(size)} members are fewer than the ${String(min)} expected.`]
      : []),
    ...(sizeInRange === false && size > max
      ? [`${String(size)} members are more than the ${String(max)} expected.`]
      : []),
  ];
  return { objective, metric, targetMet, size, sizeInRange, findings };
}

/** Reached from below where up is good or nothing is said, from above where down is. */
function reached(metric: Metric | undefined, value: number | null, target: number | undefined): boolean | null {
  if (value === null || target === undefined || !metric) return null;
  return metric.good === 'down' ? value <= target : value >= target;
}
