import { metricOf } from '../../compile/metric-formulas.js';
import type { CohortsQuestion } from '../../query/cohorts.js';
import type { MetricsQuestion } from '../../query/question.js';
import type { Day, Period } from '../../query/time.js';
import { addDays } from '../../query/time.js';
import type { MetricResult } from '../metrics.js';
import { answerAtOnce } from '../metrics.js';
import { isTotal } from '../metric-kind.js';
import type { Session } from '../session.js';
import { matureAges } from './mature.js';

/** How many started in each cohort (null: who have not started), and what the metric is of a cohort at each mature age. */
export interface Measured {
  readonly sizes: ReadonlyMap<Day | null, number>;
  readonly of: (cohort: Period) => readonly MetricResult[];
}

interface Asked {
  readonly key: string;
  readonly question: MetricsQuestion;
}

/** One question for each stretch of time that some mature cell needs, all grouped by cohort in one statement. */
export async function measure(session: Session, q: CohortsQuestion, until: Day): Promise<Measured> {
  const ask = askFor(q);
  const sizes = ask('sizes', { from: q.asOf, until: addDays(q.asOf, 1) });
  const by = [{ kind: 'start', start: q.start, grain: q.grain } as const];
  const asked = new Map<string, Asked>([
    ['sizes', { ...sizes, question: { ...sizes.question, metrics: [], size: true, by } }],
  ]);
  const keys = new Map<Period, readonly string[]>();
  for (const cohort of q.cohorts) {
    const cells = matureAges(q, cohort, until).map((period, age) => cellOf(q, ask, period, age));
    for (const cell of cells) asked.set(cell.key, cell);
    keys.set(
      cohort,
      cells.map(({ key }) => key),
    );
  }
  const questions = [...asked.values()];
  const answers = await answerAtOnce(
    session,
    questions.map(({ question }) => question),
  );
  const found = new Map(questions.map(({ key }, i) => [key, answers[i]?.rows ?? []]));
  const nothing = emptyResult(session, q);
  return {
    sizes: new Map((found.get('sizes') ?? []).map((row) => [row.group[0] as Day | null, row.size])),
    of: (cohort) =>
      (keys.get(cohort) ?? []).map((key) => {
        const row = found.get(key)?.find(({ group }) => group[0] === cohort.from);
        return filled(session, row?.metrics[0] ?? nothing);
      }),
  };
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

/** Cohorts whose ages fall on the same days share a question; on members' own clocks all of the same age do. */
function cellOf(q: CohortsQuestion, ask: Ask, period: Period, age: number): Asked {
  if (q.clock === 'COHORT') return ask(`${period.from} ${period.until}`, period);
  const { key, question } = ask(`age ${String(age)}`, { from: q.asOf, until: addDays(q.asOf, 1) });
  return { key, question: { ...question, ownTime: { start: q.start, unit: q.unit, age } } };
}

/** A cohort without members has no group. */
function emptyResult({ catalog }: Session, q: CohortsQuestion): MetricResult {
  const { ratio } = metricOf(catalog, q.metric);
  const value = ratio.kind === 'value' && isTotal(ratio.value.sql) ? 0 : null;
  const nullReason = value === 0 ? null : 'NO_DATA';
  return { metric: q.metric, value, numerator: null, denominator: null, n: 0, nullReason, complete: true };
}

/** A sum of no rows is 0. */
function filled({ catalog }: Session, result: MetricResult): MetricResult {
  const { ratio } = metricOf(catalog, result.metric);
  const sum = ratio.kind === 'value' && isTotal(ratio.value.sql);
  return sum && result.value === null && result.n === 0 ? { ...result, value: 0, nullReason: null } : result;
}
