import { describe, expect, it } from 'vitest';
import { openedSample } from '../sample/opened.js';
import { rows } from '../sample/relations.js';

const opened = openedSample();

interface People {
  readonly count: number;
  readonly asOf: string;
  readonly where: unknown;
}
const people = 'people { count asOf where }';

async function ask<T>(where: object, field: string): Promise<T> {
  const { data, errors } = await opened.sample.ask(
    `query ($where: CustomerWhere!) { preview(where: $where) { found: ${field} } }`,
    { where },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as { preview: { found: T } }).preview.found;
}

/** The ids of people, by their where. */
async function idsOf({ where, asOf }: People): Promise<readonly string[]> {
  const { data, errors } = await opened.sample.ask(
    'query ($where: CustomerWhere!, $asOf: Date!) { preview(where: $where) { customers(first: 1000, asOf: $asOf) { nodes { id } } } }',
    { where, asOf },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as { preview: { customers: { nodes: { id: string }[] } } }).preview.customers.nodes
    .map(({ id }) => id)
    .sort();
}

/** What customers that exist pay for at the end of the day before `d`, on some such days. */
const standing = (days: string): string => `
  days as (${days}),
  standing as (
    select c.customer_id, d, coalesce(sum(s.mrr), 0) as mrr,
      max(case s.plan when 'enterprise' then 5 when 'scale' then 4 when 'growth' then 3 when 'starter' then 2 else 1 end)
        filter (where not s.is_trial) as plan
    from customers c join days on c.created_on < d
    left join subscriptions s on s.customer_id = c.customer_id and s.started_on < d and (s.ended_on is null or s.ended_on >= d)
    group by c.customer_id, d)`;
const plans = "list_value('free', 'starter', 'growth', 'scale', 'enterprise')";
const list = (ids: unknown): readonly string[] => (ids as string[]).toSorted();
const cents = (value: unknown): number => Math.round(Number(value) * 1e6);

describe('customers that pay 500 or more', () => {
  const rich = { mrr: { gte: 500 } };

  it('came and went each month as counted by hand, with what they paid before and after', async () => {
    interface Group {
      count: number;
      valueBefore: number;
      valueAfter: number;
      people: People;
    }
    const groups = ['atStart', 'entered', 'joined', 'left', 'stayed', 'atEnd'] as const;
    const { points } = await ask<{ points: readonly ({ from: string } & Record<(typeof groups)[number], Group>)[] }>(
      rich,
      `movement(request: {value: MRR, period: {from: "2025-01-01", until: "2026-07-01"}}) {
        points { from ${groups.map((g) => `${g} { count valueBefore valueAfter ${people} }`).join(' ')} } }`,
    );
    const holds = {
      atStart: 'was',
      entered: 'now and not was',
      joined: 'now and not there',
      left: 'was and not now',
      stayed: 'was and now',
      atEnd: 'now',
    };
    const hand = await rows(
      opened.byHand,
      `with ${standing("select m::date as d from generate_series(timestamp '2025-01-01', timestamp '2026-07-01', interval 1 month) t(m)")},
       ends as (select strftime(b.d - interval 1 month, '%Y-%m-%d') as month, b.customer_id, a.customer_id is not null as there, coalesce(a.mrr, 0) >= 500 as was,
                  b.mrr >= 500 as now, coalesce(a.mrr, 0) as before, b.mrr as after
                from standing b left join standing a on a.customer_id = b.customer_id and a.d = b.d - interval 1 month where b.d > date '2025-01-01')
       ${groups.map((g) => `select '${g}' as part, month, list(customer_id) as ids, sum(before) as before, sum(after) as after from ends where ${holds[g]} group by month`).join(' union all ')}`,
    );
    expect(points).toHaveLength(18);
    for (const point of points)
      for (const g of groups) {
        const found = hand.find((row) => row['part'] === g && row['month'] === point.from);
        const { count, valueBefore, valueAfter, people: who } = point[g];
        const ids = list(found?.['ids'] ?? []);
        expect([point.from, g, count, cents(valueBefore), cents(valueAfter)]).toEqual([
          ...[point.from, g, ids.length],
          ...[cents(found?.['before'] ?? 0), cents(found?.['after'] ?? 0)],
        ]);
        if (g !== 'atStart' && point.from >= '2026-04-01') expect(await idsOf(who)).toEqual(ids);
      }
    expect(points.filter((p) => p.entered.count > 0 && p.left.count > 0).length).toBeGreaterThan(3);
  });
});

interface Cell {
  readonly from: { readonly kind: string; readonly value: unknown };
  readonly to: { readonly kind: string; readonly value: unknown };
  readonly count: number;
  readonly valueBefore: number;
  readonly valueAfter: number;
  readonly people: People;
}
const cell = `from { kind value } to { kind value } count valueBefore valueAfter ${people}`;

async function expectCells(found: readonly Cell[], sql: string): Promise<void> {
  const hand = await rows(opened.byHand, sql);
  const keyOf = (begins: unknown, ends: unknown): string => `${String(begins)} → ${String(ends)}`;
  const stage = ({ kind, value }: Cell['from']): string => (kind === 'VALUE' ? String(value) : kind);
  const told = new Map(found.map((c) => [keyOf(stage(c.from), stage(c.to)), c]));
  expect(told.size).toBe(found.length);
  expect([...told.keys()].sort()).toEqual(hand.map((row) => keyOf(row['begins'], row['ends'])).sort());
  for (const row of hand) {
    const one = told.get(keyOf(row['begins'], row['ends']));
    expect([one?.count, cents(one?.valueBefore), cents(one?.valueAfter)]).toEqual([
      list(row['ids']).length,
      cents(row['before']),
      cents(row['after']),
    ]);
    if (one) expect(await idsOf(one.people)).toEqual(list(row['ids']));
  }
}

const paired = (was: string, stage: (side: 'a' | 'b') => string): string => `
  with ${standing("select unnest([date '2026-01-01', date '2026-07-01']) as d")},
  pairs as (
    select b.customer_id, coalesce(a.mrr, 0) as before, b.mrr as after,
      case when a.customer_id is null then 'ABSENT' when not ${was.replaceAll('$', 'a')} then 'OUTSIDE' else coalesce(${stage('a')}, 'NONE') end as begins,
      case when not ${was.replaceAll('$', 'b')} then 'OUTSIDE' else coalesce(${stage('b')}, 'NONE') end as ends
    from standing b left join standing a on a.customer_id = b.customer_id and a.d = date '2026-01-01' where b.d = date '2026-07-01')
  select begins, ends, list(customer_id) as ids, sum(before) as before, sum(after) as after from pairs
  where begins not in ('OUTSIDE', 'ABSENT') or ends <> 'OUTSIDE' group by begins, ends`;

describe('transitions of half a year', () => {
  const days = 'from: "2025-12-31", to: "2026-06-30", value: MRR';

  it.each([
    ['everybody', {}, 'true'],
    ['who pays 150 or more', { mrr: { gte: 150 } }, '($.mrr >= 150)'],
  ])('of %s between plans are those counted by hand', async (_, where, sql) => {
    const { cells } = await ask<{ cells: readonly Cell[] }>(
      where,
      `transitions(request: {${days}, by: PLAN}) { cells { ${cell} } }`,
    );
    await expectCells(
      cells,
      paired(sql, (side) => `${plans}[${side}.plan]`),
    );
    expect(cells.length).toBeGreaterThan(8);
  });

  it('between saved segments put who is in several into the first', async () => {
    const made: string[] = [];
    for (const [name, mrr] of [
      ['large', 1_000],
      ['paying', 0],
    ] as const) {
      const { data } = await opened.sample.ask(
        `mutation ($where: CustomerWhere!) { createSegment(input: {name: "${name} (moving)", where: $where}) { segment { id } userErrors { message } } }`,
        { where: { mrr: { gt: mrr } } },
      );
      made.push((data as { createSegment: { segment: { id: string } } }).createSegment.segment.id);
    }
    const { cells } = await ask<{ cells: readonly Cell[] }>(
      {},
      `transitions(request: {${days}, segments: ${JSON.stringify(made)}}) { cells { ${cell} } }`,
    );
    const [large = '', paying = ''] = made;
    await expectCells(
      cells,
      paired(
        'true',
        (side) => `case when ${side}.mrr > 1000 then '${large}' when ${side}.mrr > 0 then '${paying}' end`,
      ),
    );
    expect(cells.length).toBeGreaterThan(6);
  });
});

describe('time in stages', () => {
  it.each([
    ['everybody', {}, 'true'],
    ['Europe', { region: { eq: 'Europe' } }, "region = 'Europe'"],
  ])('of %s is that counted by hand', async (_, where, sql) => {
    type Stays = Record<'stays' | 'mean' | 'median' | 'p90' | 'shortest' | 'longest', number | null> & {
      people: People;
    };
    const measures = ['stays', 'mean', 'median', 'p90', 'shortest', 'longest'] as const;
    const { stages } = await ask<{ stages: readonly { stage: string; completed: Stays; open: Stays }[] }>(
      where,
      `timeInStage(request: {fact: STAGES, stage: "stage", period: {from: "2026-01-01", until: "2026-07-01"}}) {
        stages { stage completed { ${measures.join(' ')} ${people} } open { ${measures.join(' ')} ${people} } } }`,
    );
    const hand = await rows(
      opened.byHand,
      `with stays as (
         select s.customer_id, stage, ended_on is not null and ended_on < date '2026-07-01' as completed,
           case when ended_on < date '2026-07-01' then ended_on - started_on else date '2026-07-01' - started_on end as days
         from stages s join customers c on c.customer_id = s.customer_id
         where ${sql} and started_on < date '2026-07-01' and (ended_on is null or ended_on >= date '2026-01-01'))
       select stage, completed, count(*) as stays, list(distinct customer_id) as ids, avg(days) as mean, quantile_cont(days, 0.5) as median,
         quantile_cont(days, 0.9) as p90, min(days) as shortest, max(days) as longest from stays group by stage, completed`,
    );
    expect(stages.map(({ stage }) => stage)).toEqual([...new Set(hand.map((row) => String(row['stage'])))].sort());
    for (const { stage, ...sides } of stages)
      for (const side of ['completed', 'open'] as const) {
        const row = hand.find((r) => r['stage'] === stage && r['completed'] === (side === 'completed'));
        for (const measure of measures) {
          const expected = row ? Number(row[measure]) : measure === 'stays' ? 0 : null;
          if (expected === null) expect(sides[side][measure]).toBeNull();
          else expect(sides[side][measure], `${measure} ${side} in ${stage}`).toBeCloseTo(expected, 9);
        }
        expect(sides[side].people.count).toBe(list(row?.['ids'] ?? []).length);
        expect(await idsOf(sides[side].people)).toEqual(list(row?.['ids'] ?? []));
      }
    expect(hand.filter((row) => row['completed'] === true).length).toBeGreaterThan(2);
  });
});

describe('what cannot be asked is told, all at once', () => {
  const problems = async (field: string): Promise<unknown> => {
    const { errors } = await opened.sample.ask(`{ preview { ${field} } }`);
    const thrown = errors?.[0]?.originalError as
      { problems?: { code: string; path: (string | number)[] }[] } | undefined;
    return thrown?.problems?.map(({ code, path }) => `${code} ${path.join('.')}`) ?? errors;
  };

  it.each([
    [
      'movement(request: {grain: DAY, period: {from: "2023-01-01", until: "2026-01-01"}, value: ARPA}) { grain }',
      ['TOO_MANY_POINTS request.period', 'NOT_A_STATE request.value'],
    ],
    [
      'movement(request: {period: {from: "2026-02-01", until: "2026-01-01"}}) { grain }',
      ['EMPTY_RANGE request.period'],
    ],
    [
      'transitions(request: {from: "2026-06-30", to: "2026-01-31", by: TAGS, limit: 0}) { truncated }',
      ['EMPTY_RANGE request.from', 'NOT_GROUPABLE request.by', 'OUT_OF_RANGE request.limit'],
    ],
    [
      'transitions(request: {from: "2026-01-31", by: PLAN, segments: ["touch-high"]}) { truncated }',
      ['CONFLICTING_FIELDS request.by'],
    ],
    [
      'transitions(request: {from: "2026-01-31", segments: ["touch-high", "no-such"]}) { truncated }',
      ['UNKNOWN_SEGMENT request.segments.1'],
    ],
    ['transitions(request: {from: "2026-01-31", byUser: ROLE}) { truncated }', ['NOT_GROUPABLE request.byUser']],
    ['timeInStage(request: {fact: EVENTS, stage: "name"}) { from }', ['NOT_AN_INTERVAL request.fact']],
    ['timeInStage(request: {fact: STAGES, stage: "stages"}) { from }', ['UNKNOWN_COLUMN request.stage']],
  ])('%s', async (field, expected) => {
    expect(await problems(field)).toEqual(expected);
  });
});
