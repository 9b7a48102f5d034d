import type { Bounded } from '../../query/grid.js';
import { dayOf, edge, instantOf, lastDay, microseconds, type Grid } from '../../query/grid.js';
import { addDays, type Day } from '../../query/time.js';

/** A period as days and as moments: hours have the day they begin on and the day after. */
export interface PeriodBounds {
  readonly from: Day;
  readonly until: Day;
  readonly startsAt: string;
  readonly endsAt: string;
}

export const boundsOf = ({ from, until }: Pick<Bounded, 'from' | 'until'>, zone: string): PeriodBounds => ({
  from: dayOf(from, zone),
  until: addDays(lastDay(until, zone), 1),
  startsAt: instantOf(from, zone),
  endsAt: instantOf(until, zone),
});

export const periodBounds = (grid: Grid, k: number, zone: string): PeriodBounds =>
  boundsOf({ from: edge(grid, k), until: edge(grid, k + 1) }, zone);

/** Whether a day or a moment has come by another. */
export const isBy = (at: string, known: string, zone: string): boolean =>
  microseconds(at, zone) <= microseconds(known, zone);
