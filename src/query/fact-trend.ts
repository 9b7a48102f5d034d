import { Temporal } from 'temporal-polyfill';
import type { ActivityGrain, Bounded, Grid, Periods } from './grid.js';
import { dayOf, edge, instantOf, stretchOf } from './grid.js';
import type { Population } from './question.js';
import type { Day, Duration, Grain, WeekStart } from './time.js';
import { minus, startOf } from './time.js';
import type { FactRows } from './where.js';

export const rowMeasures = ['COUNT', 'MEMBERS', 'SUM', 'AVG', 'MIN', 'MAX'] as const;
export type RowMeasure = (typeof rowMeasures)[number];
/** Those that are of a column. */
export const columnMeasures: readonly RowMeasure[] = ['SUM', 'AVG', 'MIN', 'MAX'];

/** Which rows a point looks at: those of its period, of so long up to its end, or since a calendar unit began. */
export type Reach =
  | { readonly kind: 'own' }
  | { readonly kind: 'trailing'; readonly duration: Duration }
  | { readonly kind: 'toDate'; readonly grain: Grain };

/** Rows of members as of a day, measured in each period; `stretches` are the rows each looks at. */
export interface FactTrendQuestion {
  readonly population: Population;
  readonly rows: FactRows;
  readonly measure: RowMeasure;
  readonly column?: string;
  readonly grain: ActivityGrain;
  readonly periods: Periods;
  readonly stretches: readonly Bounded[];
  readonly by?: string;
  readonly limit: number;
  readonly asOf: Day;
}

interface Calendar {
  readonly timeZone: string;
  readonly weekStart: WeekStart;
}

const ofDays = ({ minutes = 0, hours = 0 }: Duration): boolean => minutes === 0 && hours === 0;

/** The rows that period k looks at. */
export function reached(grid: Grid, k: number, reach: Reach, calendar: Calendar): Bounded {
  const own = stretchOf(grid, k, k + 1);
  switch (reach.kind) {
    case 'own':
      return own;
    case 'trailing':
      return own.kind === 'range' && ofDays(reach.duration)
        ? { ...own, from: minus(own.until, reach.duration) }
        : {
            kind: 'moments',
            from: earlier(own.until, reach.duration, calendar.timeZone),
            until: instantOf(own.until, calendar.timeZone),
          };
    case 'toDate': {
      const from = startOf(reach.grain, dayOf(edge(grid, k), calendar.timeZone), calendar.weekStart);
      return own.kind === 'range' ? { ...own, from } : { ...own, from: instantOf(from, calendar.timeZone) };
    }
  }
}

/** So long before a day or a moment: days by the calendar of the zone, hours of 60 minutes. */
function earlier(end: string, { quarters = 0, months = 0, ...rest }: Duration, timeZone: string): string {
  return Temporal.Instant.from(instantOf(end, timeZone))
    .toZonedDateTimeISO(timeZone)
    .subtract({ ...rest, months: months + 3 * quarters })
    .toInstant()
    .toString();
}
