import { z } from 'zod';
import { instantOf as startsAt } from '../query/grid.js';
import { addDays, startOf, type Day } from '../query/time.js';
import { check, type WorkedCase } from './case-file.js';
import { dayOf, durationInput, instantOf, isoDuration, justAfter } from './clock.js';
import type { Served, Translation } from './family.js';
import { filter, propertiesOf, type WhereJson } from './filter.js';
import { byKind } from './kinds.js';
import { label } from './over-time.js';
import { selector, selectorProperties, unit, worldOf, type Selector, type World } from './world.js';

const step = selector.extend({
  /** Only the first ever row that matches. */
  first_time: z.boolean().default(false),
  /** Only where the first ever row of the event, whatever its properties, matches. */
  first_ever: z.boolean().default(false),
  label: z.string().optional(),
});
const exclusion = selector.extend({ from_step: z.int(), to_step: z.int() });
const question = z.strictObject({
  kind: z.literal('funnel'),
  steps: z.array(step),
  order: z.enum(['ordered', 'strict', 'strict_allow_repeats', 'unordered']).default('ordered'),
  window: isoDuration,
  start: z.string().optional(),
  end: z.string().optional(),
  timezone: z.string().default('UTC'),
  week_start: z.enum(['monday', 'sunday']).default('monday'),
  exclusions: z.array(exclusion).default([]),
  trend_period: z.enum(['hour', 'day', 'week', 'month', 'quarter', 'year']).optional(),
  from_step: z.int().default(0),
  to_step: z.int().optional(),
  unit: unit.optional(),
  segment: filter.optional(),
  entity_filter: filter.optional(),
});
type Question = z.output<typeof question>;

const orders = { ordered: 'ORDERED', strict: 'STRICT', strict_allow_repeats: 'STRICT', unordered: 'ANY' } as const;

const asked = `query ($where: CustomerWhere!, $request: FunnelRequest!, $trend: Boolean!, $grain: ActivityGrain!, $from: Int!, $to: Int!) {
  preview(where: $where) { funnel(request: $request) {
    steps {
      reached { count segment { customers(first: 1000) { nodes { id } } } }
      sincePrevious { mean median }
    }
    journeys(first: 1000) { nodes { customer { id } reached steps { secondsSinceEntry } } }
    trend(grain: $grain, fromStep: $from, toStep: $to) @include(if: $trend) {
      from startsAt entered { count } converted { count }
    }
  } }
}`;

interface Funnel {
  readonly steps: readonly {
    readonly reached: {
      readonly count: number;
      readonly segment: { readonly customers: { readonly nodes: readonly { readonly id: string }[] } };
    };
    readonly sincePrevious: { readonly mean: number | null; readonly median: number | null } | null;
  }[];
  readonly journeys: {
    readonly nodes: readonly {
      readonly customer: { readonly id: string };
      readonly reached: number;
      readonly steps: readonly { readonly secondsSinceEntry: number }[];
    }[];
  };
  readonly trend?: readonly {
    readonly from: Day;
    readonly startsAt: string;
    readonly entered: { readonly count: number };
    readonly converted: { readonly count: number };
  }[];
}

const isDay = (text: string): boolean => text.length === 10;

/** The range of entry, its end included: days, or moments where one of them has a time of day. */
function rangeOf(q: Question, first: Day, last: Day): Readonly<Record<string, unknown>> {
  const [start, end] = [q.start ?? first, q.end ?? last];
  if (isDay(start) && isDay(end)) return { period: { from: start, until: addDays(end, 1) } };
  const from = isDay(start) ? startsAt(start, q.timezone) : instantOf(start, q.timezone);
  const until = isDay(end) ? startsAt(addDays(end, 1), q.timezone) : justAfter(instantOf(end, q.timezone));
  return { moments: { from, until } };
}

function requestOf(q: Question, world: World, range: Readonly<Record<string, unknown>>) {
  return {
    steps: q.steps.map((s) => ({
      rows: world.rowsOf(own(s)),
      ...(s.first_time && { first: true }),
      ...(s.first_ever && { firstOf: world.rowsOf({ event: s.event }) }),
    })),
    order: orders[q.order],
    window: durationInput(q.window),
    exclusions: q.exclusions.map((x) => ({
      rows: world.rowsOf(own(x)),
      after: x.from_step + 1,
      before: x.to_step + 1,
    })),
    ...range,
  };
}

const own = ({ event, filter: byEvent, entity_filter: byEntity }: Selector): Selector => ({
  event,
  ...(byEvent && { filter: byEvent }),
  ...(byEntity && { entity_filter: byEntity }),
});

/** The question put to a workspace of the case's events. */
async function put(worked: WorkedCase, q: Question, open: (world: World) => Promise<Served>): Promise<Funnel> {
  const days = worked.events.map((e) => dayOf(instantOf(e.ts, q.timezone), q.timezone)).sort();
  const [first = '2000-01-01', last = '2000-01-01'] = [days[0], days.at(-1)];
  const end = q.end === undefined ? last : isDay(q.end) ? q.end : dayOf(instantOf(q.end, q.timezone), q.timezone);
  const filters = [q.segment, q.entity_filter].filter((f) => f !== undefined);
  const named = [...[...q.steps, ...q.exclusions].flatMap(selectorProperties), ...filters.flatMap(propertiesOf)];
  const world = worldOf(worked, {
    timeZone: q.timezone,
    weekStart: q.week_start,
    asOf: end > last ? end : last,
    unit: q.unit,
    asked: named,
  });
  const served = await open(world);
  const where: WhereJson = { and: filters.map((f) => world.entitiesOf(f)) };
  const answer = await served.ask<{ preview: { funnel: Funnel } }>(asked, {
    where,
    request: requestOf(q, world, rangeOf(q, first, last)),
    trend: q.trend_period !== undefined,
    grain: (q.trend_period ?? 'year').toUpperCase(),
    from: q.from_step + 1,
    to: (q.to_step ?? q.steps.length - 1) + 1,
  });
  return answer.preview.funnel;
}

const idsAt = ({ steps }: Funnel, at: number): readonly string[] =>
  steps[at]?.reached.segment.customers.nodes.map(({ id }) => id) ?? [];

/** In the order of the list that is expected; anyone else behind. */
function arranged(ids: readonly string[], like: unknown): readonly string[] {
  const order = Array.isArray(like) ? like.map(String) : [];
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...ids].sort((a, b) => place(a) - place(b));
}

const mean = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((a, b) => a + b, 0) / numbers.length;

/** Seconds from one step to another, of everyone who reached it. */
function seconds({ journeys }: Funnel, from: number, to: number): Readonly<Record<string, number>> {
  const reached = journeys.nodes.filter((j) => j.reached > to);
  return Object.fromEntries(
    reached.map(({ customer, steps }) => [
      customer.id,
      (steps[to]?.secondsSinceEntry ?? 0) - (steps[from]?.secondsSinceEntry ?? 0),
    ]),
  );
}

/** Parts of what is expected that name a step, or two: `entities_first`, `avg_seconds_0_to_1`. */
function byName(funnel: Funnel, key: string, expected: unknown): unknown {
  const [, who] = /^entities_(first|last|\d+)$/.exec(key) ?? [];
  if (who !== undefined)
    return arranged(
      idsAt(funnel, who === 'first' ? 0 : who === 'last' ? funnel.steps.length - 1 : Number(who)),
      expected,
    );
  const [, what, from, to] = /^((?:avg_)?seconds)_(\d+)_to_(\d+)$/.exec(key) ?? [];
  if (what === undefined) return undefined;
  const found = seconds(funnel, Number(from), Number(to));
  return what === 'seconds' ? found : mean(Object.values(found));
}

function seriesOf(q: Question, { trend = [] }: Funnel, expected: unknown): readonly object[] {
  const like: unknown = Array.isArray(expected) ? (expected[0] as { period?: unknown } | undefined)?.period : undefined;
  return trend.map(({ from, startsAt: begins, entered, converted }) => ({
    period:
      q.trend_period === 'hour'
        ? label(begins, { ...q, period: 'hour', start: '' }, like)
        : startOf((q.trend_period ?? 'day').toUpperCase() as 'DAY', from, q.week_start),
    entered: entered.count,
    converted: converted.count,
    rate: entered.count === 0 ? 0 : Number(((100 * converted.count) / entered.count).toFixed(2)),
  }));
}

const steps: Translation = async (worked, open) => {
  const q = check(question, worked.question, ['question']);
  const funnel = await put(worked, q, ({ files }) => open(files));
  const { expected } = worked;
  const lists = Array.isArray(expected['entities']) ? (expected['entities'] as readonly unknown[]) : [];
  const named = Object.entries(expected).map(([key, value]) => [key, byName(funnel, key, value)] as const);
  return {
    got: {
      counts: funnel.steps.map((s) => s.reached.count),
      entities: funnel.steps.map((_, i) => arranged(idsAt(funnel, i), lists[i])),
      avg_seconds: funnel.steps.map((s) => s.sincePrevious?.mean ?? null),
      median_seconds: funnel.steps.map((s) => s.sincePrevious?.median ?? null),
      series: seriesOf(q, funnel, expected['series']),
      ...Object.fromEntries(named.filter(([, value]) => value !== undefined)),
    },
  };
};

const levels = z.strictObject({ kind: z.literal('funnel_levels'), variants: z.array(question) });

/** How many steps each entity reached, in each of several funnels of the same events. */
const reachedLevels: Translation = async (worked, open) => {
  const { variants } = check(levels, worked.question, ['question']);
  const found: Readonly<Record<string, number>>[] = [];
  for (const q of variants) {
    const { journeys } = await put(worked, q, ({ files }) => open(files));
    const reached = new Map(journeys.nodes.map((j) => [j.customer.id, j.reached]));
    const ids = new Set([...worked.entities.map((e) => e.id), ...worked.events.map((e) => e.entity)]);
    found.push(Object.fromEntries([...ids].map((id) => [id, reached.get(id) ?? 0])));
  }
  return { got: { levels: found, levels_if_strict_consecutive_rows: found } };
};

export const funnel = byKind({ funnel: steps, funnel_levels: reachedLevels });
