import { LRUCache } from 'lru-cache';
import { Temporal } from 'temporal-polyfill';

/** A calendar day, `YYYY-MM-DD`. Days compare correctly as strings. */
export type Day = string;

export const durationUnits = ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'quarters', 'years'] as const;
export type DurationUnit = (typeof durationUnits)[number];
/** A sum of calendar units, none negative; a quarter is three months. */
export type Duration = Readonly<Partial<Record<DurationUnit, number>>>;

/** Half-open range of whole days. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
}

export const grains = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const;
export type Grain = (typeof grains)[number];
export type WeekStart = 'monday' | 'sunday';

const plain = (day: Day): Temporal.PlainDate => Temporal.PlainDate.from(day);

/** Days are of the years 1 to 9999, so that they compare as strings; what lies beyond is the first or the last of them. */
const written = (date: Temporal.PlainDate): Day =>
  date.year < 1 ? '0001-01-01' : date.year > 9999 ? '9999-12-31' : date.toString();

const dateUnits = (d: Duration) => ({
  days: d.days ?? 0,
  weeks: d.weeks ?? 0,
  months: (d.months ?? 0) + 3 * (d.quarters ?? 0),
  years: d.years ?? 0,
});

/** The same few days are read and moved again and again. */
const MOST_KNOWN = 10_000;
const read = new LRUCache<string, boolean>({ max: MOST_KNOWN });
const moved = new LRUCache<string, Day>({ max: MOST_KNOWN });

function remember<V extends string | boolean>(memory: LRUCache<string, V>, key: string, find: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const found = find();
  memory.set(key, found);
  return found;
}

export const isDay = (text: unknown): text is Day =>
  typeof text === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  text >= '0001' &&
  remember(read, text, () => isInCalendar(text));

function isInCalendar(text: string): boolean {
  try {
    return plain(text).toString() === text;
  } catch {
    return false;
  }
}

function move(day: Day, by: 'add' | 'subtract', units: ReturnType<typeof dateUnits>): Day {
  const { days, weeks, months, years } = units;
  const key = `${day} ${by} ${String(days)} ${String(weeks)} ${String(months)} ${String(years)}`;
  return remember(moved, key, () => written(plain(day)[by](units)));
}

export const addDays = (day: Day, days: number): Day => move(day, 'add', { days, weeks: 0, months: 0, years: 0 });
/** Month ends are clamped: 31 March minus one month is 28 or 29 February. */
export const plus = (day: Day, d: Duration): Day => move(day, 'add', dateUnits(d));
export const minus = (day: Day, d: Duration): Day => move(day, 'subtract', dateUnits(d));
export const times = (d: Duration, factor: number): Duration =>
  Object.fromEntries(Object.entries(d).map(([unit, n]) => [unit, n * factor]));
export const daysBetween = (from: Day, until: Day): number => plain(from).until(plain(until)).days;

/** `last: 7 days` as of D is D−6 … D. */
export function trailing(asOf: Day, d: Duration): Period {
  const until = addDays(asOf, 1);
  return { from: minus(until, d), until };
}
/** `next: 30 days` as of D is D … D+29. */
export const upcoming = (asOf: Day, d: Duration): Period => ({ from: asOf, until: plus(asOf, d) });

const starts: Record<Grain, (d: Temporal.PlainDate, weekStart: WeekStart) => Temporal.PlainDate> = {
  DAY: (d) => d,
  WEEK: (d, weekStart) => d.subtract({ days: weekStart === 'monday' ? d.dayOfWeek - 1 : d.dayOfWeek % 7 }),
  MONTH: (d) => d.with({ day: 1 }),
  QUARTER: (d) => d.with({ day: 1, month: d.month - ((d.month - 1) % 3) }),
  YEAR: (d) => d.with({ day: 1, month: 1 }),
};
const grainUnits: Record<Grain, Duration> = {
  DAY: { days: 1 },
  WEEK: { weeks: 1 },
  MONTH: { months: 1 },
  QUARTER: { quarters: 1 },
  YEAR: { years: 1 },
};
export const oneGrain = (grain: Grain): Duration => grainUnits[grain];

export const startOf = (grain: Grain, day: Day, weekStart: WeekStart): Day =>
  written(starts[grain](plain(day), weekStart));

/** The whole calendar unit that holds `day`, moved by `offset` units. */
export function calendarPeriod(grain: Grain, day: Day, offset: number, weekStart: WeekStart): Period {
  const unit = dateUnits(grainUnits[grain]);
  const start = plain(startOf(grain, day, weekStart));
  const from = Array.from({ length: Math.abs(offset) }).reduce<Temporal.PlainDate>(
    (d) => (offset < 0 ? d.subtract(unit) : d.add(unit)),
    start,
  );
  return { from: written(from), until: written(from.add(unit)) };
}

/** The calendar units that a period touches, each cut to it; where there are more than `most`, one more than that. */
export function periodsOf(grain: Grain, period: Period, weekStart: WeekStart, most = Infinity): readonly Period[] {
  const out: Period[] = [];
  const beyond = (from: Day): boolean => from >= period.until || out.length > most;
  for (let from = startOf(grain, period.from, weekStart); !beyond(from); from = plus(from, grainUnits[grain])) {
    const until = plus(from, grainUnits[grain]);
    out.push({ from: from < period.from ? period.from : from, until: until > period.until ? period.until : until });
  }
  return out;
}

/** The instant a day begins in a zone, as ISO text in UTC. Days may have 23 or 25 hours. */
export const startInstant = (day: Day, zone: string): string => plain(day).toZonedDateTime(zone).toInstant().toString();

export const isZone = (zone: string): boolean => {
  try {
    Temporal.PlainDate.from('2000-01-01').toZonedDateTime(zone);
    return true;
  } catch {
    return false;
  }
};

/** Reads `7 days`, `1 year`, `2 weeks 3 days`; null when it is none. */
export function parseDuration(text: string): Duration | null {
  const parts = [...text.trim().matchAll(/(\d+)\s*(second|minute|hour|day|week|month|quarter|year)s?\b\s*/g)];
  if (parts.length === 0 || parts.map((p) => p[0]).join('') !== text.trim()) return null;
  return Object.fromEntries(parts.map((p) => [`${p[2]}s`, Number(p[1])]));
}

export const describeDuration = (d: Duration): string =>
  durationUnits
    .filter((u) => d[u] !== undefined)
    .map((u) => `${String(d[u])} ${d[u] === 1 ? u.slice(0, -1) : u}`)
    .join(' ');
