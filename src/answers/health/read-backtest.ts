import type { Health } from '../../catalog/health/model.js';
import { readPeriod } from '../../catalog/where/period.js';
import { reading } from '../../catalog/where/resolve.js';
import { days } from '../../catalog/where/window.js';
import { problem, ProblemError, type Problem } from '../../query/problem.js';
import { addDays, minus, oneGrain, periodsOf, startOf, times, type Grain, type Period } from '../../query/time.js';
import type { Where } from '../../query/where.js';
import { askedSegment } from '../segment.js';
import type { Session } from '../session.js';
import type { Backtest } from './backtest.js';

/** A back-test as it is asked for. */
export interface BacktestRequest {
  readonly period?: unknown;
  readonly grain?: Grain | null | undefined;
  readonly before?: unknown;
  readonly where?: unknown;
  readonly churned?: unknown;
  readonly renewed?: unknown;
}

const mostUnits = 100;
const usualUnits: Readonly<Record<Grain, number>> = { DAY: 90, WEEK: 12, MONTH: 12, QUARTER: 12, YEAR: 12 };
const path = ['request'];

/** Reads a request against the model; throws ProblemError with every mistake. */
export function readBacktest(session: Session, request: BacktestRequest): Backtest {
  const { health } = session.catalog;
  if (!health)
    throw new ProblemError([problem('NO_HEALTH', path, 'the workspace has no sql/health.yml, so there is no score')]);
  const problems: Problem[] = [];
  const grain = request.grain ?? health.outcomes?.grain ?? 'MONTH';
  const before = reading([...path, 'before'], (spot) => days(request.before, spot));
  problems.push(...before.problems);
  const outcome = (name: 'churned' | 'renewed') => outcomeOf(session, health, request, name, problems);
  const [churned, renewed] = [outcome('churned'), outcome('renewed')];
  const units = unitsOf(session, request.period, grain, problems);
  if (problems.length > 0) throw new ProblemError(problems);
  return {
    units,
    before: before.value ?? { days: 90 },
    churned: churned.where,
    renewed: renewed.where,
    json: { churned: churned.json, renewed: renewed.json },
  };
}

interface Outcome {
  readonly json: unknown;
  readonly where: Where;
}

/** The outcome asked for, or that of the model, of the customers asked about. */
function outcomeOf(
  session: Session,
  health: Health,
  request: BacktestRequest,
  name: 'churned' | 'renewed',
  problems: Problem[],
): Outcome {
  const json = request[name] ?? health.outcomes?.[name];
  const at = [...path, name];
  if (json === undefined)
    problems.push(problem('MISSING_VALUE', at, `${health.file} says nothing of who ${name}, so the request must`));
  const own = askedSegment(session, 'customer', json ?? {}, at);
  const among = request.where == null ? null : askedSegment(session, 'customer', request.where, [...path, 'where']);
  problems.push(...own.problems, ...(name === 'churned' ? (among?.problems ?? []) : []));
  return among
    ? { json: { and: [among.whereJson, own.whereJson] }, where: { kind: 'and', items: [among.where, own.where] } }
    : { json: own.whereJson, where: own.where };
}

/** The units that have ended. */
function unitsOf({ catalog }: Session, input: unknown, grain: Grain, problems: Problem[]): readonly Period[] {
  const { dataAsOf, workspace } = catalog;
  const context = { asOf: dataAsOf, weekStart: workspace.weekStart, path: [...path, 'period'] };
  const given = input == null ? undefined : readPeriod(input, context);
  problems.push(...(given?.problems ?? []));
  const end = startOf(grain, addDays(dataAsOf, 1), workspace.weekStart);
  const usual = { from: minus(end, times(oneGrain(grain), usualUnits[grain])), until: end };
  const units = periodsOf(grain, given?.value ?? usual, workspace.weekStart);
  if (units.length > mostUnits) {
    const message = `${String(units.length)} units are more than the ${String(mostUnits)} of one back-test`;
    problems.push(problem('TOO_MANY_POINTS', context.path, message, ['a longer grain', 'a shorter period']));
  }
  return units.filter(({ until }) => until <= addDays(dataAsOf, 1));
}
