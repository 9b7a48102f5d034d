import {
  describeDuration,
  durationUnits,
  grains,
  addDays,
  type Day,
  type Duration,
  type Grain,
} from '../../query/time.js';
import type { Window } from '../../query/where.js';
import { moments } from './moment.js';
import { at, record, show, tell, type Spot } from './spot.js';
import { day, number, oneOf, whole, type Reader } from './values.js';

const dayUnits = ['days', 'weeks', 'months', 'quarters', 'years'] as const;
const daysIn = {
  seconds: 1 / 86_400,
  minutes: 1 / 1440,
  hours: 1 / 24,
  days: 1,
  weeks: 7,
  months: 30.44,
  quarters: 91.31,
  years: 365.25,
};
const partsOfDay: readonly string[] = ['seconds', 'minutes', 'hours'];
const longest = 36_525;

/** A duration of any units, or of whole days and longer ones only. Zero only where `zero` allows it. */
export const duration =
  (options: { readonly wholeDays: boolean; readonly zero?: boolean }): Reader<Duration> =>
  (input, spot) => {
    const before = spot.problems.length;
    const given = record(input, spot, 'a duration', durationUnits);
    if (given === undefined) return undefined;
    const units = durationUnits.filter((unit) => given[unit] !== undefined);
    const value: Duration = Object.fromEntries(units.map((unit) => [unit, amount(given[unit], at(spot, unit))]));
    if (options.wholeDays)
      for (const unit of units.filter((u) => partsOfDay.includes(u)))
        tell(at(spot, unit), 'NOT_WHOLE_DAYS', `only whole days count here, not ${unit}`, dayUnits);
    if (spot.problems.length > before) return undefined;
    if (units.length === 0) return tell(spot, 'BAD_DURATION', 'a duration needs a unit', ['{"days":7}']);
    const length = units.reduce((sum, unit) => sum + daysIn[unit] * (value[unit] ?? 0), 0);
    if (length > longest) return tell(spot, 'BAD_DURATION', `${describeDuration(value)} is longer than 100 years`);
    return length > 0 || options.zero === true
      ? value
      : tell(spot, 'BAD_DURATION', 'a duration of nothing holds no days', [show({ [units[0] ?? 'days']: 1 })]);
  };

function amount(input: unknown, spot: Spot): number | undefined {
  const value = number(input, spot);
  if (value === undefined || (Number.isInteger(value) && value >= 0)) return value;
  const instead = value < 0 ? Math.ceil(-value) : Math.ceil(value);
  return tell(spot, 'BAD_DURATION', `a duration counts in whole units from 0 up, not ${String(value)}`, [
    String(instead),
  ]);
}

export const days = duration({ wholeDays: true });

/** `{from, until}`, half-open; either may be left out. */
export function range(input: unknown, spot: Spot): { readonly from?: Day; readonly until?: Day } | undefined {
  const given = record(input, spot, 'a range of days', ['from', 'until']);
  if (given === undefined) return undefined;
  if (Object.keys(given).length === 0)
    return tell(spot, 'MISSING_VALUE', 'a range needs from, until or both', ['from', 'until']);
  const from = given.from === undefined ? undefined : day(given.from, at(spot, 'from'));
  const until = given.until === undefined ? undefined : day(given.until, at(spot, 'until'));
  if (from !== undefined && until !== undefined && from >= until)
    return tell(spot, 'EMPTY_RANGE', `the range stops before ${until}, so no day from ${from} on lies in it`, [
      show(from === until ? { from, until: addDays(until, 1) } : { from: until, until: from }),
    ]);
  return { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
}

const farthest = 10_000;

/** `{unit, offset}`: the calendar unit that holds the day asked about, moved; offset 0 unless given. */
export function calendar(input: unknown, spot: Spot): { readonly unit: Grain; readonly offset: number } | undefined {
  const given = record(input, spot, 'a calendar unit', ['unit', 'offset']);
  if (given === undefined) return undefined;
  if (!('unit' in given)) tell(at(spot, 'unit'), 'MISSING_VALUE', 'a calendar window needs its unit', grains);
  const unit = given.unit === undefined ? undefined : oneOf('calendar unit', grains)(given.unit, at(spot, 'unit'));
  const offset = given.offset === undefined ? 0 : whole(-farthest, farthest)(given.offset, at(spot, 'offset'));
  return unit === undefined || offset === undefined ? undefined : { unit, offset };
}

const agoLength = duration({ wholeDays: true, zero: true });

/** `{last, ago}`, `{from, until}`, `{calendar}` or `{moments}`. */
export const window: Reader<Window> = (input, spot) => {
  const given = record(input, spot, 'a window', ['last', 'ago', 'from', 'until', 'calendar', 'moments']);
  if (given === undefined) return undefined;
  const kinds = [
    ...('last' in given ? ['last'] : []),
    ...('from' in given || 'until' in given ? ['from/until'] : []),
    ...('calendar' in given ? ['calendar'] : []),
    ...('moments' in given ? ['moments'] : []),
  ];
  if (kinds.length > 1) tell(spot, 'CONFLICTING_FIELDS', `a window is of one kind, not ${kinds.join(' and ')}`, kinds);
  if (kinds.length === 0)
    tell(spot, 'MISSING_VALUE', 'a window needs last, from, until, calendar or moments', ['last']);
  if ('ago' in given && !('last' in given) && kinds.length > 0)
    tell(at(spot, 'ago'), 'CONFLICTING_FIELDS', 'ago moves a window of last', ['last']);
  const ago = given.ago === undefined ? undefined : agoLength(given.ago, at(spot, 'ago'));
  const last = given.last === undefined ? undefined : days(given.last, at(spot, 'last'));
  const unit = given.calendar === undefined ? undefined : calendar(given.calendar, at(spot, 'calendar'));
  const between = given.moments === undefined ? undefined : moments(given.moments, at(spot, 'moments'));
  const open = given.from === undefined && given.until === undefined;
  const ends = open ? undefined : range({ from: given.from, until: given.until }, spot);
  if (last !== undefined) return { kind: 'last', duration: last, ...(ago !== undefined && { ago }) };
  if (unit !== undefined) return { kind: 'calendar', ...unit };
  if (between !== undefined) return { kind: 'moments', ...between };
  return ends && { kind: 'range', ...ends };
};
