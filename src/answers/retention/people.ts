import type { Stretch } from '../../query/grid.js';
import { edge, stretchOf } from '../../query/grid.js';
import type { After } from '../../query/retention.js';
import type { Json } from '../activity/population.js';
import { firstEver } from '../activity/entry.js';
import { cut, isBounded, nobody, onRows, windowOf } from '../activity/rows.js';
import type { RetentionRequest } from './read.js';

const between = ({ from, until }: Stretch): Json => ({ between: { from, until } });

/** Whether a condition on rows in windows can say it: the others are counted from each one's own entry. */
const isPlain = ({ question }: RetentionRequest, after?: After): boolean =>
  question.windows === 'CALENDAR' &&
  question.noneBefore === undefined &&
  (question.times === 1 || after === undefined || after.until === after.from + 1);

/** The conditions of a cell: those who entered in period `cohort` and, with `after`, came back. */
export function cellConditions(request: RetentionRequest, cohort: number, after?: After): readonly Json[] {
  return isPlain(request, after)
    ? [...entered(request, cohort), ...(after ? [cameBack(request, cohort, after)] : [])]
    : [...notEarlier(request, cohort), retained(request, cohort, after)];
}

function entered(request: RetentionRequest, cohort: number): readonly Json[] {
  const { entry, question } = request;
  const { grid, first } = question.periods;
  const stretch = cut(stretchOf(grid, cohort, cohort + 1), question.before);
  if (!stretch) return [nobody];
  const inside = onRows(entry, { during: windowOf(stretch) });
  switch (question.cohorts) {
    case 'RECURRING':
      return [inside];
    case 'FIRST_TIME':
      return isBounded(stretch) ? firstEver(entry, stretch) : [nobody];
    case 'FIRST_IN_PERIOD':
      if (cohort === first || stretch.kind === 'moments') return [...notEarlier(request, cohort), inside];
      return [onRows(entry, { during: { ...windowOf(stretch), from: edge(grid, first) }, first: between(stretch) })];
  }
}

/** What the first entry of the whole stretch says beside that of the period: that there was none before it. */
function notEarlier({ entry, question }: RetentionRequest, cohort: number): readonly Json[] {
  const { grid, first } = question.periods;
  if (question.cohorts !== 'FIRST_IN_PERIOD' || cohort === first) return [];
  return [{ not: onRows(entry, { during: windowOf(stretchOf(grid, first, cohort)) }) }];
}

/** Periods after that of the entry; without an end, all from there on. */
function stretchAfter({ question }: RetentionRequest, cohort: number, { from, until }: After): Stretch {
  const { grid } = question.periods;
  if (until !== undefined) return stretchOf(grid, cohort + from, cohort + until);
  const { kind, from: start } = stretchOf(grid, cohort + from, cohort + from + 1);
  return { kind, from: start };
}

function cameBack(request: RetentionRequest, cohort: number, after: After): Json {
  const { times, before } = request.question;
  const stretch = cut(stretchAfter(request, cohort, after), before);
  if (!stretch) return nobody;
  return onRows(request.return, { during: windowOf(stretch), ...(times > 1 && { count: { gte: times } }) });
}

function retained(request: RetentionRequest, cohort: number, after?: After): Json {
  const { question, entry, noneBefore } = request;
  const { cohorts, grain, windows, times, before } = question;
  const during = windowOf(stretchOf(question.periods.grid, cohort, cohort + 1));
  return {
    retained: {
      entry,
      during,
      cohorts,
      ...(noneBefore && { noneBefore }),
      ...(after && { return: request.return, grain, windows, times, after }),
      ...(before !== undefined && { until: before }),
    },
  };
}
