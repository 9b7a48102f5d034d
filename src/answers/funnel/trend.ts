import { isSettled, trendStatement } from '../../compile/funnel/statements.js';
import { edge, microseconds, periodsFrom, type ActivityGrain, type Bounded, type Grid } from '../../query/grid.js';
import { problem, type Problem, ProblemError } from '../../query/problem.js';
import { toRows } from '../../warehouse/warehouse.js';
import { boundsOf, type PeriodBounds } from '../activity/days.js';
import { windowOf } from '../activity/rows.js';
import type { People } from '../people.js';
import type { Session } from '../session.js';
import { rateOf, type FunnelRate } from './rate.js';
import type { FunnelAsked } from './request.js';
import { funnelPeople } from './steps.js';

export interface FunnelPoint extends PeriodBounds {
  readonly entered: People;
  readonly converted: People;
  readonly rate: FunnelRate;
  readonly complete: boolean;
}

export interface FunnelTrendAsked {
  readonly grain: ActivityGrain;
  readonly fromStep: number;
  readonly toStep?: number;
}

const mostPoints = 1_000;

/** Attempts by when they began. Throws ProblemError where the steps or the grain do not fit. */
export async function funnelTrend(
  session: Session,
  asked: FunnelAsked,
  of: FunnelTrendAsked,
): Promise<readonly FunnelPoint[]> {
  const { catalog } = session;
  const { question } = asked;
  const { timeZone } = catalog.workspace;
  const periods = periodsFrom(of.grain, question.entry, catalog.workspace);
  const toStep = of.toStep ?? question.funnel.steps.length;
  refuse(wrong(of.fromStep, toStep, question.funnel.steps.length, periods.count));
  const answer = await session.run(trendStatement(catalog, question, { periods, fromStep: of.fromStep, toStep }));
  const found = new Map(toRows(answer).map((row) => [Number(row['p']), row]));
  return Array.from({ length: periods.count }, (_, k): FunnelPoint => {
    const stretch = cut(periods.grid, k, question.entry, timeZone);
    const [entered, converted] = (['entered', 'converted'] as const).map((n) => Number(found.get(k)?.[n] ?? 0)) as [
      number,
      number,
    ];
    const people = funnelPeople(catalog, asked, windowOf(stretch));
    return {
      ...boundsOf(stretch, timeZone),
      entered: people(entered, { reached: { gte: of.fromStep } }),
      converted: people(converted, { reached: { gte: toStep } }),
      rate: rateOf(converted, entered),
      complete: isSettled(catalog, question, stretch.until),
    };
  });
}

function wrong(fromStep: number, toStep: number, steps: number, points: number): readonly Problem[] {
  const range = (path: string, step: number, min: number, max: number): readonly Problem[] =>
    step >= min && step <= max
      ? []
      : [problem('OUT_OF_RANGE', [path], `${path} must be from ${min} to ${max}, not ${step}`)];
  const many = `${points} points are more than the ${mostPoints} of one trend`;
  return [
    ...range('fromStep', fromStep, 1, steps - 1),
    ...range('toStep', toStep, Math.min(steps, Math.max(2, fromStep + 1)), steps),
    ...(points > mostPoints
      ? [problem('TOO_MANY_POINTS', ['grain'], many, ['a longer grain', 'a shorter period'])]
      : []),
  ];
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemError(problems);
}

/** A period of a grid, cut to a stretch. */
function cut(grid: Grid, k: number, entry: Bounded, zone: string): Bounded {
  const at = (edgeOf: string): number => microseconds(edgeOf, zone);
  const [start, end] = [edge(grid, k), edge(grid, k + 1)];
  const from = at(start) < at(entry.from) ? entry.from : start;
  const until = at(end) > at(entry.until) ? entry.until : end;
  const isDays = from.length === 10 && until.length === 10;
  if (isDays) return { kind: 'range', from, until };
  const moment = (edgeOf: string): string => boundsOf({ from: edgeOf, until: edgeOf }, zone).startsAt;
  return { kind: 'moments', from: moment(from), until: moment(until) };
}
