import { addDays, calendarPeriod, trailing, type Day, type Period, type WeekStart } from '../../query/time.js';
import { reading, type Reading } from './resolve.js';
import { at, record, tell, type Path, type Spot } from './spot.js';
import { calendar, days, range } from './window.js';

export interface PeriodContext {
  readonly asOf: Day;
  readonly weekStart: WeekStart;
  readonly path?: Path;
}

/** The 30 days that end with the day asked about. */
export const usualPeriod = (asOf: Day): Period => trailing(asOf, { days: 30 });

/** Reads `{from, until}`, `{last: Duration}` or `{calendar: {unit, offset}}`; left out, the usual period. */
export const readPeriod = (input: unknown, context: PeriodContext): Reading<Period> =>
  reading(context.path ?? [], (spot) => (input == null ? usualPeriod(context.asOf) : period(input, spot, context)));

function period(input: unknown, spot: Spot, { asOf, weekStart }: PeriodContext): Period | undefined {
  const given = record(input, spot, 'a period', ['from', 'until', 'last', 'calendar']);
  if (given === undefined) return undefined;
  const kinds = [
    ...('from' in given || 'until' in given ? ['from/until'] : []),
    ...(['last', 'calendar'] as const).filter((kind) => kind in given),
  ];
  if (kinds.length > 1) tell(spot, 'CONFLICTING_FIELDS', `a period is of one kind, not ${kinds.join(' and ')}`, kinds);
  if (kinds.length === 0) tell(spot, 'MISSING_VALUE', 'a period needs from and until, last or calendar', ['last']);
  if ('from' in given && !('until' in given))
    tell(at(spot, 'until'), 'MISSING_VALUE', 'until is needed', [addDays(asOf, 1)]);
  if ('until' in given && !('from' in given)) tell(at(spot, 'from'), 'MISSING_VALUE', 'from is needed');
  const last = given.last === undefined ? undefined : days(given.last, at(spot, 'last'));
  const unit = given.calendar === undefined ? undefined : calendar(given.calendar, at(spot, 'calendar'));
  const open = given.from === undefined && given.until === undefined;
  const ends = open ? undefined : range({ from: given.from, until: given.until }, spot);
  if (spot.problems.length > 0) return undefined;
  if (last !== undefined) return trailing(asOf, last);
  if (unit !== undefined) return calendarPeriod(unit.unit, asOf, unit.offset, weekStart);
  return ends?.from !== undefined && ends.until !== undefined ? { from: ends.from, until: ends.until } : undefined;
}
