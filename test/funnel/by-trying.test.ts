import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asked, type Asked } from './arbitrary.js';
import { openCompany, type Company } from './company.js';
import type { Outcome } from './evaluator.js';
import { asOfs, byDays, byMoments, events, hour, iso, people, plans, requestOf, tried, type Telling } from './tried.js';

const open: Company[] = [];
const companies: Record<'moments' | 'days', Company | undefined> = { moments: undefined, days: undefined };
beforeAll(async () => {
  const settings = { asOf: '2024-03-31' };
  companies.moments = await openCompany(plans, people, events, settings);
  companies.days = await openCompany(plans, people, events, { ...settings, days: true });
  open.push(companies.moments, companies.days);
});
afterAll(() => Promise.all(open.map((company) => company.close())));

interface Counted {
  readonly count: number;
  readonly segment?: { readonly size: number };
}
interface Took {
  readonly mean: number | null;
  readonly median: number | null;
  readonly p90: number | null;
}
interface Step {
  readonly reached: Counted;
  readonly pending: Counted;
  readonly lost: Counted;
  readonly sinceEntry: Took | null;
  readonly sincePrevious: Took | null;
}
type Numbers = Readonly<Record<'entered' | 'converted' | 'pending' | 'lost' | 'excluded', Counted>> & {
  readonly steps: readonly Step[];
};
interface Answered extends Numbers {
  readonly series: readonly (Numbers & { readonly value: string })[];
  readonly trend: readonly {
    readonly startsAt: string;
    readonly endsAt: string;
    readonly entered: Counted;
    readonly converted: Counted;
  }[];
  readonly journeys: {
    readonly nodes: readonly {
      readonly customer: { readonly id: string };
      readonly user: { readonly id: string } | null;
      readonly reached: number;
      readonly outcome: string;
      readonly steps: readonly { readonly at: string }[];
    }[];
  };
}

const numbers = `entered { ...P } converted { ...P } pending { ...P } lost { ...P } excluded { ...P }
  steps { reached { ...P } pending { ...P } lost { ...P } sinceEntry { mean median p90 } sincePrevious { mean median p90 } }`;
/** Those behind a number are counted where asked for. */
const counted = (asOf: string, checked: boolean): string =>
  ` fragment P on People { count ${checked ? `segment { size(asOf: "${asOf}") }` : ''} }`;

async function ask(
  company: Company | undefined,
  q: Asked,
  telling: Telling,
  fields: string,
  more: object = {},
  checked = false,
) {
  const query = `query ($request: FunnelRequest!) { preview { funnel(request: $request) { ${fields} } } }`;
  const request = { ...requestOf(q, telling), ...more };
  const answer = await company?.ask(query + (fields.includes('...P') ? counted(q.asOf, checked) : ''), { request });
  expect(answer?.errors).toBeUndefined();
  return (answer?.data as { readonly preview: { readonly funnel: Answered } }).preview.funnel;
}

const journeys = 'journeys(first: 1000) { nodes { customer { id } user { id } reached outcome steps { at } } }';
const shown = ({ journeys: { nodes } }: Answered) =>
  Object.fromEntries(
    nodes.map(({ customer, user, reached, outcome, steps }) => [
      user ? `${customer.id}/${user.id}` : customer.id,
      { reached, outcome, times: steps.map((s) => s.at) },
    ]),
  );
const inForm = (found: ReadonlyMap<string, Outcome>, time: (at: number) => string) =>
  Object.fromEntries([...found].map(([key, o]) => [key, { ...o, times: o.times.map(time) }]));

const mean = (sorted: readonly number[]): number | null =>
  sorted.length === 0 ? null : sorted.reduce((a, b) => a + b, 0) / sorted.length;
function quantile(sorted: readonly number[], share: number): number | null {
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low === undefined || high === undefined ? null : low + (high - low) * (at - Math.floor(at));
}

function agree(got: Numbers, wanted: readonly Outcome[]): void {
  const count = (of: (o: Outcome) => boolean): number => wanted.filter(of).length;
  const { entered, converted, pending, lost, excluded } = got;
  expect([entered, converted, pending, lost, excluded].map((p) => p.count)).toEqual([
    count((o) => o.reached > 0),
    ...['CONVERTED', 'PENDING', 'LOST', 'EXCLUDED'].map((outcome) => count((o) => o.outcome === outcome)),
  ]);
  got.steps.forEach((step, i) => {
    const { reached, pending: still, lost: gone } = step;
    const ended = (outcome: string): number => count((o) => o.reached === i + 1 && o.outcome === outcome);
    expect([reached.count, still.count, gone.count]).toEqual([
      count((o) => o.reached > i),
      ended('PENDING'),
      ended('LOST'),
    ]);
    for (const [took, since] of [[step.sinceEntry, 0] as const, [step.sincePrevious, i - 1] as const]) {
      const spans = wanted.filter((o) => o.reached > i).map((o) => ((o.times[i] ?? 0) - (o.times[since] ?? 0)) / 1e6);
      const sorted = spans.sort((a, b) => a - b);
      if (i === 0) expect(took).toBeNull();
      else
        [mean(sorted), quantile(sorted, 0.5), quantile(sorted, 0.9)].forEach((value, k) => {
          const found = [took?.mean, took?.median, took?.p90][k] ?? null;
          if (value === null) expect(found).toBeNull();
          else expect(found).toBeCloseTo(value, 6);
        });
    }
  });
}

const behind = ({ steps, ...got }: Numbers): readonly Counted[] => [
  ...[got.entered, got.converted, got.pending, got.lost, got.excluded],
  ...steps.flatMap((s) => [s.reached, s.pending, s.lost]),
];

test('everyone got as far as trying every chain of their rows gets', async () => {
  await fc.assert(
    fc.asyncProperty(asked(asOfs), async (q) => {
      const telling = byMoments(q);
      const found = await ask(companies.moments, q, telling, `${journeys} ${numbers}`);
      const wanted = tried(q, telling);
      expect(shown(found)).toEqual(inForm(wanted, iso));
      agree(found, [...wanted.values()]);
    }),
    { numRuns: 7 },
  );
}, 60_000);

test('steps of a fact that knows only the day are compared by day', async () => {
  const hasOrders = (q: Asked): boolean => [...q.steps, ...q.exclusions].some((s) => 'orders' in s.rows.json);
  await fc.assert(
    fc.asyncProperty(asked(asOfs).filter(hasOrders), async (q) => {
      const telling = byDays(q);
      const found = await ask(companies.days, q, telling, `${journeys} ${numbers}`);
      const wanted = tried(q, telling);
      expect(shown(found)).toEqual(inForm(wanted, (at) => iso(at).slice(0, -1)));
      agree(found, [...wanted.values()]);
    }),
    { numRuns: 4 },
  );
}, 60_000);

test('groups and periods of entry are funnels of their own', async () => {
  await fc.assert(
    fc.asyncProperty(asked(asOfs), fc.constantFrom('HOUR', 'DAY'), async (q, grain) => {
      const telling = byMoments(q);
      const trend = `trend(grain: ${grain}) { startsAt endsAt entered { count } converted { count } }`;
      const by = q.of === 'USERS' ? { byUser: 'ROLE' } : { by: 'PLAN' };
      const found = await ask(companies.moments, q, telling, `series { value ${numbers} } ${trend}`, by);
      const groupOf = (key: string): string | undefined =>
        q.of === 'USERS' ? people.find((p) => `${p.customer}/${p.user}` === key)?.role : plans[key];
      const wanted = tried(q, telling);
      for (const group of found.series)
        agree(
          group,
          [...wanted].filter(([key]) => groupOf(key) === group.value).map(([, outcome]) => outcome),
        );
      expect(new Set(found.series.map((g) => g.value))).toEqual(new Set([...wanted.keys()].map(groupOf)));
      for (const point of found.trend) {
        const [from, until] = [Date.parse(point.startsAt) * 1000, Date.parse(point.endsAt) * 1000];
        const own = [...tried(q, telling, { from, until }).values()];
        expect([point.entered.count, point.converted.count]).toEqual([
          own.filter((o) => o.reached >= 1).length,
          own.filter((o) => o.outcome === 'CONVERTED').length,
        ]);
        expect(until - from).toBeLessThanOrEqual((grain === 'HOUR' ? 1 : 24) * hour);
      }
      expect([found.trend[0]?.startsAt, found.trend.at(-1)?.endsAt]).toEqual([iso(telling.from), iso(telling.until)]);
    }),
    { numRuns: 2 },
  );
}, 60_000);

test('behind every number stand as many people', async () => {
  await fc.assert(
    fc.asyncProperty(asked(asOfs), async (q) => {
      const by = q.of === 'USERS' ? { byUser: 'ROLE' } : { by: 'PLAN' };
      const trend = 'trend { entered { ...P } converted { ...P } }';
      const found = await ask(
        companies.moments,
        q,
        byMoments(q),
        `${numbers} series { ${numbers} } ${trend}`,
        by,
        true,
      );
      const all = [
        ...behind(found),
        ...found.series.flatMap(behind),
        ...found.trend.flatMap((p) => [p.entered, p.converted]),
      ];
      expect(all.map((p) => p.segment?.size)).toEqual(all.map((p) => p.count));
    }),
    { numRuns: 2 },
  );
}, 60_000);
