import type { ActivityGrain } from '../../../query/grid.js';
import type { Activity } from '../../../query/where.js';
import { counted } from './tests.js';
import { writer } from './values.js';

const numbers = writer(undefined, '');

const one: Readonly<Record<ActivityGrain, string>> = {
  HOUR: 'hour',
  DAY: 'day',
  WEEK: 'week',
  MONTH: 'month',
  QUARTER: 'quarter',
  YEAR: 'year',
};

export const periodName = (unit: ActivityGrain): string => one[unit];

/** `at least 3 days with events`, `no weeks with at least 2 events`. */
export function periodsText({ unit, every, rows, tests }: Activity, what: string): string {
  const name = every === 1 ? one[unit] : `period of ${String(every)} ${one[unit]}s`;
  const many = every === 1 ? `${name}s` : `periods of ${String(every)} ${one[unit]}s`;
  const enough = rows.length === 0 ? '' : `${counted(rows, '', '', numbers).trim()} of `;
  return `${counted(tests, name, many, numbers)} with ${enough}${what}`;
}
