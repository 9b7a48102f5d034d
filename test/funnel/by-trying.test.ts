import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asked, type Asked } from './arbitrary.js';
import { openCompany, zone, type Company, type Event, type Person } from './company.js';
import { evaluate, type Outcome, type SeenRow } from './evaluator.js';

/** Two days, one of them with 23 hours, and rows every six hours: many at the same moment. */
const start = Date.UTC(2024, 2, 30) * 1000;
const hour = 3_600_000_000;
const asOfs = ['2024-03-31', '2024-03-31', '2024-03-30'];
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

const plans = Object.fromEntries(Array.from({ length: customers }, (_, i) => [`c${i}`, pick(['pro', 'free'])]));
const people: readonly Person[] = Object.keys(plans).flatMap((customer) =>
  ['u1', 'u2'].map((user) => ({ user: `${customer}-${user}`, customer, role: pick(['admin', 'member']) })),
);
const events: readonly Event[] = Object.keys(plans).flatMap((customer) =>
  Array.from({ length: Math.floor(next() * 7) }, () => ({
    fact: pick(['events', 'events', 'events', 'orders'] as const),
    customer,
    user: `${customer}-${pick(['u1', 'u1', 'u2'])}`,
    at: start + 6 * hour * Math.floor(next() * 8),
    name: pick(['a', 'b', 'c']),
    flavour: pick(['x', 'y']),
  })),
);

let company: Company;
beforeAll(async () => {
  company = await openCompany(plans, people, events, { asOf: '2024-03-31' });
});
afterAll(() => company.close());

const iso = (at: number): string => Temporal.Instant.fromEpochMilliseconds(at / 1000).toString();

const requestOf = (q: Asked) => ({
  steps: q.steps.map((s) => ({
    rows: s.rows.json,
    ...s.whose.json,
    ...(s.within !== undefined && { within: { hours: s.within } }),
    ...(s.first && { first: true }),
  })),
  order: q.order,
  window: { hours: q.window },
  exclusions: q.exclusions.map(({ rows, whose, after, before }) => ({ rows: rows.json, ...whose.json, after, before })),
  moments: { from: iso(start + q.from * hour), until: iso(start + (q.from + q.hours) * hour) },
  of: q.of,
  asOf: q.asOf,
});

/** The same question of every member's rows, by trying. */
function tried(q: Asked): ReadonlyMap<string, Outcome> {
  const keyOf = (e: Event): string => (q.of === 'USERS' ? `${e.customer}/${e.user}` : e.customer);
  const end = Temporal.PlainDate.from(q.asOf).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds * 1000;
  const facts = new Set(q.steps.map((s) => Object.keys(s.rows.json)[0]));
  const rules = {
    steps: q.steps.length,
    order: q.order,
    window: q.window * hour,
    within: q.steps.map((s) => (s.within === undefined ? undefined : s.within * hour)),
    exclusions: q.exclusions,
    from: start + q.from * hour,
    until: start + (q.from + q.hours) * hour,
    end,
  };
  const found = new Map<string, Outcome>();
  for (const key of new Set(events.map(keyOf))) {
    const own = events.filter((e) => keyOf(e) === key && e.at < end);
    const firsts = q.steps.map((s) => Math.min(...own.filter((e) => s.rows.of(e)).map((e) => e.at)));
    const rows = own.map((e): SeenRow => ({
      at: e.at,
      serves: q.steps.flatMap((s, i) =>
        s.rows.of(e) && s.whose.of(e, plans, people) && (!s.first || e.at === firsts[i]) ? [i] : [],
      ),
      spoils: q.exclusions.flatMap((x, i) => (x.rows.of(e) && x.whose.of(e, plans, people) ? [i] : [])),
      counts: facts.has(e.fact),
    }));
    const outcome = evaluate(rows, rules);
    if (outcome) found.set(key, outcome);
  }
  return found;
}

const peopleOfStep = 'reached { ...P } pending { ...P } lost { ...P }';
/** How many people stand behind a number is looked up for one of the steps. */
const query = (asOf: string, checked: boolean): string => `query ($request: FunnelRequest!) { preview { funnel(request: $request) {
  entered { count } converted { count } pending { count } lost { count } excluded { count }
  steps { ${peopleOfStep} }
  journeys(first: 1000) { nodes { customer { id } user { id } reached outcome steps { at } } }
} } } fragment P on People { count ${checked ? `segment { size(asOf: "${asOf}") }` : ''} }`;

interface Answered {
  readonly preview: {
    readonly funnel: {
      readonly steps: readonly Readonly<
        Record<'reached' | 'pending' | 'lost', { readonly count: number; readonly segment?: { readonly size: number } }>
      >[];
      readonly journeys: {
        readonly nodes: readonly {
          readonly customer: { readonly id: string };
          readonly user: { readonly id: string } | null;
          readonly reached: number;
          readonly outcome: string;
          readonly steps: readonly { readonly at: string }[];
        }[];
      };
    } & Readonly<Record<'entered' | 'converted' | 'pending' | 'lost' | 'excluded', { readonly count: number }>>;
  };
}

test('what became of everyone is what trying every chain of rows finds, and every number is as many people', async () => {
  await fc.assert(
    fc.asyncProperty(asked(asOfs), async (q) => {
      const answer = await company.ask(query(q.asOf, q.steps.length === 2), { request: requestOf(q) });
      expect(answer.errors).toBeUndefined();
      const { funnel } = (answer.data as Answered).preview;
      const wanted = tried(q);
      const got = new Map(
        funnel.journeys.nodes.map((n) => [
          n.user ? `${n.customer.id}/${n.user.id}` : n.customer.id,
          { reached: n.reached, outcome: n.outcome, times: n.steps.map((s) => s.at) },
        ]),
      );
      const shown = new Map([...wanted].map(([key, o]) => [key, { ...o, times: o.times.map((t) => iso(t)) }]));
      expect(Object.fromEntries(got)).toEqual(Object.fromEntries(shown));
      const count = (of: (o: Outcome) => boolean): number => [...wanted.values()].filter(of).length;
      expect({
        entered: funnel.entered.count,
        converted: funnel.converted.count,
        pending: funnel.pending.count,
        lost: funnel.lost.count,
        excluded: funnel.excluded.count,
      }).toEqual({
        entered: count((o) => o.reached > 0),
        converted: count((o) => o.outcome === 'CONVERTED'),
        pending: count((o) => o.outcome === 'PENDING'),
        lost: count((o) => o.outcome === 'LOST'),
        excluded: count((o) => o.outcome === 'EXCLUDED'),
      });
      funnel.steps.forEach((step, i) => {
        expect(step.reached.count).toBe(count((o) => o.reached > i));
        expect(step.lost.count).toBe(count((o) => o.reached === i + 1 && o.outcome === 'LOST'));
        for (const { count: shown, segment } of Object.values(step)) if (segment) expect(segment.size).toBe(shown);
      });
    }),
    { numRuns: Number(process.env["FUNNEL_RUNS"] ?? 20) },
  );
}, 300_000);
