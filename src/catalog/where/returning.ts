import { activityGrains, type ActivityGrain } from '../../query/grid.js';
import {
  retentionCohorts,
  retentionWindows,
  rollingHours,
  type After,
  type RetentionCohorts,
  type RetentionWindows,
  type Returning,
} from '../../query/retention.js';
import type { FactRows, Where } from '../../query/where.js';
import type { Catalog } from '../model.js';
import { camelCase } from '../names.js';
import { readFactRows } from './facts.js';
import { moment } from './moment.js';
import { needHappening, needTimeOfDay } from './happening.js';
import type { Scope } from './scope.js';
import { at, record, tell, type Entry, type Spot } from './spot.js';
import { refuseNull } from './tree.js';
import { oneOf, whole } from './values.js';
import { window } from './window.js';

export const returningFields = [
  'entry',
  'noneBefore',
  'cohorts',
  'return',
  'windows',
  'grain',
  'times',
  'until',
] as const;
type Given = Readonly<Partial<Record<(typeof returningFields)[number], unknown>>>;

const most = 10_000;

/** What entering and returning mean; without `return` it is to enter again. */
export function readReturning(given: Given, spot: Spot, scope: Scope, usual: ActivityGrain): Returning | undefined {
  const rows = (part: 'entry' | 'noneBefore' | 'return'): FactRows | undefined =>
    given[part] === undefined ? undefined : readFactRows(given[part], at(spot, part), scope);
  if (!('entry' in given)) tell(at(spot, 'entry'), 'MISSING_VALUE', 'rows of entry are needed', ['{"events":{}}']);
  const [entry, noneBefore, back] = [rows('entry'), rows('noneBefore'), rows('return')];
  const choice = <T extends string>(part: keyof Given, values: readonly T[], byDefault: T): T =>
    given[part] === undefined ? byDefault : (oneOf(part, values)(given[part], at(spot, part)) ?? byDefault);
  const cohorts: RetentionCohorts = choice('cohorts', retentionCohorts, 'FIRST_TIME');
  const windows: RetentionWindows = choice('windows', retentionWindows, 'CALENDAR');
  const grain = choice('grain', activityGrains, usual);
  const times = given.times === undefined ? 1 : (whole(1, most)(given.times, at(spot, 'times')) ?? 1);
  if (windows === 'ROLLING_24H' && rollingHours[grain] === undefined)
    tell(at(spot, 'grain'), 'CONFLICTING_FIELDS', `${grain}s cannot be counted in hours`, Object.keys(rollingHours));
  for (const [part, found] of Object.entries({ entry, noneBefore, return: back }))
    if (found) countable(scope.catalog, found, { windows, grain }, at(spot, part));
  const before =
    given.until === undefined ? undefined : moment(scope.catalog.workspace.timeZone)(given.until, at(spot, 'until'));
  if (!entry) return undefined;
  return {
    entry,
    return: back ?? entry,
    cohorts,
    windows,
    grain,
    times,
    ...(noneBefore && { noneBefore }),
    ...(before && { before }),
  };
}

function countable(catalog: Catalog, rows: FactRows, by: Pick<Returning, 'windows' | 'grain'>, spot: Spot): void {
  needHappening(catalog, rows, by.grain, spot);
  const fact = catalog.facts[rows.fact];
  if (fact && by.windows === 'ROLLING_24H' && by.grain !== 'HOUR')
    needTimeOfDay(fact, at(spot, camelCase(fact.plural)), 'hours from the entry cannot be counted; ask for CALENDAR');
}

/** `{from, until}` in periods after the entry, half-open; without `until`, all from there on. */
export function readAfter(input: unknown, spot: Spot): After | undefined {
  const given = record(input, spot, 'periods after the entry', ['from', 'until']);
  if (given === undefined) return undefined;
  if (!('from' in given)) tell(at(spot, 'from'), 'MISSING_VALUE', 'the first period after the entry is needed', ['1']);
  const from = given.from === undefined ? undefined : whole(1, most)(given.from, at(spot, 'from'));
  const until = given.until === undefined ? undefined : whole(1, most)(given.until, at(spot, 'until'));
  if (from !== undefined && until !== undefined && from >= until)
    return tell(spot, 'EMPTY_RANGE', `no period is from ${String(from)} on and before ${String(until)}`, [
      JSON.stringify({ from, until: from + 1 }),
    ]);
  return from === undefined ? undefined : { from, ...(until !== undefined && { until }) };
}

/** `{entry, during, …, after}`: entered in a window and, with `after`, came back. */
export function readRetained(entry: Entry, scope: Scope): Where | undefined {
  if (refuseNull(entry)) return undefined;
  const { spot } = entry;
  const given = record(entry.value, spot, 'the condition on returning', [...returningFields, 'during', 'after']);
  if (given === undefined) return undefined;
  if (!('during' in given)) tell(at(spot, 'during'), 'MISSING_VALUE', 'the window of entry is needed');
  const returning = readReturning(given, spot, scope, 'DAY');
  const during = given.during === undefined ? undefined : window(given.during, at(spot, 'during'));
  const after = given.after === undefined ? undefined : readAfter(given.after, at(spot, 'after'));
  if (!returning || !during) return undefined;
  return { kind: 'retained', returning, during, ...(after && { after }) };
}
