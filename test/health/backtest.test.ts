import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auc, aucInterval } from '../../src/answers/health/auc.js';
import { home, openRelations, rows } from '../sample/relations.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';
import { openSmall, smallFiles } from './small.js';

interface Unit {
  readonly from: string;
  readonly until: string;
  readonly scoredOn: string;
  readonly churned: Counted;
  readonly renewed: Counted;
  readonly unscored: Counted;
}
interface Counted {
  readonly count: number;
  readonly asOf: string;
  readonly where: unknown;
  readonly segment: { readonly size: number };
}
interface Backtest {
  readonly before: string;
  readonly churned: number;
  readonly renewed: number;
  readonly unscored: number;
  readonly auc: number | null;
  readonly aucLow: number | null;
  readonly aucHigh: number | null;
  readonly churnRate: number | null;
  readonly refusal: string | null;
  readonly refusalText: string | null;
  readonly bands: readonly {
    readonly band: string;
    readonly churned: number;
    readonly renewed: number;
    readonly churnRate: number | null;
    readonly lift: number | null;
  }[];
  readonly units: readonly Unit[];
}

const fields = `before churned renewed unscored auc aucLow aucHigh churnRate refusal refusalText
  bands { band churned renewed churnRate lift }
  units { from until scoredOn churned { ...p } renewed { ...p } unscored { ...p } }`;
const ask = async (open: OpenWorkspace, request: string): Promise<Backtest> => {
  const { data, errors } = await open.ask(
    `query { healthBacktest(request: ${request}) { ${fields} } } fragment p on People { count asOf where }`,
  );
  expect(errors).toBeUndefined();
  return (data as { healthBacktest: Backtest }).healthBacktest;
};

/** Every pair of one who churned and one who renewed, one by one. */
function byPairs(events: readonly { readonly score: number; readonly churned: boolean }[]): number {
  const [left, stayed] = [events.filter((e) => e.churned), events.filter((e) => !e.churned)];
  const wins = left.flatMap((l) => stayed.map((s) => (s.score > l.score ? 1 : s.score === l.score ? 0.5 : 0)));
  return wins.reduce((sum: number, win) => sum + win, 0) / wins.length;
}

describe('the AUC', () => {
  test('is the share of pairs in the right order, equal scores counting half', () => {
    const event = fc.record({ score: fc.integer({ min: 0, max: 6 }), churned: fc.boolean() });
    fc.assert(
      fc.property(fc.array(event, { minLength: 2, maxLength: 40 }), (events) => {
        fc.pre(new Set(events.map((e) => e.churned)).size === 2);
        const tallies = events.map(({ score, churned }) => ({
          score,
          churned: Number(churned),
          renewed: Number(!churned),
        }));
        expect(auc(tallies)).toBeCloseTo(byPairs(events), 12);
      }),
    );
  });
  test('has the interval of Hanley and McNeil', () => {
    // 51 who should score high against 58 who should not: Q1 = 0.893 / 1.107 and Q2 = 2 × 0.893² / 1.893.
    const { low, high } = aucInterval(0.893, 58, 51);
    const variance = (0.893 * 0.107 + 50 * (0.806685 - 0.797449) + 57 * (0.842524 - 0.797449)) / (51 * 58);
    expect(high - 0.893).toBeCloseTo(1.96 * Math.sqrt(variance), 4);
    expect(0.893 - low).toBeCloseTo(high - 0.893, 12);
    expect(aucInterval(1, 10, 10)).toEqual({ low: 1, high: 1 });
  });
});

describe('a back-test', () => {
  // 40 customers who leave in May 2026 and 40 who renew in June, each with a score since January, and three without any.
  const ids = (from: number, n: number) => Array.from({ length: n }, (_, i) => `c${String(from + i)}`);
  const [leaving, staying, unknown] = [ids(0, 40), ids(100, 40), ids(200, 3)];
  const scoreOf = (id: string): number => (Number(id.slice(1)) * 37) % 101;
  const later = (id: string): number => 100 - scoreOf(id);
  const everybody = [...leaving, ...staying];
  const readings = everybody.flatMap((id) => [
    { id, on: '2026-01-10', value: scoreOf(id) },
    { id, on: '2026-04-20', value: later(id) },
  ]);
  const endings = [
    ...[...leaving, ...unknown.slice(0, 1)].map((id) => `('${id}', date '2026-05-20', 'churn')`),
    ...[...staying, ...unknown.slice(1)].map((id) => `('${id}', date '2026-06-10', 'renewal')`),
    `('c0', date '2026-05-02', 'renewal')`, // renewed and left: counts as left
  ].join(', ');
  const outcome = (kind: string) =>
    `{ endings: { where: { kind: { eq: ${kind} } }, during: { calendar: { unit: MONTH, offset: 0 } } } }`;
  const health = (outcomes: string) =>
    `${outcomes}\nprofiles: { all: { components: { x: { attribute: latest, scale: [[0, 0], [100, 100]] } } } }`;
  const files = (outcomes = `outcomes: { churned: ${outcome('churn')}, renewed: ${outcome('renewal')} }`) => {
    const all = smallFiles(
      [...everybody, ...unknown].map((id) => ({ id })),
      health(outcomes),
      readings,
    );
    return {
      ...all,
      'sql/readings.yml': `fact: reading\ncustomer: customer_id\ntime: read_on
attributes: { latest: { value: "max_by(value, read_on)", last: all } }\n`,
      'sql/endings.sql': `select * from (values ${endings}) as t (customer_id, ended_on, kind)`,
      'sql/endings.yml': 'fact: ending\ncustomer: customer_id\ntime: ended_on\n',
    };
  };
  let open: OpenWorkspace;
  beforeAll(async () => {
    open = await openSmall(files());
  });
  afterAll(() => open.close());

  test('sets the score of 90 days before against the outcomes', async () => {
    const found = await ask(open, '{ period: { from: "2026-05-01", until: "2026-07-01" } }');
    // 31 January and 3 March: the readings of January.
    expect(found.units.map((u) => u.scoredOn)).toEqual(['2026-01-31', '2026-03-03']);
    const events = everybody.map((id) => ({ score: scoreOf(id), churned: leaving.includes(id) }));
    const band = (score: number) => (score >= 70 ? 'good' : score >= 40 ? 'average' : 'poor');
    expect(found).toMatchObject({
      before: '90 days',
      churned: 40,
      renewed: 40,
      unscored: 3,
      refusal: null,
      churnRate: 0.5,
    });
    expect(found.auc).toBeCloseTo(byPairs(events), 12);
    expect(found.aucLow).toBeLessThan(found.auc ?? 0);
    expect(found.aucHigh).toBeGreaterThan(found.auc ?? 1);
    for (const told of found.bands) {
      const own = events.filter((e) => band(e.score) === told.band);
      const churned = own.filter((e) => e.churned).length;
      expect(told).toEqual({
        band: told.band,
        churned,
        renewed: own.length - churned,
        churnRate: churned / own.length,
        lift: churned / own.length / 0.5,
      });
    }
    expect(found.bands.map((b) => b.band)).toEqual(['good', 'average', 'poor']);
  });

  test('takes the score of as long before as it is asked', async () => {
    const request = '{ period: { from: "2026-05-01", until: "2026-07-01" }, before: { days: 5 } }';
    const found = await ask(open, request);
    const events = everybody.map((id) => ({ score: later(id), churned: leaving.includes(id) }));
    expect(found.auc).toBeCloseTo(byPairs(events), 12);
  });

  test('counts people who can be asked again', async () => {
    const found = await ask(open, '{ period: { from: "2026-05-01", until: "2026-07-01" } }');
    const sizes = await Promise.all(
      found.units.flatMap((u) =>
        [u.churned, u.renewed, u.unscored].map(async ({ where, asOf, count }) => {
          const { data } = await open.ask(
            'query ($where: CustomerWhere!, $asOf: Date) { preview(where: $where) { size(asOf: $asOf) } }',
            { where, asOf },
          );
          return [count, (data as { preview: { size: number } }).preview.size] as const;
        }),
      ),
    );
    expect(sizes.map(([count]) => count)).toEqual([41, 0, 1, 0, 42, 2]);
    for (const [count, size] of sizes) expect(size).toBe(count);
  });

  test('is refused where there is too little to tell apart', async () => {
    const only = (request: string) => ask(open, `{ period: { from: "2026-05-01", until: "2026-07-01" }, ${request} }`);
    const few = await only(`where: { ids: ${JSON.stringify([...leaving.slice(0, 24), ...staying.slice(0, 25)])} }`);
    expect(few).toMatchObject({
      refusal: 'TOO_FEW_EVENTS',
      auc: null,
      churnRate: null,
      bands: [],
      churned: 24,
      renewed: 25,
    });
    expect(few.refusalText).toMatch(/49 outcomes .* fewer than 50/);
    const enough = await only(`where: { ids: ${JSON.stringify([...leaving.slice(0, 25), ...staying.slice(0, 25)])} }`);
    expect(enough.refusal).toBeNull();
    const nobody = '{ ids: [] }';
    const all = '{ ids: ' + JSON.stringify(everybody) + ' }';
    expect(await only(`churned: ${nobody}, renewed: ${all}`)).toMatchObject({ refusal: 'NO_CHURN', auc: null });
    expect(await only(`churned: ${all}, renewed: ${nobody}`)).toMatchObject({ refusal: 'NO_RENEWAL', auc: null });
  });

  test('is of whole units that have ended', async () => {
    expect((await ask(open, '{}')).units.map((u) => u.from)).toHaveLength(12);
    const cut = await ask(open, '{ period: { from: "2026-06-10", until: "2026-08-01" } }');
    expect(cut.units.map((u) => [u.from, u.until])).toEqual([['2026-06-10', '2026-07-01']]);
    const days = await ask(open, '{ period: { from: "2026-06-29", until: "2026-07-01" }, grain: DAY }');
    expect(days.units.map((u) => u.scoredOn)).toEqual(['2026-03-31', '2026-04-01']);
  });

  test('tells its mistakes all at once', async () => {
    const { errors } = await open.ask(`{ healthBacktest(request: {
      period: { last: { years: 3 } }, grain: DAY, before: { days: -1 },
      churned: { customerId: { startsWith: "" }, ids: ["a"], segment: { in: ["none"] } }, where: { segment: { in: ["nor"] } }
    }) { auc } }`);
    const problems = (errors ?? []).flatMap(
      (e) => (e.originalError as { problems?: readonly { code: string; path: readonly unknown[] }[] }).problems ?? [],
    );
    expect(problems.map((p) => `${p.path.join('.')} ${p.code}`)).toEqual([
      'request.before.days BAD_DURATION',
      'request.churned.segment.in.0 UNKNOWN_SEGMENT',
      'request.where.segment.in.0 UNKNOWN_SEGMENT',
      'request.period TOO_MANY_POINTS',
    ]);
  });

  test('needs outcomes, and a health.yml', async () => {
    const code = async (of: OpenWorkspace) => {
      const { errors } = await of.ask('{ healthBacktest(request: {}) { auc } }');
      await of.close();
      return (errors ?? [])
        .flatMap((e) => (e.originalError as { problems?: readonly { code: string }[] }).problems ?? [])
        .map((p) => p.code);
    };
    expect(await code(await openSmall(files('')))).toEqual(['MISSING_VALUE', 'MISSING_VALUE']);
    expect(await code(await openSmall(smallFiles([{ id: 'a' }], null)))).toEqual(['NO_HEALTH']);
  });
});

test('the sample’s back-test agrees with hand-written SQL', async () => {
  const byHand = readFileSync(join(import.meta.dirname, 'sample.by-hand.sql'), 'utf8');
  const [relations, open] = await Promise.all([openRelations(home), openWorkspace(home)]);
  const found = await ask(open, '{ period: { from: "2025-12-01", until: "2026-03-01" }, before: { months: 2 } }');
  const events: { score: number; churned: boolean }[] = [];
  for (const { from, until, scoredOn } of found.units) {
    const outcomes = await rows(
      relations,
      `select customer_id as id, true as churned from mrr_movements m where kind = 'churn' and moved_on >= '${from}' and moved_on < '${until}'
         and not exists (select 1 from mrr_movements n where n.customer_id = m.customer_id and n.moved_on > m.moved_on and n.moved_on < '${until}')
       union
       select customer_id, false from subscriptions where renews_on >= '${from}' and renews_on < '${until}' and started_on < '${until}'
         and (ended_on is null or ended_on > '${from}' or started_on >= '${from}')
         and customer_id in (select customer_id from subscriptions where started_on < '${until}' and (ended_on is null or ended_on >= '${until}') group by 1 having sum(mrr) > 0)`,
    );
    const scores = await rows(relations, byHand.replaceAll('$day', scoredOn));
    const known = new Map(scores.map((s) => [s['id'], s['score'] as number | null]));
    for (const { id, churned } of outcomes) {
      const score = known.get(id) ?? null;
      if (score !== null) events.push({ score, churned: churned === true });
    }
  }
  await open.close();
  const churned = events.filter((e) => e.churned).length;
  expect([found.churned, found.renewed]).toEqual([churned, events.length - churned]);
  expect(churned).toBeGreaterThan(5);
  if (found.refusal === null) expect(found.auc).toBeCloseTo(byPairs(events), 9);
  else expect([found.refusal, events.length < 50]).toEqual(['TOO_FEW_EVENTS', true]);
}, 60_000);
