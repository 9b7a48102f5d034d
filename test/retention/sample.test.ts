import { describe, expect, it } from 'vitest';
import { openedSample } from '../sample/opened.js';
import { rows } from '../sample/relations.js';

interface Cell {
  readonly returned: number | null;
  readonly rate: number | null;
  readonly people: { readonly count: number; readonly segment: { readonly size: number } };
}
interface Cohort {
  readonly from: string;
  readonly size: number;
  readonly people: { readonly segment: { readonly size: number } };
  readonly cells: readonly Cell[];
}
interface Table {
  readonly cohorts: readonly Cohort[];
  readonly average: readonly {
    readonly cohorts: number;
    readonly weightedMean: number | null;
    readonly mean: number | null;
  }[];
}
interface Retention extends Table {
  readonly series: readonly (Table & { readonly value: unknown })[];
}

interface Case {
  readonly title: string;
  readonly of: 'preview' | 'userPreview';
  readonly where: string;
  readonly request: string;
  /** Rows `cohort`, `k`, `n` of the cells with somebody in them, and `g` of a split. */
  readonly sql: string;
  readonly cohorts: number;
  readonly columns: number;
  readonly elapsed: (cohort: number, k: number) => boolean;
}

const day = "(occurred_at at time zone 'Europe/Rome')::date";
const known = `${day} <= date '2026-06-30'`;
/** Weeks from the Monday of 4 May 2026 on. */
const week = `floor((${day} - date '2026-05-04') / 7)::int`;
const month = `(year(${day}) * 12 + month(${day}) - (2026 * 12 + 1))`;
/** Cohorts and returns, each a SELECT of member and period. */
const table = (entry: string, back: string): string => `
  with entry as (${entry}), back as (${back})
  select c as cohort, 0 as k, count(*) as n from entry group by c
  union all select c, b.k - c, count(*) from entry join (select distinct * from back) as b using (member) where b.k > c group by c, b.k - c`;

const cases: readonly Case[] = [
  {
    title: 'users by the month of their first report, and the months they logged in again',
    of: 'userPreview',
    where: '{}',
    request: `entry: {events: {name: {eq: "report_published"}}}, return: {events: {name: {eq: "login"}}}, grain: MONTH, period: {from: "2026-01-01", until: "2026-07-01"}`,
    sql: table(
      `select * from (select (customer_id, user_id) as member, min(${month}) as c from events
         where name = 'report_published' and ${known} and (customer_id, user_id) in (select (customer_id, user_id) from users) group by member) where c between 0 and 5`,
      `select (customer_id, user_id) as member, ${month} as k from events where name = 'login' and ${known}`,
    ),
    cohorts: 6,
    columns: 5,
    elapsed: (cohort, k) => cohort + k <= 5,
  },
  {
    title: 'paying customers in every week they used the API, and whether they did again',
    of: 'preview',
    where: '{isPaying: {eq: true}}',
    request: `entry: {events: {name: {eq: "api_call"}}}, cohorts: RECURRING, grain: WEEK, period: {from: "2026-05-06", until: "2026-07-01"}, columns: 4`,
    sql: table(
      `select distinct customer_id as member, ${week} as c from events where name = 'api_call' and ${known} and ${week} between 0 and 8
         and customer_id in (select customer_id from subscriptions where started_on <= '2026-06-30' and (ended_on is null or ended_on > '2026-06-30') group by customer_id having sum(mrr) > 0)`,
      `select customer_id as member, ${week} as k from events where name = 'api_call' and ${known}`,
    ),
    cohorts: 9,
    columns: 4,
    elapsed: (cohort, k) => cohort + k <= 7,
  },
  {
    title: 'admins by the day they were first seen, three times or more from 24 hours after it on',
    of: 'userPreview',
    where: '{role: {eq: "admin"}}',
    request: `entry: {events: {}}, windows: ROLLING_24H, grain: DAY, times: 3, columns: 3, period: {from: "2026-06-01", until: "2026-06-05"}`,
    sql: `with seen as (select (e.customer_id, e.user_id) as member, occurred_at as seen_at from events e join users u on u.customer_id = e.customer_id and u.user_id = e.user_id
            where u.role = 'admin' and ${known}),
          entry as (select *, (entered at time zone 'Europe/Rome')::date - date '2026-06-01' as c from (select member, min(seen_at) as entered from seen group by member)),
          inside as (select * from entry where c between 0 and 3),
          back as (select member, c, k from inside join seen using (member), range(1, 4) t(k)
            where seen_at >= entered + k * interval 24 hour and seen_at < entered + (k + 1) * interval 24 hour group by member, c, k having count(*) >= 3)
          select c as cohort, 0 as k, count(*) as n from inside group by c union all select c, k, count(*) from back group by c, k`,
    cohorts: 4,
    columns: 3,
    elapsed: () => true,
  },
  {
    title: 'customers still active two quarters after their first order or later',
    of: 'preview',
    where: '{industry: {isNull: false}}',
    request: `entry: {orders: {}}, return: {events: {}}, reach: ON_OR_AFTER, grain: QUARTER, period: {from: "2025-01-01", until: "2026-07-01"}, columns: 2, by: INDUSTRY`,
    sql: `with first as (select customer_id, industry as g, min((ordered_at at time zone 'Europe/Rome')::date) as d from orders join customers using (customer_id)
            where industry is not null and created_on <= '2026-06-30' group by all),
          entry as (select customer_id, g, (year(d) * 4 + quarter(d)) - (2025 * 4 + 1) as c from first where d >= '2025-01-01' and d < '2026-07-01'),
          last as (select customer_id, max(year(${day}) * 4 + quarter(${day}) - (2025 * 4 + 1)) as l from events where ${known} group by customer_id)
          select g, c as cohort, k, count(*) as n from entry left join last using (customer_id), range(0, 3) t(k) where k = 0 or l - c >= k group by all`,
    cohorts: 6,
    columns: 2,
    elapsed: (cohort, k) => cohort + k <= 5,
  },
];

const opened = openedSample();

async function ask({ of, where, request }: Case): Promise<Retention> {
  const cohorts = `cohorts { from size people { segment { size } } cells { returned rate people { count segment { size } } } }
    average { cohorts weightedMean mean }`;
  const { data, errors } = await opened.sample.ask(
    `{ found: ${of}(where: ${where}) { retention(request: {${request}}) { ${cohorts} series { value ${cohorts} } } } }`,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as { found: { retention: Retention } }).found.retention;
}

/** The averages of cells that have elapsed, of cohorts with members. */
function averages(wanted: readonly { readonly size: number; readonly cells: readonly (number | null)[] }[], k: number) {
  const there = wanted.flatMap(({ size, cells }) => (size > 0 && cells[k] != null ? [{ size, n: cells[k] }] : []));
  const [size, n] = [there.reduce((a, c) => a + c.size, 0), there.reduce((a, c) => a + c.n, 0)];
  const rates = there.map((c) => c.n / c.size);
  return {
    cohorts: there.length,
    weightedMean: size === 0 ? null : n / size,
    mean: there.length === 0 ? null : rates.reduce((a, b) => a + b, 0) / there.length,
  };
}

describe('retention of the sample company', () => {
  it.each(cases)('$title', async (asked) => {
    const [found, counted] = await Promise.all([ask(asked), rows(opened.byHand, asked.sql)]);
    const expected = (only: (row: Record<string, unknown>) => boolean) =>
      Array.from({ length: asked.cohorts }, (_, cohort) => {
        const at = (k: number): number =>
          counted
            .filter((r) => only(r) && Number(r['cohort']) === cohort && Number(r['k']) === k)
            .reduce((a, r) => a + Number(r['n']), 0);
        return {
          size: at(0),
          cells: Array.from({ length: asked.columns + 1 }, (_, k) =>
            k === 0 || asked.elapsed(cohort, k) ? at(k) : null,
          ),
        };
      });
    const numbers = (cohorts: readonly Cohort[]) =>
      cohorts.map(({ size, cells }) => ({ size, cells: cells.map(({ returned }) => returned) }));
    const wanted = expected(() => true);
    expect(numbers(found.cohorts).slice(0, -1)).toEqual(wanted.slice(0, -1));
    expect(found.cohorts.at(-1)?.size).toBe(wanted.at(-1)?.size);
    expect(wanted.some(({ cells }) => cells.slice(1).some((n) => (n ?? 0) > 0))).toBe(true);
    for (const { size, people, cells } of found.cohorts) {
      expect(people.segment.size).toBe(size);
      for (const cell of cells) {
        expect(cell.people.segment.size).toBe(cell.people.count);
        expect(cell.rate).toBe(cell.returned === null || size === 0 ? null : cell.returned / size);
      }
    }
    for (const { value, cohorts } of found.series)
      expect({ value, cohorts: numbers(cohorts) }).toEqual({ value, cohorts: expected((r) => r['g'] === value) });
    found.average.forEach((average, k) => {
      if (k > 0) expect(average).toEqual(averages(numbers(found.cohorts), k));
    });
  });
});
