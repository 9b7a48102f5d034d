import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { addDays } from '../query/time.js';
import { check } from './case-file.js';
import { durationInput, instantOf, isoDuration } from './clock.js';
import type { Answered, Translation } from './family.js';
import { filter, propertiesOf } from './filter.js';
import { NotUnderstood } from './not-understood.js';
import { selector, selectorProperties, unit, worldOf, type World } from './world.js';

const grains = { hour: 'HOUR', day: 'DAY', week: 'WEEK', month: 'MONTH', quarter: 'QUARTER', year: 'YEAR' } as const;
type Period = keyof typeof grains;
const periods = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const;

const question = z.strictObject({
  kind: z.literal('trend'),
  event: selector,
  measure: z.string(),
  period: z.enum(periods),
  timezone: z.string().default('UTC'),
  start: z.string(),
  end: z.string(),
  week_start: z.enum(['monday', 'sunday']).default('monday'),
  window_days: z.int().optional(),
  window_hours: z.int().optional(),
  window: isoDuration.optional(),
  to_date: z.enum(periods).optional(),
  grain_to_date: z.enum(periods).optional(),
  property: z.string().optional(),
  breakdown: z
    .union([z.strictObject({ event_property: z.string() }), z.strictObject({ entity_property: z.string() })])
    .optional(),
  entity_filter: filter.optional(),
  unit: unit.optional(),
});
type Question = z.output<typeof question>;

/** What a measure of the cases is here: of rows or members, over the period itself, a trailing window, or to date. */
interface Measured {
  readonly measure: 'COUNT' | 'MEMBERS' | 'SUM' | 'AVG' | 'MIN' | 'MAX';
  readonly reach: 'own' | 'trailing' | 'toDate';
  /** The unit that a measure to date begins with, where its name says it. */
  readonly since?: Period;
  /** The days that a trailing measure of this name looks at unless the case says otherwise. */
  readonly days?: number;
}
const kinds = { count: 'COUNT', unique: 'MEMBERS', sum: 'SUM', avg: 'AVG', min: 'MIN', max: 'MAX' } as const;
const reaches = {
  '': { reach: 'own' },
  _sliding: { reach: 'trailing' },
  _trailing: { reach: 'trailing' },
  _cumulative: { reach: 'trailing' },
  _rolling: { reach: 'trailing' },
  _moving: { reach: 'trailing' },
  _running: { reach: 'trailing' },
  _all_time: { reach: 'trailing' },
  _to_date: { reach: 'toDate' },
  _grain_to_date: { reach: 'toDate' },
  _week_to_date: { reach: 'toDate', since: 'week' },
  _wtd: { reach: 'toDate', since: 'week' },
  _month_to_date: { reach: 'toDate', since: 'month' },
  _mtd: { reach: 'toDate', since: 'month' },
  _quarter_to_date: { reach: 'toDate', since: 'quarter' },
  _qtd: { reach: 'toDate', since: 'quarter' },
  _year_to_date: { reach: 'toDate', since: 'year' },
  _ytd: { reach: 'toDate', since: 'year' },
} as const;
const measures: Readonly<Record<string, Measured>> = {
  ...Object.fromEntries(
    Object.entries(kinds).flatMap(([word, measure]) =>
      Object.entries(reaches).map(([suffix, reach]) => [`${word}${suffix}`, { measure, ...reach }]),
    ),
  ),
  total: { measure: 'COUNT', reach: 'own' },
  unique_entities: { measure: 'MEMBERS', reach: 'own' },
  dau: { measure: 'MEMBERS', reach: 'own' },
  average: { measure: 'AVG', reach: 'own' },
  ...Object.fromEntries(['wau', 'weekly_active'].map((name) => [name, activeIn(7)])),
  ...Object.fromEntries(['mau', 'monthly_active'].map((name) => [name, activeIn(30)])),
};

function activeIn(days: number): Measured {
  return { measure: 'MEMBERS', reach: 'trailing', days };
}

function measureOf(q: Question): Measured {
  const found = Object.hasOwn(measures, q.measure) ? measures[q.measure] : undefined;
  if (!found) throw new NotUnderstood(['question', 'measure'], `no meaning is known for ${q.measure}`);
  const windows = [q.window_days, q.window_hours, q.window].filter((w) => w !== undefined).length;
  if (windows > (found.reach === 'trailing' ? 1 : 0))
    throw new NotUnderstood(
      ['question', 'window'],
      `no meaning is known for ${String(windows)} windows of ${q.measure}`,
    );
  return found;
}

/** All there is when a trailing window has no length. */
const all = { years: 100 };

function reachOf(q: Question, { reach, since, days }: Measured): object {
  if (reach === 'own') return {};
  if (reach === 'toDate') {
    const unit = since ?? q.to_date ?? q.grain_to_date;
    if (unit === undefined || unit === 'hour') throw new NotUnderstood(['question', 'to_date'], 'since which unit?');
    return { toDate: grains[unit] };
  }
  if (q.window !== undefined) return { trailing: durationInput(q.window) };
  if (q.window_hours !== undefined) return { trailing: { hours: q.window_hours } };
  const trailing = q.window_days ?? days;
  return { trailing: trailing === undefined ? all : { days: trailing } };
}

/** Both ends of a case's range are in it: a day, or for hours a moment within one. */
function stretchOf(q: Question): object {
  const { timezone: zone } = q;
  if (q.period !== 'hour' || (q.start.length === 10 && q.end.length === 10))
    return { period: { from: q.start.slice(0, 10), until: addDays(q.end.slice(0, 10), 1) } };
  const ends = q.end.length === 10 ? `${addDays(q.end, 1)}T00:00:00` : q.end;
  const hour = (text: string): Temporal.ZonedDateTime =>
    Temporal.Instant.from(instantOf(text, zone))
      .toZonedDateTimeISO(zone)
      .round({ smallestUnit: 'hour', roundingMode: 'floor' });
  const until = q.end.length === 10 ? hour(ends) : hour(ends).add({ hours: 1 });
  return { moments: { from: hour(q.start).toInstant().toString(), until: until.toInstant().toString() } };
}

const asked = /* GraphQL */ `
  query ($where: CustomerWhere!, $request: FactTrendRequest!) {
    preview(where: $where) {
      factTrend(request: $request) {
        points {
          ...point
        }
        series {
          value
          points {
            ...point
          }
        }
      }
    }
  }
  fragment point on FactTrendPoint {
    from
    startsAt
    value
    rows
  }
`;
interface Point {
  readonly from: string;
  readonly startsAt: string;
  readonly value: number | null;
  readonly rows: number;
}
interface Asked {
  readonly preview: {
    readonly factTrend: {
      readonly points: readonly Point[];
      readonly series: readonly { readonly value: string | null; readonly points: readonly Point[] }[];
    };
  };
}

const labels = (q: Question) => (p: Point) => (q.period === 'hour' ? p.startsAt : p.from);

/** Events carry the properties of who did them beside their own. */
const splitColumn = (breakdown: NonNullable<Question['breakdown']>, world: World): string =>
  'event_property' in breakdown
    ? world.eventProperty(breakdown.event_property).textColumn
    : world.entityProperty(breakdown.entity_property).textColumn;

function requestOf(q: Question, world: World): object {
  const { measure, ...reach } = measureOf(q);
  return {
    rows: world.rowsOf(q.event),
    measure,
    grain: grains[q.period],
    limit: 1000,
    ...(q.property !== undefined && { column: world.eventProperty(q.property).numberColumn.toUpperCase() }),
    ...(q.breakdown && { by: splitColumn(q.breakdown, world) }),
    ...reachOf(q, { measure, ...reach }),
    ...stretchOf(q),
  };
}

/** Measures of events over time, asked as a trend of the rows of a fact. */
export const trends: Translation = async (worked, open): Promise<Answered> => {
  const q = check(question, worked.question, ['question']);
  const named = [q.property, ...Object.values(q.breakdown ?? {})].filter((p) => p !== undefined);
  const world = worldOf(worked, {
    timeZone: q.timezone,
    weekStart: q.week_start,
    asOf: addDays(q.end.slice(0, 10), 400),
    unit: q.unit,
    asked: [...named, ...selectorProperties(q.event), ...(q.entity_filter ? propertiesOf(q.entity_filter) : [])],
  });
  const served = await open(world.files);
  const where = q.entity_filter ? world.entitiesOf(q.entity_filter) : {};
  const { factTrend } = (await served.ask<Asked>(asked, { where, request: requestOf(q, world) })).preview;
  const label = labels(q);
  const values = Object.fromEntries(factTrend.points.map((p) => [label(p), p.value]));
  const ofSeries = factTrend.series.map((s) => [String(s.value), s.points] as const);
  return {
    got: {
      values,
      spot: values,
      total: factTrend.points.reduce((sum, p) => sum + (p.value ?? 0), 0),
      days_without_rows_in_window: factTrend.points.filter((p) => p.rows === 0).map(label),
      by_value: Object.fromEntries(
        ofSeries.map(([value, points]) => [value, points.length === 1 ? points[0]?.value : bySeries(points, label)]),
      ),
    },
  };
};

const bySeries = (points: readonly Point[], label: (p: Point) => string): object =>
  Object.fromEntries(points.map((p) => [label(p), p.value]));
