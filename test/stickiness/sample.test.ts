import { describe, expect, it } from 'vitest';
import { openedSample } from '../sample/opened.js';
import { rows } from '../sample/relations.js';

const opened = openedSample();

async function ask<T>(query: string): Promise<T> {
  const { data, errors } = await opened.sample.ask(query);
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as { found: T }).found;
}

const day = "(occurred_at at time zone 'Europe/Rome')::date";
interface People {
  readonly count: number;
  readonly segment: { readonly size: number };
}

describe('the stickiness of the sample company', () => {
  it('counts days of users with two events or more in June', async () => {
    const { stickiness } = await ask<{
      stickiness: {
        periods: number;
        complete: boolean;
        active: People;
        buckets: readonly { periods: number; exactly: People; atLeast: People }[];
      };
    }>(`{ found: userPreview(where: {role: {ne: "viewer"}}) { stickiness(request: {
      activity: {events: {}}, rows: {gte: 2}, period: {from: "2026-06-01", until: "2026-07-01"}
    }) { periods complete active { count segment { size } } buckets { periods exactly { count segment { size } } atLeast { count segment { size } } } } } }`);
    const counted = await rows(
      opened.byHand,
      `select days, count(*) as n from (
         select customer_id, user_id, count(*) as days from (
           select e.customer_id, e.user_id, ${day} as d from events e join users u on u.customer_id = e.customer_id and u.user_id = e.user_id
           where u.role is distinct from 'viewer' and ${day} between '2026-06-01' and '2026-06-30' group by all having count(*) >= 2
         ) group by all) group by days`,
    );
    const n = (from: number, until: number): number =>
      counted.reduce((a, r) => a + (Number(r['days']) >= from && Number(r['days']) < until ? Number(r['n']) : 0), 0);
    expect(stickiness).toMatchObject({ periods: 30, complete: true });
    expect(stickiness.active.count).toBe(n(1, 31));
    expect(stickiness.buckets.map((b) => b.exactly.count)).toEqual(
      stickiness.buckets.map((b) => n(b.periods, b.periods + 1)),
    );
    expect(stickiness.buckets.map((b) => b.atLeast.count)).toEqual(stickiness.buckets.map((b) => n(b.periods, 31)));
    expect(stickiness.buckets.filter((b) => b.exactly.count > 0).length).toBeGreaterThan(8);
    for (const people of [stickiness.active, ...stickiness.buckets.flatMap((b) => [b.exactly, b.atLeast])])
      expect(people.segment.size).toBe(people.count);
  });
});

describe('the engagement of the sample company', () => {
  it('is what the metrics of the model say of the same members', async () => {
    interface Trend {
      readonly points: readonly { readonly from: string; readonly value: number | null }[];
    }
    const trend = (name: string): string =>
      `${name.toLowerCase()}: trend(metric: ${name}, grain: DAY, membership: FIXED, period: {from: "2026-06-20", until: "2026-07-01"}) { points { from value } }`;
    interface Count {
      readonly count: number;
      readonly people: People;
    }
    const found = await ask<
      Record<'dau' | 'wau' | 'mau' | 'stickiness', Trend> & {
        engagement: {
          points: readonly { day: string; daily: Count; weekly: Count; monthly: Count; stickiness: number }[];
        };
      }
    >(`{ found: preview(where: {isPaying: {eq: true}}) {
      ${['DAU', 'WAU', 'MAU', 'STICKINESS'].map(trend).join(' ')}
      engagement(request: {activity: {events: {}}, of: USERS, period: {from: "2026-06-20", until: "2026-07-01"}}) {
        points { day ${['daily', 'weekly', 'monthly'].map((n) => `${n} { count people { count segment { size } } }`).join(' ')} stickiness }
      } } }`);
    const { points } = found.engagement;
    expect(points).toHaveLength(11);
    const values = ({ points: all }: Trend) => all.map(({ from, value }) => [from, value]);
    expect(points.map((p) => [p.day, p.daily.count])).toEqual(values(found.dau));
    expect(points.map((p) => [p.day, p.weekly.count])).toEqual(values(found.wau));
    expect(points.map((p) => [p.day, p.monthly.count])).toEqual(values(found.mau));
    points.forEach((p, i) => {
      expect(p.stickiness).toBeCloseTo(found.stickiness.points[i]?.value ?? -1, 12);
    });
    for (const { people } of points.flatMap((p) => [p.daily, p.weekly, p.monthly]))
      expect(people.segment.size).toBe(people.count);
  });
});
