import { describe, expect, it } from 'vitest';
import { openedSample } from '../sample/opened.js';
import { rows } from '../sample/relations.js';

const parts = [
  'start',
  'new',
  'expansion',
  'reactivation',
  'contraction',
  'churn',
  'entering',
  'leaving',
  'end',
] as const;
type Part = (typeof parts)[number];
interface People {
  readonly count: number;
  readonly asOf: string;
  readonly where: unknown;
}
type Point = Readonly<Record<Part, { readonly value: number; readonly people: People }>> & {
  readonly from: string;
  readonly until: string;
};

const opened = openedSample();

async function bridgeOf(where: unknown, request: object): Promise<readonly Point[]> {
  const { data, errors } = await opened.sample.ask(
    `query ($where: CustomerWhere!, $request: BridgeRequest!) { preview(where: $where) { bridge(request: $request) {
      points { from until ${parts.map((part) => `${part} { value people { count asOf where } }`).join(' ')} } } } }`,
    { where, request },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as { preview: { bridge: { points: readonly Point[] } } }).preview.bridge.points;
}

async function sizesOf(people: readonly People[]): Promise<readonly number[]> {
  const names = people.map((_, i) => `$w${String(i)}: CustomerWhere!, $d${String(i)}: Date!`).join(', ');
  const sizes = people.map((_, i) => `p${String(i)}: preview(where: $w${String(i)}) { size(asOf: $d${String(i)}) }`);
  const given = people.flatMap(({ where, asOf }, i) => [
    [`w${String(i)}`, where],
    [`d${String(i)}`, asOf],
  ]);
  const { data, errors } = await opened.sample.ask(
    `query (${names}) { ${sizes.join(' ')} }`,
    Object.fromEntries(given) as Record<string, unknown>,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return people.map((_, i) => (data as Record<string, { size: number }>)[`p${String(i)}`]?.size ?? NaN);
}

/** Every month there is data of, from before the first subscription. */
const [from, until] = ['2022-06-01', '2026-07-01'];
/** Customers at the beginning of each month, with what they pay and whether they are members. */
const byHand = (member: string): string => `
  with months as (select m::date as begins, (m + interval 1 month)::date as ends
                  from generate_series(timestamp '${from}', timestamp '${until}' - interval 1 month, interval 1 month) t(m)),
  days as (select begins as d from months union select ends from months),
  active as (select distinct customer_id, (occurred_at at time zone 'Europe/Rome')::date as seen_on from events),
  paid as (select c.*, d, coalesce((select sum(s.mrr) from subscriptions s where s.customer_id = c.customer_id
             and s.started_on < d and (s.ended_on is null or s.ended_on >= d)), 0) as mrr
           from customers c, days where c.created_on < d),
  standing as (select customer_id, d, mrr, coalesce(${member}, false) as member from paid),
  ends as (select m.begins, b.customer_id, coalesce(a.mrr, 0) as before, b.mrr as after, coalesce(a.member, false) as was_in, b.member as is_in
           from months m join standing b on b.d = m.ends left join standing a on a.d = m.begins and a.customer_id = b.customer_id),
  moves as (select e.begins, v.customer_id, v.kind, v.amount from ends e join mrr_movements v on v.customer_id = e.customer_id
            and date_trunc('month', v.moved_on) = e.begins where was_in or is_in)
  select begins as month, 'start' as part, sum(before) as value, count(*) as people from ends where was_in group by begins
  union all select begins, 'end', sum(after), count(*) from ends where is_in group by begins
  union all select begins, 'entering', sum(before), count(*) from ends where is_in and not was_in group by begins
  union all select begins, 'leaving', sum(after), count(*) from ends where was_in and not is_in group by begins
  union all select begins, kind, sum(amount), count(distinct customer_id) from moves group by begins, kind`;

const segments = [
  { title: 'everybody', where: {}, sql: 'true', empty: ['entering', 'leaving'] },
  { title: 'a region', where: { region: { eq: 'Europe' } }, sql: "region = 'Europe'", empty: ['entering', 'leaving'] },
  { title: 'who pays', where: { isPaying: { eq: true } }, sql: 'mrr > 0', empty: ['entering', 'leaving'] },
  { title: 'who pays 500 or more', where: { mrr: { gte: 500 } }, sql: 'mrr >= 500', empty: [] },
  {
    title: 'who was seen in the last 30 days',
    where: { events: { during: { last: { days: 30 } } } },
    sql: 'exists (select 1 from active a where a.customer_id = paid.customer_id and a.seen_on < d and a.seen_on >= d - 30)',
    empty: [],
  },
];

/** Prices of a month have six decimals: sums are compared as whole millionths. */
const exact = (value: number): number => Math.round(value * 1e6);

describe.each(segments)('the MRR of $title', ({ where, sql, empty }) => {
  it('is bridged in every month by the parts counted by hand, which add up exactly', async () => {
    const points = await bridgeOf(where, { value: 'MRR', period: { from, until } });
    expect(points).toHaveLength(49);
    const hand = new Map(
      (await rows(opened.byHand, byHand(sql))).map((row) => [
        `${String(row['month'])} ${String(row['part'])}`,
        { value: exact(Number(row['value'])), people: Number(row['people']) },
      ]),
    );
    const told = points.flatMap((point) =>
      parts.map((part) => [`${point.from} ${part}`, exact(point[part].value), point[part].people.count]),
    );
    expect(told).toEqual(
      points.flatMap((point) =>
        parts.map((part) => {
          const found = hand.get(`${point.from} ${part}`);
          return [`${point.from} ${part}`, found?.value ?? 0, found?.people ?? 0];
        }),
      ),
    );
    for (const [i, p] of points.entries()) {
      const value = (part: Part): number => exact(p[part].value);
      const gained = value('new') + value('expansion') + value('reactivation') + value('entering');
      const lost = value('contraction') + value('churn') + value('leaving');
      expect(value('start') + gained - lost).toBe(value('end'));
      expect(exact((points[i + 1] ?? p)[i + 1 < points.length ? 'start' : 'end'].value)).toBe(value('end'));
    }
    const moved = parts.filter((part) => points.some((p) => p[part].value !== 0));
    expect(parts.filter((part) => !moved.includes(part))).toEqual(empty);
  });

  it('turns back into people, part by part', async () => {
    const points = await bridgeOf(where, { value: 'MRR', period: { from: '2026-02-01', until: '2026-04-01' } });
    const people = points.flatMap((point) => parts.map((part) => point[part].people));
    expect(await sizesOf(people)).toEqual(people.map(({ count }) => count));
    expect(people.filter(({ count }) => count > 0).length).toBeGreaterThan(7);
  });
});

it('a whole quarter at once nets what a customer gained and lost in it', async () => {
  const [day, whole] = await Promise.all(
    ['DAY', 'PERIOD'].map((netting) =>
      bridgeOf({}, { value: 'MRR', netting, grain: 'QUARTER', period: { from: '2025-07-01', until: '2026-07-01' } }),
    ),
  );
  const net = (p: Point): number => exact(p.new.value + p.expansion.value + p.reactivation.value);
  expect(whole?.map((p) => [exact(p.start.value), exact(p.end.value)])).toEqual(
    day?.map((p) => [exact(p.start.value), exact(p.end.value)]),
  );
  expect(whole?.every((p, i) => net(p) <= net(day?.[i] ?? p))).toBe(true);
  expect(whole?.some((p, i) => net(p) < net(day?.[i] ?? p))).toBe(true);
  const people = (whole ?? []).flatMap((point) => parts.map((part) => point[part].people));
  expect(await sizesOf(people)).toEqual(people.map(({ count }) => count));
});

it('a value that is no sum of open rows is bridged by its two ends alone', async () => {
  const request = {
    value: 'ARR',
    netting: 'PERIOD',
    grain: 'QUARTER',
    period: { from: '2026-01-01', until: '2026-07-01' },
  };
  const [arr, mrr] = await Promise.all([
    bridgeOf({ isPaying: { eq: true } }, request),
    bridgeOf({ isPaying: { eq: true } }, { ...request, value: 'MRR' }),
  ]);
  expect(arr.map((p) => parts.map((part) => [exact(p[part].value), p[part].people.count]))).toEqual(
    mrr.map((p) => parts.map((part) => [exact(12 * p[part].value), p[part].people.count])),
  );
  const people = arr.flatMap((point) => parts.map((part) => point[part].people));
  expect(await sizesOf(people)).toEqual(people.map(({ count }) => count));
});

describe('what cannot be bridged is told, all at once', () => {
  const problems = async (request: string, of = 'preview') => {
    const { errors } = await opened.sample.ask(`{ ${of} { bridge(request: {${request}}) { grain } } }`);
    const thrown = errors?.[0]?.originalError as
      { problems?: { code: string; path: (string | number)[]; suggestions?: string[] }[] } | undefined;
    return thrown?.problems?.map(({ code, path }) => `${code} ${path.join('.')}`);
  };

  it.each([
    ['no value', 'grain: MONTH', ['MISSING_VALUE request.value']],
    ['what is no number', 'value: INDUSTRY', ['NOT_A_NUMBER request.value']],
    ['what cannot be followed from day to day', 'value: ARR', ['NOT_FOLLOWED request.value']],
    ['a value of users', 'userValue: EVENTS_30D', ['NOT_GROUPABLE request.userValue']],
    [
      'too many periods that are also of no value',
      'grain: DAY, period: {from: "2025-01-01", until: "2026-01-01"}, value: INDUSTRY',
      ['TOO_MANY_POINTS request.period', 'NOT_A_NUMBER request.value'],
    ],
    [
      'a stretch that ends before it begins',
      'value: MRR, period: {from: "2026-02-01", until: "2026-01-01"}',
      ['EMPTY_RANGE request.period'],
    ],
  ])('%s', async (_, request, expected) => {
    expect(await problems(request)).toEqual(expected);
  });

  it('a value of customers for a segment of users', async () => {
    expect(await problems('value: MRR', 'userPreview')).toEqual(['NOT_GROUPABLE request.value']);
  });
});
