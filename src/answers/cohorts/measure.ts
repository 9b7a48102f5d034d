import { looksAtMembers } from '../../compile/leaf.js';
import { metricOf } from '../../compile/metric-formulas.js';
import type { CohortsQuestion } from '../../query/cohorts.js';
import type { MetricsQuestion } from '../../query/question.js';
import type { Day, Period } from '../../query/time.js';
import { addDays } from '../../query/time.js';
import { isTotal } from '../metric-kind.js';
import type { MetricResult, MetricsRow } from '../metrics-answer.js';
import { answerAtOnce } from '../metrics.js';
import type { Session } from '../session.js';
import { matureAges } from './mature.js';

/** How many started in each cohort and not at all, and what the metric is of a cohort at each mature age. */
export interface Measured {
  readonly size: (cohort: Period) => number;
  readonly withoutStart: () => Promise<number>;
  readonly of: (cohort: Period) => readonly MetricResult[];
}

interface Asked {
  readonly key: string;
  readonly question: MetricsQuestion;
}

/** One question for each stretch of time that some mature cell needs, all grouped by cohort in one statement. */
export async function measure(session: Session, q: CohortsQuestion, until: Day): Promise<Measured> {
  const ask = askFor(q);
  const keys = new Map<Period, readonly string[]>();
  const cells = new Map<string, Asked>();
  for (const cohort of q.cohorts) {
    const own = matureAges(q, cohort, until).map((period, age) => cellOf(q, ask, period, age));
    for (const cell of own) cells.set(cell.key, cell);
    keys.set(
      cohort,
      own.map(({ key }) => key),
    );
  }
  const telling = sizeTelling(session, q, [...cells.values()]);
  const sizes = sizesOf(ask, q);
  const questions = [...(telling ? [] : [sizes]), ...cells.values()];
  const answers = await answerAtOnce(
    session,
    questions.map(({ question }) => question),
  );
  const found = new Map(questions.map(({ key }, i) => [key, answers[i]?.rows ?? []]));
  const rowOf = (key: string, { from }: Period) => startingOn(from, found.get(key));
  const nothing = emptyResult(session, q);
  return {
    size: (cohort) => (telling ? rowOf(telling.key, cohort)?.metrics[0]?.n : rowOf(sizes.key, cohort)?.size) ?? 0,
    withoutStart: async () => {
      const rows = telling ? (await session.metrics.load(sizes.question)).rows : found.get(sizes.key);
      return startingOn(null, rows)?.size ?? 0;
    },
    of: (cohort) => (keys.get(cohort) ?? []).map((key) => filled(session, rowOf(key, cohort)?.metrics[0] ?? nothing)),
  };
}

/** The row of those who started on the first day of a cohort, or (null) not at all. */
const startingOn = (first: Day | null, rows: readonly MetricsRow[] = []): MetricsRow | undefined =>
  rows.find(({ group }) => group[0] === first);

/**
 * Cells whose rows are the members of each cohort, which need not be counted again. A cohort that is not full yet may have
 * members whose start is still to come: they are in no row before it.
 */
function sizeTelling({ catalog }: Session, q: CohortsQuestion, cells: readonly Asked[]): Asked | undefined {
  const metric = metricOf(catalog, q.metric);
  if (q.clock === 'MEMBER' || q.cohorts.some(({ until }) => until > addDays(q.asOf, 1))) return undefined;
  return cells.find(({ question }) => looksAtMembers(question, metric));
}

/** From the first cohort to the last: the cells of others are not asked for. */
const cohortsIn = ({ cohorts }: CohortsQuestion): Period => ({
  from: cohorts.map(({ from }) => from).sort()[0] ?? '',
  until:
    cohorts
      .map(({ until }) => until)
      .sort()
      .at(-1) ?? '',
});

type Ask = (key: string, period: Period) => Asked;

function askFor(q: CohortsQuestion): Ask {
  const population = { ...q.population, memberDay: q.asOf };
  const by = [{ kind: 'start', start: q.start, grain: q.grain, within: cohortsIn(q) }] as const;
  return (key, period) => ({ key, question: { population, period, metrics: [q.metric], size: false, by } });
}

/** Of all starts there are, and of those who have none. */
function sizesOf(ask: Ask, q: CohortsQuestion): Asked {
  const { key, question } = ask('sizes', { from: q.asOf, until: addDays(q.asOf, 1) });
  return {
    key,
    question: { ...question, metrics: [], size: true, by: [{ kind: 'start', start: q.start, grain: q.grain }] },
  };
}

/** Cohorts whose ages fall on the same days share a question; on members' own clocks all of the same age do. */
function cellOf(q: CohortsQuestion, ask: Ask, period: Period, age: number): Asked {
  if (q.clock === 'COHORT') return ask(`${period.from} ${period.until}`, period);
  const { key, question } = ask(`age ${String(age)}`, { from: q.asOf, until: addDays(q.asOf, 1) });
  return { key, question: { ...question, ownTime: { start: q.start, unit: q.unit, age } } };
}

/** A cohort without members has no group. */
function emptyResult({ catalog }: Session, q: CohortsQuestion): MetricResult {
  const value = isTotal(metricOf(catalog, q.metric)) ? 0 : null;
  const nullReason = value === 0 ? null : 'NO_DATA';
  return { metric: q.metric, value, numerator: null, denominator: null, n: 0, nullReason, complete: true };
}

/** A sum of no rows is 0. */
function filled({ catalog }: Session, result: MetricResult): MetricResult {
  const sum = isTotal(metricOf(catalog, result.metric));
  return sum && result.value === null && result.n === 0 ? { ...result, value: 0, nullReason: null } : result;
}
