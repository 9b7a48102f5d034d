import { Temporal } from 'temporal-polyfill';
import { before, durationInput, isoDuration, justAfter } from '../clock.js';
import { testOf, whereOf, type WhereJson } from '../filter.js';
import { NotUnderstood } from '../not-understood.js';
import type { Selector } from '../world.js';
import { countTest, oppositeTest, passesZero } from './count.js';
import type { Leaf, Rule } from './rule.js';
import { changed, type SegmentWorld } from './world.js';

/** What surrounds a rule: the world it is asked of, the instant, and the segments it may name. */
export interface Asking {
  readonly world: SegmentWorld;
  readonly at: string;
  readonly segments: Readonly<Record<string, Rule>>;
}

type Leaves = {
  readonly [K in Exclude<Rule['kind'], 'all' | 'any' | 'not'>]: (of: Leaf<K>, asking: Asking) => WhereJson;
};

/** A rule as of an instant as a where of the product: windows become moments, with both ends as the rule has them. */
export function whereOfRule(rule: Rule, asking: Asking): WhereJson {
  if (rule.kind === 'all') return { and: rule.rules.map((r) => whereOfRule(r, asking)) };
  if (rule.kind === 'any') return { or: rule.rules.map((r) => whereOfRule(r, asking)) };
  if (rule.kind === 'not') return { not: whereOfRule(rule.rule, asking) };
  return (leaves[rule.kind] as (of: unknown, asking: Asking) => WhereJson)(rule.of, asking);
}

interface Ends {
  /** The first instant that counts. */
  readonly from?: string;
  /** The first that does not any more. */
  readonly until: string;
}

/** Events up to and with the instant, from so long before it on. */
const within = (at: string, duration: string | undefined): Ends => ({
  ...(duration !== undefined && { from: before(at, duration) }),
  until: justAfter(at),
});

const events = ({ world }: Asking, s: Selector, moments: Ends, more: WhereJson = {}): WhereJson => ({
  events: { where: world.eventsOf(s), during: { moments }, ...more },
});
const none = { count: { eq: 0 } };

const leaves: Leaves = {
  attr: (of, asking) => attribute(of, asking),
  performed: ({ within: w, count, require_at_least_one, ...s }, asking) => {
    const counted = events(asking, s, within(asking.at, w), { count: countTest(count ?? { op: '>=', value: 1 }) });
    return require_at_least_one ? { and: [counted, events(asking, s, within(asking.at, w))] } : counted;
  },
  stopped: ({ active_within, quiet_for, ...s }, asking) => {
    const quiet = before(asking.at, quiet_for);
    const active = { from: before(asking.at, active_within), until: quiet };
    return { and: [events(asking, s, active), events(asking, s, { from: quiet, until: justAfter(asking.at) }, none)] };
  },
  restarted: ({ inactive_from, recent, ...s }, asking) => {
    const [gone, back] = [before(asking.at, inactive_from), before(asking.at, recent)];
    return {
      and: [
        events(asking, s, { until: gone }),
        events(asking, s, { from: gone, until: back }, none),
        events(asking, s, { from: back, until: justAfter(asking.at) }),
      ],
    };
  },
  first_time: ({ within: w, ...s }, asking) => ({
    and: [events(asking, s, within(asking.at, w)), events(asking, s, { until: before(asking.at, w) }, none)],
  }),
  regularly: (of, asking) => regularly(of, asking),
  sequence: ({ first, then, within: w, then_within }, { world, at }) => ({
    sequence: {
      steps: [{ rows: { events: upTo(world, first, at) } }, { rows: { laterEvents: upTo(world, then, at) } }],
      window: durationInput(then_within),
      during: { moments: within(at, w) },
    },
  }),
  last_performed: ({ event, where, has, within: w }, asking) =>
    events(asking, { event, ...(where && { filter: where }) }, within(asking.at, w), {
      latest: whereOf(has, asking.world.eventProperty),
    }),
  segment: (name, asking) => {
    const rule = Object.hasOwn(asking.segments, name) ? asking.segments[name] : undefined;
    if (!rule) throw new NotUnderstood(['segments'], `there is no segment ${name}`);
    return whereOfRule(rule, asking);
  },
};

/** Rows known at an instant: their own time is not after it. */
const upTo = (world: SegmentWorld, s: Selector, at: string): WhereJson => ({
  and: [world.eventsOf(s), { epoch: { lte: Number(Temporal.Instant.from(at).epochNanoseconds / 1000n) } }],
});

/** Windows of equal length back from the instant, of which the last includes it. */
function regularly({ period, total_periods, min_periods, count, ...s }: Leaf<'regularly'>, asking: Asking): WhereJson {
  const hours = Temporal.Duration.from(period).total({ unit: 'hours', relativeTo: '2024-01-01T00:00:00Z[UTC]' });
  const until = justAfter(asking.at);
  const from = before(until, `PT${String(hours * total_periods)}H`);
  const periods = (rows: object, is: object) =>
    events(asking, s, { from, until }, { periods: { unit: 'HOUR', every: hours, rows, is }, count: { gte: 0 } });
  if (!Number.isInteger(hours) || /[YM]/.test(period.split('T')[0] ?? ''))
    throw new NotUnderstood(['regularly', 'period'], `${period} is not always as many whole hours`);
  return passesZero(count)
    ? periods(oppositeTest(count), { lte: total_periods - min_periods })
    : periods(countTest(count), { gte: min_periods });
}

/** A test of an attribute; one that was set at times is looked at as of the instant. */
function attribute({ property, op, value, duration }: Leaf<'attr'>, asking: Asking): WhereJson {
  const held = heldFor[op];
  if (held) return held({ property, value, duration }, asking);
  if (duration !== undefined && !(op in relative))
    throw new NotUnderstood(['attr', 'duration'], `no meaning with ${op}`);
  const own = asking.world.changes(property) ? changed : asking.world.entityProperty(property);
  const length = duration ?? lengthOf(value);
  const near = length !== undefined && Object.hasOwn(relative, op) ? relative[op] : undefined;
  const test =
    near && length !== undefined ? { [own.time]: near(asking.at, length) } : testOf({ property, op, value }, own);
  return asking.world.changes(property) ? asOf(property, test, asking.at) : test;
}

const milliseconds = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;
/** Tests of a time against the instant asked about. */
const relative: Readonly<Record<string, (at: string, duration: string) => object>> = {
  within: (at, duration) => ({ gte: milliseconds(before(at, duration)), lte: milliseconds(at) }),
  not_within: (at, duration) => ({ lt: milliseconds(before(at, duration)) }),
  ...earlierThan('before', 'is_date_before'),
  ...laterThan('after', 'is_date_after'),
};
function earlierThan(...names: readonly string[]) {
  const test = (at: string, duration: string): object => ({ lt: milliseconds(before(at, duration)) });
  return Object.fromEntries(names.map((name) => [name, test]));
}
function laterThan(...names: readonly string[]) {
  const test = (at: string, duration: string): object => ({ gt: milliseconds(before(at, duration)) });
  return Object.fromEntries(names.map((name) => [name, test]));
}

/** `P7D`, or `-7d` as it is also written; undefined where a value is no length of time. */
function lengthOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (isoDuration.safeParse(value).success) return value;
  const [, n, unit = ''] = /^-(\d+)([hdwmy])$/.exec(value) ?? [];
  if (n === undefined) return undefined;
  return unit === 'h' ? `PT${n}H` : `P${n}${unit.toUpperCase()}`;
}

/** What an attribute was like at an instant: the latest of its changes up to then. What is not is the opposite of that. */
function asOf(property: string, test: WhereJson, at: string): WhereJson {
  if ('not' in test) return { not: asOf(property, test['not'] as WhereJson, at) };
  const changes = { where: { property: { eq: property } }, during: { moments: { until: justAfter(at) } } };
  return { attributeChanges: { ...changes, latest: test } };
}

interface Held {
  readonly property: string;
  readonly value: unknown;
  readonly duration: string | undefined;
}
const is = ({ property, value }: Held, at: string): WhereJson =>
  asOf(property, testOf({ property, op: 'eq', value }, changed), at);

/** Had the value so long ago and has not had another since. */
function heldAtLeast(held: Held, { world, at }: Asking): WhereJson {
  const { property, value, duration } = held;
  if (duration === undefined) throw new NotUnderstood(['attr', 'duration'], 'how long?');
  if (!world.changes(property)) return testOf({ property, op: 'eq', value }, world.entityProperty(property));
  const start = before(at, duration);
  const others = { and: [{ property: { eq: property } }, testOf({ property, op: 'neq', value }, changed)] };
  const since = { from: justAfter(start), until: justAfter(at) };
  return {
    and: [is(held, start), { attributeChanges: { where: others, during: { moments: since }, count: { eq: 0 } } }],
  };
}

const heldFor: Readonly<Record<string, (held: Held, asking: Asking) => WhereJson>> = {
  held_at_least: heldAtLeast,
  held_less_than: (held, asking) => ({ and: [is(held, asking.at), { not: heldAtLeast(held, asking) }] }),
};
