import { describe, expect, it } from 'vitest';
import { openedSample } from '../sample/opened.js';
import { rows } from '../sample/relations.js';

const states = ['active', 'new', 'returning', 'resurrecting', 'dormant'] as const;
type Numbers = Readonly<
  Record<
    (typeof states)[number],
    { readonly count: number; readonly where: unknown; readonly segment: { readonly size: number } }
  >
>;
type Point = Numbers & { readonly from: string; readonly complete: boolean };
interface Lifecycle {
  readonly points: readonly Point[];
  readonly series: readonly { readonly value: unknown; readonly points: readonly Point[] }[];
}

const opened = openedSample();

const point = `from complete ${states.map((s) => `${s} { count where segment { size } }`).join(' ')}`;
async function ask(of: string, request: string): Promise<Lifecycle> {
  const { data, errors } = await opened.sample.ask(
    `{ found: ${of} { lifecycle(request: {${request}}) { points { ${point} } series { value points { ${point} } } } } }`,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as { found: { lifecycle: Lifecycle } }).found.lifecycle;
}

/** Active members of each period and of the one before, each joined with the other. */
const sql = (members: string, unit: 'month' | 'week', count: number, first: string): string => `
  with seen as (select distinct m.id, m.g, date_trunc('${unit}', (occurred_at at time zone 'Europe/Rome'))::date as p
      from events e join (${members}) m on ${members.includes('user_id') ? 'm.id = (e.customer_id, e.user_id)' : 'm.id = e.customer_id'}
      where (occurred_at at time zone 'Europe/Rome')::date <= '2026-06-30'),
    periods as (select (date '${first}' + k * interval 1 ${unit})::date as p, (date '${first}' + (k - 1) * interval 1 ${unit})::date as q from range(${String(count)}) t(k)),
    ids as (select distinct id, g from seen),
    states as (select p.p, ids.g, exists (from seen s where s.id = ids.id and s.p = p.p) as now, exists (from seen s where s.id = ids.id and s.p = p.q) as last,
      exists (from seen s where s.id = ids.id and s.p < p.p) as ever from periods p, ids)
  select p::varchar as p, g, sum(now::int) as active, sum((now and not ever)::int) as new, sum((now and last)::int) as returning,
    sum((now and ever and not last)::int) as resurrecting, sum((last and not now)::int) as dormant from states group by p, g order by p`;

const counts = (p: Point) => ({ p: p.from, ...Object.fromEntries(states.map((s) => [s, p[s].count])) });
/** Numbers of a period and group, or of all its groups. */
function expected(counted: readonly Record<string, unknown>[], p: string, of: (g: unknown) => boolean) {
  const own = counted.filter((row) => row['p'] === p && of(row['g']));
  return { p, ...Object.fromEntries(states.map((s) => [s, own.reduce((a, row) => a + Number(row[s]), 0)])) };
}

describe('the lifecycle of the sample company', () => {
  it.each([
    {
      title: 'of users by month and role',
      of: 'userPreview',
      request: 'activity: {events: {}}, period: {from: "2026-01-15", until: "2026-07-01"}, byUser: ROLE',
      sql: sql('select (customer_id, user_id) as id, role as g from users', 'month', 6, '2026-01-01'),
    },
    {
      title: 'of customers with an industry, week by week',
      of: 'preview(where: {industry: {eq: "Retail"}})',
      request: 'activity: {events: {}}, grain: WEEK, period: {from: "2026-06-01", until: "2026-07-01"}, by: INDUSTRY',
      sql: sql(
        `select customer_id as id, industry as g from customers where industry = 'Retail'`,
        'week',
        5,
        '2026-06-01',
      ),
    },
  ])('$title', async (asked) => {
    const [{ points, series }, counted] = await Promise.all([
      ask(asked.of, asked.request),
      rows(opened.byHand, asked.sql),
    ]);
    expect(points.map(counts)).toEqual(points.map((p) => expected(counted, p.from, () => true)));
    expect(points.reduce((sum, p) => sum + p.active.count, 0)).toBeGreaterThan(0);
    expect(series.length).toBeGreaterThan(0);
    for (const { value, points: own } of series)
      expect(own.map(counts)).toEqual(own.map((p) => expected(counted, p.from, (g) => g === value)));
    for (const p of points) for (const s of states) expect(p[s].segment.size).toBe(p[s].count);
  });

  const may = { events: { during: { from: '2026-05-01', until: '2026-06-01' } } };
  it.each([
    {
      title: 'the customers of a segment of users',
      of: 'userPreview(where: {role: {eq: "admin"}})',
      more: 'of: CUSTOMERS',
      where: { users: { some: { role: { eq: 'admin' } } }, and: [may] },
    },
    {
      title: 'the users of a saved segment',
      of: 'segment(id: "champions")',
      more: 'of: USERS',
      where: { customer: { segment: { in: ['champions'] } }, and: [may] },
    },
    {
      title: 'a where with an and of its own',
      of: 'preview(where: {and: [{mrr: {gt: 100}}], or: [{isPaying: {eq: true}}]})',
      more: 'by: STATUS',
      where: { and: [{ mrr: { gt: 100 } }, may], or: [{ isPaying: { eq: true } }] },
    },
  ])('is of $title', async ({ of, more, where }) => {
    const { points } = await ask(
      of,
      `activity: {events: {}}, period: {from: "2026-05-01", until: "2026-07-01"}, ${more}`,
    );
    for (const p of points) for (const s of states) expect(p[s].segment.size).toBe(p[s].count);
    expect(points.some((p) => p.active.count > 0)).toBe(true);
    expect(points[0]?.active.where).toEqual(where);
  });

  it('does not say that a week is over before it is', async () => {
    const { points } = await ask('preview', 'activity: {events: {}}, grain: WEEK, period: {last: {days: 9}}');
    expect(points.map(({ from, complete }) => [from, complete])).toEqual([
      ['2026-06-22', true],
      ['2026-06-29', false],
    ]);
  });
});
