import { Temporal } from 'temporal-polyfill';
import type { Asked } from './arbitrary.js';
import { zone, type Event, type Person } from './company.js';
import { evaluate, type Outcome, type Rules, type SeenRow } from './evaluator.js';

/** Two days, one of them with 23 hours, and rows every six hours: many at the same moment. */
const start = Date.UTC(2024, 2, 30) * 1000;
export const hour = 3_600_000_000;
export const asOfs = ['2024-03-31', '2024-03-31', '2024-03-30'];
const customers = 150;

const random = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};
const next = random(20240330);
const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;

export const plans = Object.fromEntries(Array.from({ length: customers }, (_, i) => [`c${i}`, pick(['pro', 'free'])]));
export const people: readonly Person[] = Object.keys(plans).flatMap((customer) =>
  ['u1', 'u2'].map((user) => ({ user: `${customer}-${user}`, customer, role: pick(['admin', 'member']) })),
);
export const events: readonly Event[] = Object.keys(plans).flatMap((customer) =>
  Array.from({ length: Math.floor(next() * 7) }, () => ({
    fact: pick(['events', 'events', 'events', 'orders'] as const),
    customer,
    user: `${customer}-${pick(['u1', 'u1', 'u2'])}`,
    at: start + 6 * hour * Math.floor(next() * 8),
    name: pick(['a', 'b', 'c']),
    flavour: pick(['x', 'y']),
  })),
);

export const iso = (at: number): string => Temporal.Instant.fromEpochMilliseconds(at / 1000).toString();
const local = (at: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at / 1000)
    .toZonedDateTimeISO(zone)
    .toPlainDate();

/** How time is told, and the range of entry as it is asked for. */
export interface Telling {
  readonly at: (event: Pick<Event, 'at'>) => number;
  readonly from: number;
  readonly until: number;
  readonly end: number;
  readonly range: Readonly<Record<string, unknown>>;
}

export function byMoments(q: Asked): Telling {
  const [from, until] = [start + q.from * hour, start + (q.from + q.hours) * hour];
  const end = Temporal.PlainDate.from(q.asOf).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds * 1000;
  return { at: ({ at }) => at, from, until, end, range: { moments: { from: iso(from), until: iso(until) } } };
}

/** By day: days are 24 hours long and begin together. */
export function byDays(q: Asked): Telling {
  const first = Temporal.PlainDate.from('2024-03-30');
  const last = first.add({ days: Math.ceil(q.hours / 24) });
  const reading = (day: Temporal.PlainDate): number => day.toZonedDateTime('UTC').epochMilliseconds * 1000;
  return {
    at: ({ at }) => reading(local(at)),
    from: reading(first),
    until: reading(last),
    end: reading(Temporal.PlainDate.from(q.asOf).add({ days: 1 })),
    range: { period: { from: first.toString(), until: last.toString() } },
  };
}

export const requestOf = (q: Asked, { range }: Telling) => ({
  steps: q.steps.map((s) => ({
    rows: s.rows.json,
    ...s.whose.json,
    ...(s.within !== undefined && { within: { hours: s.within } }),
    ...(s.first && { first: true }),
  })),
  order: q.order,
  window: { hours: q.window },
  exclusions: q.exclusions.map(({ rows, whose, after, before }) => ({ rows: rows.json, ...whose.json, after, before })),
  ...range,
  of: q.of,
  asOf: q.asOf,
});

/** The same question of every member's rows, by trying; perhaps of another range of entry. */
export function tried(
  q: Asked,
  telling: Telling,
  entry: Partial<Pick<Rules, 'from' | 'until'>> = {},
): ReadonlyMap<string, Outcome> {
  const keyOf = (e: Event): string => (q.of === 'USERS' ? `${e.customer}/${e.user}` : e.customer);
  const facts = new Set(q.steps.map((s) => Object.keys(s.rows.json)[0]));
  const rules: Rules = {
    steps: q.steps.length,
    order: q.order,
    window: q.window * hour,
    within: q.steps.map((s) => (s.within === undefined ? undefined : s.within * hour)),
    exclusions: q.exclusions,
    from: telling.from,
    until: telling.until,
    end: telling.end,
    ...entry,
  };
  const found = new Map<string, Outcome>();
  for (const key of new Set(events.map(keyOf))) {
    const own = events.filter((e) => keyOf(e) === key && telling.at(e) < rules.end);
    const firsts = q.steps.map((s) => Math.min(...own.filter((e) => s.rows.of(e)).map(telling.at)));
    const rows = own.map((e): SeenRow => ({
      at: telling.at(e),
      serves: q.steps.flatMap((s, i) =>
        s.rows.of(e) && s.whose.of(e, plans, people) && (!s.first || telling.at(e) === firsts[i]) ? [i] : [],
      ),
      spoils: q.exclusions.flatMap((x, i) => (x.rows.of(e) && x.whose.of(e, plans, people) ? [i] : [])),
      counts: facts.has(e.fact),
    }));
    const outcome = evaluate(rows, rules);
    if (outcome) found.set(key, outcome);
  }
  return found;
}
