import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { ActivityGrain } from '../query/grid.js';
import { addDays, oneGrain, plus, startOf, times, type Day, type WeekStart } from '../query/time.js';
import { instantOf } from './clock.js';
import { filter, propertiesOf, type WhereJson } from './filter.js';
import type { WorkedCase } from './case-file.js';
import { selectorProperties, unit, worldOf, type Selector, type World } from './world.js';

/** What cases of activity over time have in common. */
export const overTime = {
  timezone: z.string().default('UTC'),
  week_start: z.enum(['monday', 'sunday']).default('monday'),
  period: z.enum(['hour', 'day', 'week', 'month', 'quarter', 'year']),
  start: z.string(),
  unit: unit.optional(),
  /** Only these entities, told by their properties. */
  segment: filter.optional(),
  entity_filter: filter.optional(),
};
export interface OverTime {
  readonly timezone: string;
  readonly week_start: WeekStart;
  readonly period: Lowercase<ActivityGrain>;
  readonly start: string;
  readonly unit?: z.output<typeof unit> | undefined;
  readonly segment?: z.output<typeof filter> | undefined;
  readonly entity_filter?: z.output<typeof filter> | undefined;
}

export const grainOf = ({ period }: OverTime): ActivityGrain => period.toUpperCase() as ActivityGrain;

/** A stretch as a request takes it, and the last day of it. */
export interface Stretch {
  readonly request: Readonly<Record<string, unknown>>;
  readonly asOf: Day;
  /** For hours: the moment it ends. */
  readonly until?: string;
}

const dayOf = (text: string): Day => text.slice(0, 10);
const days = (from: Day, until: Day): Stretch => ({ request: { period: { from, until } }, asOf: addDays(until, -1) });

function hours(from: string, count: number, zone: string): Stretch {
  const until = Temporal.Instant.from(from).add({ hours: count });
  const last = until.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate().toString();
  return { request: { moments: { from, until: until.toString() } }, asOf: last, until: until.toString() };
}

/** The hour of wall-clock time that a text lies in. */
const hourOf = (text: string, zone: string): string => {
  const instant = Temporal.Instant.from(instantOf(text.length === 10 ? `${text}T00:00` : text, zone));
  return instant.toZonedDateTimeISO(zone).round({ smallestUnit: 'hour', roundingMode: 'floor' }).toInstant().toString();
};

/** So many whole periods from the one that holds the start on. */
export function periodsOf(q: OverTime, count: number): Stretch {
  const grain = grainOf(q);
  if (grain === 'HOUR') return hours(hourOf(q.start, q.timezone), count, q.timezone);
  const from = startOf(grain, dayOf(q.start), q.week_start);
  return days(from, plus(from, times(oneGrain(grain), count)));
}

/** From the start to the end, both included: days, or the hours that both lie in. */
export function between(q: OverTime, end: string): Stretch {
  if (grainOf(q) !== 'HOUR') return days(dayOf(q.start), addDays(dayOf(end), 1));
  const last = end.length === 10 ? `${end}T23:00` : end;
  const [from, until] = [hourOf(q.start, q.timezone), hourOf(last, q.timezone)].map((t) => Temporal.Instant.from(t));
  const count = from && until ? Math.round(from.until(until).total('hours')) + 1 : 0;
  return hours(hourOf(q.start, q.timezone), count, q.timezone);
}

/** The whole periods that lie between the start and the end, both included. */
export function wholePeriods(q: OverTime, end: string): Stretch {
  const grain = grainOf(q);
  if (grain === 'HOUR') return between(q, end);
  const last = startOf(grain, dayOf(end), q.week_start);
  return days(startOf(grain, dayOf(q.start), q.week_start), plus(last, oneGrain(grain)));
}

/** The case's events as a workspace whose data ends with the stretch, and the where of those who are asked about. */
export function worldOver(
  worked: WorkedCase,
  q: OverTime,
  asOf: Day,
  selectors: readonly Selector[],
  more: readonly string[] = [],
): { readonly world: World; readonly where: WhereJson } {
  const filters = [q.segment, q.entity_filter].filter((f) => f !== undefined);
  const asked = [...selectors.flatMap(selectorProperties), ...filters.flatMap(propertiesOf), ...more];
  const world = worldOf(worked, { timeZone: q.timezone, weekStart: q.week_start, asOf, unit: q.unit, asked });
  return { world, where: { and: filters.map((f) => world.entitiesOf(f)) } };
}

/** A period's beginning as a case writes it: a day, or a time in the form of the one expected. */
export function label(startsAt: string, q: OverTime, like: unknown): string {
  const local = Temporal.Instant.from(startsAt).toZonedDateTimeISO(q.timezone).toPlainDateTime();
  const form = typeof like === 'string' ? like : '';
  if (grainOf(q) !== 'HOUR' || form.length === 10) return local.toPlainDate().toString();
  if (form.endsWith('Z')) return startsAt;
  const text = local.toString({ smallestUnit: form.length === 16 ? 'minute' : 'second' });
  return form.includes(' ') ? text.replace('T', ' ') : text;
}
