import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, since, type Purchase, type Shop } from '../rfm/purchases.js';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop(120, 5);
});
afterAll(() => shop.close());

const zone = 'Europe/Rome';
const dayNumber = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);

interface Asked {
  readonly grain: 'HOUR' | 'DAY' | 'WEEK' | 'MONTH';
  readonly measure: 'COUNT' | 'MEMBERS' | 'SUM' | 'AVG' | 'MIN' | 'MAX';
  readonly reach: { readonly trailing?: object; readonly toDate?: 'WEEK' | 'MONTH' };
  readonly from: number;
  readonly days: number;
  readonly asOf: number;
  readonly users: boolean;
  readonly split: boolean;
  readonly city: string | null;
}
const asked = fc.record<Asked>({
  grain: fc.constantFrom('HOUR', 'DAY', 'DAY', 'WEEK', 'MONTH'),
  measure: fc.constantFrom('COUNT', 'MEMBERS', 'SUM', 'AVG', 'MIN', 'MAX'),
  reach: fc.oneof(
    fc.constant({}),
    fc.constantFrom(
      ...[{ days: 7 }, { hours: 30 }, { months: 1 }, { weeks: 1, hours: 5 }].map((trailing) => ({ trailing })),
    ),
    fc.constantFrom<'WEEK' | 'MONTH'>('WEEK', 'MONTH').map((toDate) => ({ toDate })),
  ),
  from: fc.integer({ min: 0, max: 40 }),
  days: fc.integer({ min: 1, max: 4 }),
  asOf: fc.integer({ min: 20, max: 60 }),
  users: fc.boolean(),
  split: fc.boolean(),
  city: fc.constantFrom(null, 'Rome'),
});

const atOf = (p: Purchase): Temporal.ZonedDateTime =>
  Temporal.Instant.from(`${p.day}T${String(p.hour).padStart(2, '0')}:30:00Z`).toZonedDateTimeISO(zone);
const midnight = (day: string): Temporal.ZonedDateTime => Temporal.PlainDate.from(day).toZonedDateTime(zone);

const units = { HOUR: { hours: 1 }, DAY: { days: 1 }, WEEK: { weeks: 1 }, MONTH: { months: 1 } } as const;
const begin = {
  HOUR: (at: Temporal.ZonedDateTime) => at,
  DAY: (at: Temporal.ZonedDateTime) => at,
  WEEK: (at: Temporal.ZonedDateTime) => at.subtract({ days: at.dayOfWeek - 1 }),
  MONTH: (at: Temporal.ZonedDateTime) => at.with({ day: 1 }),
} as const;
const earlier = (a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): boolean =>
  Temporal.ZonedDateTime.compare(a, b) < 0;

function pointsOf(q: Asked) {
  const points: { start: Temporal.ZonedDateTime; end: Temporal.ZonedDateTime; since: Temporal.ZonedDateTime }[] = [];
  const until = midnight(dayNumber(q.from + q.days));
  for (
    let start = begin[q.grain](midnight(dayNumber(q.from)));
    earlier(start, until);
    start = start.add(units[q.grain])
  ) {
    const end = start.add(units[q.grain]);
    const { trailing, toDate } = q.reach;
    const own = toDate ? begin[toDate](start.startOfDay()) : start;
    points.push({ start, end, since: trailing ? end.subtract(trailing) : own });
  }
  return points;
}

/** City of the customer: every second one is in Rome. */
const cities = new Map(Object.keys(since).map((c, i) => [c, i % 2 ? 'Rome' : 'Bari']));
const isMember = (q: Asked, p: Purchase): boolean => {
  const day = dayNumber(q.asOf);
  const exists = Object.hasOwn(since, p.customer) && (since[p.customer] ?? '') <= day;
  if (q.users) return q.city === null || (exists && cities.get(p.customer) === q.city);
  return exists && (q.city === null || cities.get(p.customer) === q.city);
};

function measured(q: Asked, rows: readonly Purchase[]): number | null {
  const amounts = rows.flatMap((p) => p.amount ?? []);
  const sum = amounts.reduce((a, b) => a + b, 0);
  const some = (value: number): number | null => (amounts.length === 0 ? null : value);
  switch (q.measure) {
    case 'COUNT':
      return rows.length;
    case 'MEMBERS':
      return members(q, rows);
    case 'SUM':
      return sum;
    case 'AVG':
      return some(sum / amounts.length);
    case 'MIN':
      return some(Math.min(...amounts));
    case 'MAX':
      return some(Math.max(...amounts));
  }
}
const members = (q: Asked, rows: readonly Purchase[]): number =>
  new Set(rows.map((p) => (q.users ? `${p.customer}/${p.person}` : p.customer))).size;

interface Point {
  readonly startsAt: string;
  readonly since: string;
  readonly value: number | null;
  readonly rows: number;
  readonly complete: boolean;
  readonly people: { readonly count: number; readonly segment: { readonly size: number } };
}
interface Found {
  readonly points: readonly Point[];
  readonly series: readonly { readonly value: string; readonly points: readonly Point[] }[];
}

async function ask(q: Asked): Promise<Found> {
  const day = dayNumber(q.asOf);
  const own = `startsAt since value rows complete people { count segment { size(asOf: "${day}") } }`;
  const where = q.city === null ? '{}' : q.users ? '{customer: {city: {eq: "Rome"}}}' : '{city: {eq: "Rome"}}';
  const request = {
    rows: { purchases: {} },
    measure: q.measure,
    column: ['COUNT', 'MEMBERS'].includes(q.measure) ? null : 'AMOUNT',
    grain: q.grain,
    period: { from: dayNumber(q.from), until: dayNumber(q.from + q.days) },
    asOf: day,
    by: q.split ? 'shop' : null,
    ...q.reach,
  };
  const { data, errors } = await shop.workspace.ask(
    `query ($request: FactTrendRequest!) { found: ${q.users ? 'userPreview' : 'preview'}(where: ${where}) {
      factTrend(request: $request) { points { ${own} } series { value points { ${own} } } }
    } }`,
    { request },
  );
  expect(errors).toBeUndefined();
  return (data as { found: { factTrend: Found } }).found.factTrend;
}

function agree(q: Asked, points: readonly Point[], purchases: readonly Purchase[], people: boolean): void {
  const known = midnight(dayNumber(q.asOf + 1));
  const mine = purchases.filter((p) => isMember(q, p) && earlier(atOf(p), known));
  const wanted = pointsOf(q);
  expect(points.map((p) => p.startsAt)).toEqual(wanted.map((w) => w.start.toInstant().toString()));
  points.forEach((point, i) => {
    const w = wanted[i];
    if (!w) return;
    const rows = mine.filter((p) => !earlier(atOf(p), w.since) && earlier(atOf(p), w.end));
    const value = measured(q, rows);
    expect(point.since).toBe(w.since.toInstant().toString());
    expect([point.rows, point.value === null, point.people.count, point.complete]).toEqual([
      rows.length,
      value === null,
      members(q, rows),
      !earlier(known, w.end),
    ]);
    expect(point.value ?? 0).toBeCloseTo(value ?? 0, 9);
    if (people) expect(point.people.segment.size).toBe(point.people.count);
  });
}

test('agrees with an evaluator without SQL, and every number turns back into people', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(asked, async (q) => {
      fc.pre(q.grain !== 'HOUR' || q.days === 1);
      const found = await ask(q);
      agree(q, found.points, shop.purchases, true);
      for (const { value, points } of found.series)
        agree(
          q,
          points,
          shop.purchases.filter((p) => p.shop === value),
          true,
        );
      if (!q.split) expect(found.series).toEqual([]);
    }),
    { numRuns: 20, seed: 3 },
  );
});
