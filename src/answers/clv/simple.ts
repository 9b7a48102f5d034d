import { trailing } from '../../query/time.js';
import { populationAs } from '../activity/population.js';
import { metricsOf, type MetricValue } from '../measured.js';
import type { Session } from '../session.js';
import type { ClvRequest } from './read.js';

/** The metric set beside, over the 30 days up to the day asked about; null without one. */
export async function simpleClv(
  session: Session,
  { segment, simple, question }: ClvRequest,
): Promise<MetricValue | null> {
  if (simple === null) return null;
  const population = populationAs(segment, 'customer');
  const [value] = await metricsOf(session, population, [simple], trailing(question.asOf, { days: 30 }));
  return value ?? null;
}
