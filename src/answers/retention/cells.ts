import type { After } from '../../query/retention.js';
import { rollingHours } from '../../query/retention.js';
import { edge, microseconds } from '../../query/grid.js';
import type { People } from '../people.js';
import { periodBounds, type PeriodBounds } from '../activity/days.js';
import { knownUntil } from '../activity/request.js';
import type { RetentionRequest } from './read.js';

/** Numbers of one group: by cohort and column, 0 being the cohort itself. Those left out are 0. */
export type Counts = ReadonlyMap<string, number>;
export const cellKey = (cohort: number, column: number): string => `${String(cohort)} ${String(column)}`;

export interface RetentionColumn {
  readonly from: number;
  readonly until: number | null;
}
export interface RetentionCell {
  readonly column: RetentionColumn;
  readonly returned: number | null;
  readonly soFar: number;
  readonly rate: number | null;
  readonly complete: boolean;
  readonly nullReason: 'NOT_ELAPSED' | 'ZERO_DENOMINATOR' | null;
  readonly people: () => People;
}
export interface RetentionCohort extends PeriodBounds {
  readonly size: number;
  readonly complete: boolean;
  readonly people: () => People;
  readonly cells: readonly RetentionCell[];
}

/** Who is behind a number: `after` is left out for the cohort itself. */
export type PeopleOf = (count: number, cohort: number, after?: After) => People;

export const columnOf = ({ from, until }: After): RetentionColumn => ({ from, until: until ?? null });
const ownColumn: RetentionColumn = { from: 0, until: 1 };

/** Whether the time to come back has elapsed for everybody who entered in a period. */
export type Elapsed = (cohort: number, after?: After) => boolean;

export function elapsedIn({ question }: RetentionRequest, zone: string): Elapsed {
  const { grid } = question.periods;
  const known = microseconds(knownUntil(question.asOf, question.before, zone), zone);
  const begins = new Map<number, number>();
  const start = (period: number): number => {
    const moment = begins.get(period) ?? microseconds(edge(grid, period), zone);
    begins.set(period, moment);
    return moment;
  };
  const hours = rollingHours[question.grain] ?? 0;
  return (cohort, after) => {
    const periods = after === undefined ? 0 : (after.until ?? after.from + 1);
    if (question.windows === 'CALENDAR') return start(cohort + Math.max(1, periods)) <= known;
    return start(cohort + 1) + periods * hours * 3_600_000_000 <= known;
  };
}

/** One cohort with its cells. */
export function cohortOf(
  { question }: RetentionRequest,
  zone: string,
  cohort: number,
  counts: Counts,
  elapsed: Elapsed,
  peopleOf: PeopleOf,
): RetentionCohort {
  const size = counts.get(cellKey(cohort, 0)) ?? 0;
  const complete = elapsed(cohort);
  const own = cell(ownColumn, size, size, complete, () => peopleOf(size, cohort));
  const others = question.columns.map((after, i) => {
    const soFar = counts.get(cellKey(cohort, i + 1)) ?? 0;
    const done = elapsed(cohort, after);
    return cell(columnOf(after), soFar, size, done, () => peopleOf(soFar, cohort, after));
  });
  return {
    ...periodBounds(question.periods.grid, cohort, zone),
    size,
    complete,
    people: own.people,
    cells: [own, ...others],
  };
}

function cell(
  column: RetentionColumn,
  soFar: number,
  size: number,
  complete: boolean,
  people: () => People,
): RetentionCell {
  const nullReason = !complete ? 'NOT_ELAPSED' : size === 0 ? 'ZERO_DENOMINATOR' : null;
  const rate = nullReason === null ? soFar / size : null;
  return { column, returned: complete ? soFar : null, soFar, rate, complete, nullReason, people };
}
